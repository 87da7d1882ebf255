package dev.planlift.samples;

import dev.planlift.samples.FloorPlan.Kind;
import dev.planlift.samples.FloorPlan.Opening;
import dev.planlift.samples.FloorPlan.Room;
import dev.planlift.samples.FloorPlan.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A one-storey house of 118 m² with a porch and a terrace, drawn the tidy way: DXF R2010 in
 * millimetres, walls as closed outlines, doors, windows and furniture as blocks, real dimensions.
 */
final class House {
  static final Placement PLACEMENT = new Placement(1000, 0, 0, 0);

  private static final Drafter.Layers LAYERS =
      new Drafter.Layers("A-WALL", "A-DOOR", "A-GLAZ", "A-FURN", "A-AREA-IDEN");
  private static final double OUTER = 0.3;
  private static final double INNER = 0.12;
  private static final int MILLIMETRES = 4;

  private House() {}

  static FloorPlan plan() {
    var outer = FloorPlan.polygon(0, 0, 9.6, 0, 9.6, 2.4, 13.2, 2.4, 13.2, 9.6, 0, 9.6);
    return new FloorPlan(outer, rooms(), openings(), furniture());
  }

  private static List<Room> rooms() {
    var hall =
        FloorPlan.polygon(
            9.42, 2.7, 11.4, 2.7, 11.4, 4.92, 12.9, 4.92, 12.9, 6.12, 4.32, 6.12, 4.32, 4.92, 9.42,
            4.92);
    return List.of(
        Room.box("LIVING ROOM", 0.3, 0.3, 5.7, 4.8).namedAt(3.6, 2.7),
        Room.box("KITCHEN", 5.82, 0.3, 9.3, 4.8).namedAt(7.5, 1.45),
        new Room("HALL", 8.6, 5.5, hall),
        Room.box("WC", 11.52, 2.7, 12.9, 4.8).namedAt(11.95, 4.2),
        Room.box("BEDROOM 1", 0.3, 4.92, 4.2, 9.3).namedAt(3.25, 7.3),
        Room.box("BATH", 4.32, 6.24, 6.6, 9.3).namedAt(5.6, 7.4),
        Room.box("BEDROOM 2", 6.72, 6.24, 9.9, 9.3).namedAt(8.35, 7.6),
        Room.box("STUDY", 10.02, 6.24, 12.9, 9.3).namedAt(11.2, 7.9));
  }

  private static List<Opening> openings() {
    return List.of(
        new Opening(Kind.DOOR, 10.5, 2.55, 1.4, OUTER, false, 2, true, true),
        new Opening(Kind.DOOR, 3.0, 0.15, 1.8, OUTER, false, 2, false, true),
        new Opening(Kind.DOOR, 5.0, 4.86, 0.9, INNER, false, 1, false, false),
        new Opening(Kind.DOOR, 5.76, 2.0, 1.4, INNER, true, 2, true, true),
        new Opening(Kind.DOOR, 7.4, 4.86, 0.9, INNER, false, 1, false, true),
        new Opening(Kind.DOOR, 11.46, 3.4, 0.8, INNER, true, 1, false, true),
        new Opening(Kind.DOOR, 4.26, 5.52, 0.9, INNER, true, 1, true, true),
        new Opening(Kind.DOOR, 5.0, 6.18, 0.8, INNER, false, 1, true, false),
        new Opening(Kind.DOOR, 7.4, 6.18, 0.9, INNER, false, 1, true, true),
        new Opening(Kind.DOOR, 10.7, 6.18, 0.9, INNER, false, 1, true, true),
        Opening.window(4.9, 0.15, 1.0, OUTER, false),
        Opening.window(0.15, 2.6, 1.8, OUTER, true),
        Opening.window(7.5, 0.15, 1.8, OUTER, false),
        Opening.window(9.45, 1.3, 0.8, OUTER, true),
        Opening.window(13.05, 3.5, 0.6, OUTER, true),
        Opening.window(13.05, 5.52, 0.8, OUTER, true),
        Opening.window(0.15, 7.3, 1.2, OUTER, true),
        Opening.window(2.2, 9.45, 1.8, OUTER, false),
        Opening.window(5.46, 9.45, 0.8, OUTER, false),
        Opening.window(8.3, 9.45, 1.5, OUTER, false),
        Opening.window(11.5, 9.45, 1.5, OUTER, false),
        Opening.window(13.05, 8.0, 1.2, OUTER, true));
  }

