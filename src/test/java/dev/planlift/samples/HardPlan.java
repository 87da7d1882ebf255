package dev.planlift.samples;

import dev.planlift.score.PlanTruth;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** A house of some shape, drawn in some manner: its drawing and its truth. The seed decides. */
final class HardPlan {
  private final Design design;
  private final Manner manner;
  private final Placement placement;
  private final byte[] drawing;

  private HardPlan(Design design, Manner manner, Placement placement, Random random) {
    this.design = design;
    this.manner = manner;
    this.placement = placement;
    this.drawing = draw(design, manner, placement, random);
  }

  byte[] drawing() {
    return drawing.clone();
  }

  PlanTruth truth() {
    return design.truth(placement);
  }

  Manner manner() {
    return manner;
  }

  static HardPlan of(HouseMaker.Shape shape, Manner.Walls walls, long seed) {
    var random = new Random(Objects.hash(shape.name(), walls.name(), seed));
    random.nextInt();
    var manner = Manner.of(walls, random);
    var design = HouseMaker.make(shape, random, 1);
    double far = random.nextInt(3) == 0 ? 200_000 : 100;
    var placement =
        new Placement(
            manner.unitsPerMetre(),
            manner.turnRad(),
            random.nextInt(1000) / 10.0 + far,
            random.nextInt(1000) / 10.0);
    return new HardPlan(design, manner, placement, random);
  }

  private static byte[] draw(Design design, Manner manner, Placement placement, Random random) {
    var sheet = new DxfSketch(DxfSketch.Version.R2010, placement);
    var n = manner.names();
    for (var layer :
        new String[] {n.wall(), n.door(), n.window(), n.furniture(), n.text(), n.axis()}) {
      sheet.layer(layer, 7);
    }
    var pen = Pen.on(sheet);
    new WallPen(design, manner, random).draw(pen, design.pieces(!OpeningPen.through(manner)));
    new OpeningPen(pen, manner, random).draw(design.gates());
    for (var chamber : design.chambers()) {
      var at = chamber.middle();
      double h = Math.min(0.2, Math.sqrt(chamber.clear().getArea()) * 0.06);
      var name = chamber.label();
      pen.text(/* layer= */ n.text(), h, at, /* text= */ name);
      var area = String.format(Locale.ROOT, "%.2f m²", chamber.clear().getArea());
      pen.text(n.text(), h * 0.7, new Coordinate(at.x, at.y - 1.6 * h), area);
    }
    if (manner.clutter()) {
      new ClutterPen(pen, design, manner, random).draw();
    }
    return sheet.bytes(manner.unitCode(), StandardCharsets.UTF_8, "\n");
  }
}
