package dev.planlift.samples;

import dev.planlift.score.PlanTruth;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** A house of some shape, drawn in some manner: its drawing and its truth. The seed decides. */
record HardPlan(String name, byte[] drawing, PlanTruth truth, Manner manner) {

  static HardPlan of(HouseMaker.Shape shape, Manner.Walls walls, long seed) {
    var random = new Random(seed * 1_000_003 + shape.ordinal() * 101 + walls.ordinal());
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
    var name = String.format(Locale.ROOT, "%s-%s-%d", shape, walls, seed).toLowerCase(Locale.ROOT);
    return new HardPlan(
        name, draw(design, manner, placement, random), design.truth(placement), manner);
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
      pen.text(n.text(), h, at, chamber.label());
      var area = String.format(Locale.ROOT, "%.2f m²", chamber.clear().getArea());
      pen.text(n.text(), h * 0.7, new Coordinate(at.x, at.y - 1.6 * h), area);
    }
    if (manner.clutter()) {
      new ClutterPen(pen, design, manner, random).draw();
    }
    return sheet.bytes(manner.unitCode(), StandardCharsets.UTF_8, "\n");
  }
}