  /** Each stands with the middle of its back on a wall; rotation 0 looks north. */
  private static List<Symbol> furniture() {
    return List.of(
        new Symbol("SOFA", 0.3, 2.6, -90),
        new Symbol("COFFEE_TABLE", 2.0, 2.6, 90),
        new Symbol("SIDEBOARD", 2.2, 4.8, 180),
        new Symbol("KITCHEN_UNIT", 7.56, 0.3, 0),
        new Symbol("DINING_TABLE", 7.6, 2.8, 0),
        new Symbol("BED_DOUBLE", 0.3, 7.3, -90),
        new Symbol("WARDROBE", 1.6, 4.92, 0),
        new Symbol("BATHTUB", 4.32, 8.4, -90),
        new Symbol("BASIN", 6.6, 7.4, 90),
        new Symbol("TOILET", 6.6, 8.5, 90),
        new Symbol("TOILET", 12.6, 4.8, 180),
        new Symbol("BASIN", 12.9, 3.2, 90),
        new Symbol("BED_SINGLE", 9.9, 8.7, 90),
        new Symbol("WARDROBE", 6.72, 8.2, -90),
        new Symbol("DESK", 9.1, 6.24, 0),
        new Symbol("DESK", 12.9, 8.0, 90),
        new Symbol("SIDEBOARD", 10.02, 8.2, -90));
  }

  static byte[] drawing() {
    var sheet = new DxfSketch(DxfSketch.Version.R2010, PLACEMENT);
    sheet.layer("A-WALL", 7);
    sheet.layer("A-DOOR", 30);
    sheet.layer("A-GLAZ", 140);
    sheet.layer("A-FURN", 34);
    sheet.layer("A-AREA-IDEN", 7);
    sheet.layer("A-ANNO-DIMS", 8);
    sheet.layer("A-ANNO-TTLB", 8);
    sheet.layer("L-SITE", 9);
    sheet.layer("L-PLNT", 94);
    Furniture.define(sheet);
    var plan = plan();
    var drafter = new Drafter(sheet, LAYERS);
    drafter.outlineWalls(plan);
    drafter.openingBlocks(plan);
    drafter.furniture(plan);
    drafter.names(plan, 0.2, "m²", '.');
    garden(sheet);
    dimensions(sheet);
    title(sheet);
    return sheet.bytes(MILLIMETRES, StandardCharsets.UTF_8, "\n");
  }

  private static void garden(DxfSketch sheet) {
    sheet.rectangle("L-SITE", 0.6, -3.0, 6.0, -0.1);
    for (int slab = 1; slab < 9; slab++) {
      sheet.line("L-SITE", 0.6 + slab * 0.6, -3.0, 0.6 + slab * 0.6, -0.1);
    }
    sheet.rectangle("L-SITE", 9.8, -0.2, 11.2, 2.3);
    sheet.insert("L-PLNT", "TREE", 8.0, -2.2, 0, 1, 1);
    sheet.insert("L-PLNT", "TREE", 12.6, 0.4, 40, 1, 1);
  }

  private static void dimensions(DxfSketch sheet) {
    var layer = "A-ANNO-DIMS";
    sheet.dimension(layer, 0, 9.6, 13.2, 9.6, 11.4, false);
    double[] across = {0, 4.26, 6.66, 9.96, 13.2};
    for (int i = 0; i + 1 < across.length; i++) {
      sheet.dimension(layer, across[i], 9.6, across[i + 1], 9.6, 10.7, false);
    }
    sheet.dimension(layer, 0, 0, 0, 9.6, -1.6, true);
    sheet.dimension(layer, 0, 0, 0, 4.86, -0.9, true);
    sheet.dimension(layer, 0, 4.86, 0, 9.6, -0.9, true);
  }

  private static void title(DxfSketch sheet) {
    var layer = "A-ANNO-TTLB";
    sheet.rectangle(layer, -3.0, -5.6, 15.4, 12.6);
    sheet.line(layer, -3.0, -4.4, 15.4, -4.4);
    sheet.text(layer, 0.35, 2.4, -5.0, 0, "LIME TREE HOUSE - GROUND FLOOR");
    sheet.text(layer, 0.25, 12.6, -5.0, 0, "SCALE 1:100");
    sheet.circle(layer, 14.4, 11.6, 0.4);
    sheet.line(layer, 14.4, 11.2, 14.4, 12.0);
    sheet.text(layer, 0.25, 14.4, 12.25, 0, "N");
  }
}
