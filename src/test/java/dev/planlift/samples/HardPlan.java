package dev.planlift.samples;

import dev.planlift.score.PlanTruth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** A house of some shape, drawn in some manner: its drawing and its truth. The seed decides. */
final class HardPlan {
  private final List<Storey> storeys;
  private final Manner manner;
  private final Placement placement;
  private final byte[] drawing;

  /**
   * @param dx where on the sheet it is drawn, metres of the design
   * @param title empty for none
   */
  private record Storey(Design design, double dx, double dy, String title) {}

  private HardPlan(List<Storey> storeys, Manner manner, Placement placement, byte[] drawing) {
    this.storeys = storeys;
    this.manner = manner;
    this.placement = placement;
    this.drawing = drawing;
  }

  byte[] drawing() {
    return drawing.clone();
  }

  /** Of the only storey, or the lowest. */
  PlanTruth truth() {
    return truths().getFirst();
  }

  /** Of every storey where it is drawn, from the ground up. */
  List<PlanTruth> truths() {
    return storeys.stream().map(s -> s.design().truth(placement.moved(s.dx(), s.dy()))).toList();
  }

  /** Of the storeys, from the ground up; empty where they have none. */
  List<String> titles() {
    return storeys.stream().map(Storey::title).toList();
  }

  Manner manner() {
    return manner;
  }

  static HardPlan of(HouseMaker.Shape shape, Manner.Walls walls, long seed) {
    return of(Dress.PLAIN, shape, walls, seed);
  }

  static HardPlan of(Dress dress, HouseMaker.Shape shape, Manner.Walls walls, long seed) {
    boolean plain = dress == Dress.PLAIN;
    var random =
        new Random(
            plain
                ? Objects.hash(shape.name(), walls.name(), seed)
                : Objects.hash(dress.name(), shape.name(), walls.name(), seed));
    random.nextInt();
    var manner = dress.declared(Manner.of(walls, random), random);
    var storeys =
        dress.storeys()
            ? storeys(shape, dress == Dress.TITLED, random)
            : List.of(new Storey(HouseMaker.make(shape, random, 1), 0, 0, ""));
    double far = random.nextInt(3) == 0 ? 200_000 : 100;
    var placement =
        new Placement(
            manner.unitsPerMetre(),
            dress.storeys() ? 0 : manner.turnRad(),
            random.nextInt(1000) / 10.0 + far,
            random.nextInt(1000) / 10.0);
    var parts = plain ? Set.<Dress.Part>of() : dress.parts(random);
    if (parts.contains(Dress.Part.PASSAGES)) {
      storeys = storeys.stream().map(s -> withPassages(s, random)).toList();
    }
    var sheet = new DxfSketch(DxfSketch.Version.R2010, placement);
    var n = manner.names();
    for (var layer :
        new String[] {n.wall(), n.door(), n.window(), n.furniture(), n.text(), n.axis()}) {
      sheet.layer(layer, 7);
    }
    for (var storey : storeys) {
      draw(storey, manner, parts, sheet, random, dress);
    }
    var bytes = sheet.bytes(manner.unitCode(), StandardCharsets.UTF_8, "\n");
    return new HardPlan(storeys, manner, placement, bytes);
  }

  /** Two to four of them, in a row, one over the other or in two rows. */
  private static List<Storey> storeys(HouseMaker.Shape shape, boolean titled, Random random) {
    var designs = HouseMaker.storeys(shape, random, 2 + random.nextInt(TitlesOfStoreys.MOST - 1));
    var titles = TitlesOfStoreys.some(random);
    var box = designs.getFirst().walls().getEnvelopeInternal();
    double right = box.getWidth() + 8 + random.nextInt(6);
    double up = box.getHeight() + 9 + random.nextInt(6);
    int columns = random.nextInt(3) == 0 ? 1 : random.nextBoolean() ? 2 : designs.size();
    var places = new ArrayList<Integer>();
    for (int i = 0; i < designs.size(); i++) {
      places.add(i);
    }
    if (titled && random.nextInt(3) == 0) {
      Collections.shuffle(places, random);
    }
    var storeys = new ArrayList<Storey>();
    for (int i = 0; i < designs.size(); i++) {
      int at = places.get(i);
      storeys.add(
          new Storey(
              designs.get(i),
              at % columns * right,
              Math.floorDiv(at, columns) * up,
              titled ? titles.get(i) : ""));
    }
    return storeys;
  }

  /** Some inner doors become passages. */
  private static Storey withPassages(Storey storey, Random random) {
    var gates =
        storey.design().gates().stream()
            .map(
                g ->
                    g.use() == Gate.Use.DOOR && !g.outside() && random.nextInt(4) == 0
                        ? g.as(Gate.Use.BARE)
                        : g)
            .toList();
    return new Storey(storey.design().with(gates), storey.dx(), storey.dy(), storey.title());
  }

  private static void draw(
      Storey storey,
      Manner manner,
      Set<Dress.Part> parts,
      DxfSketch sheet,
      Random random,
      Dress dress) {
    var design = storey.design();
    var pen = new Pen(sheet, new Pen.Frame(storey.dx(), storey.dy(), 0, false, 1));
    new WallPen(design, manner, random).draw(pen, design.pieces(!OpeningPen.through(manner)));
    new OpeningPen(pen, manner, random).draw(design.gates());
    names(pen, design, manner, dress, random);
    var box = design.walls().getEnvelopeInternal();
    if (manner.clutter() && !dress.storeys()) {
      new ClutterPen(pen, design, manner, random).draw();
    } else if (manner.clutter()) {
      new ClutterPen(pen, design, manner, random).grid();
    }
    if (parts.contains(Dress.Part.FURNITURE)) {
      Furniture.define(sheet);
    }
    new FittingPen(pen, design, manner, random).draw(parts);
    if (parts.contains(Dress.Part.DIMENSIONS)) {
      new DimensionPen(pen, design, manner.names().axis()).draw();
    }
    if (parts.contains(Dress.Part.TITLE_BLOCK) && !dress.storeys()) {
      new TitlePen(pen, manner, random).draw(box);
    }
    if (!storey.title().isEmpty()) {
      var at = new Coordinate(box.centre().x, box.getMinY() - 3.2);
      pen.text(manner.names().text(), 0.45, at, storey.title());
    }
  }

  private static void names(Pen pen, Design design, Manner manner, Dress dress, Random random) {
    var n = manner.names();
    boolean feet = dress != Dress.PLAIN && Measure.isImperial(manner.unitsPerMetre());
    int way = feet ? random.nextInt(3) : 0;
    for (var chamber : design.chambers()) {
      var at = chamber.middle();
      double h = Math.min(0.2, Math.sqrt(chamber.clear().getArea()) * 0.06);
      pen.text(/* layer= */ n.text(), h, at, chamber.label());
      var box = chamber.clear().getEnvelopeInternal();
      double m2 = chamber.clear().getArea();
      var below =
          !feet
              ? String.format(Locale.ROOT, "%.2f m²", m2)
              : way == 0
                  ? Measure.squareFeet(m2)
                  : Measure.feet(box.getWidth()) + " x " + Measure.feet(box.getHeight());
      if (way < 2) {
        pen.text(n.text(), h * 0.7, new Coordinate(at.x, at.y - 1.6 * h), below);
      }
    }
  }
}
