package dev.planlift.samples;

import dev.planlift.samples.FloorPlan.Kind;
import dev.planlift.samples.FloorPlan.Opening;
import dev.planlift.samples.FloorPlan.Room;
import dev.planlift.samples.FloorPlan.Symbol;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * One floor of an office building, two wings along an L-shaped corridor, drawn the loose way: DXF
 * R12 in centimetres that no header declares, walls as single lines, doors and windows as bare
 * lines and arcs, French names in code page 1252, lying askew on a national grid.
 */
final class Office {
  static final Placement PLACEMENT = new Placement(100, Math.toRadians(17), 651_230, 6_861_540);

  private static final Drafter.Layers LAYERS =
      new Drafter.Layers("MURS", "PORTES", "FENETRES", "MOBILIER", "TEXTES");
  private static final double OUTER = 0.25;
  private static final double INNER = 0.15;
  private static final long SEED = 17;

  private Office() {}

  static FloorPlan plan() {
    var outer = FloorPlan.polygon(0, 0, 28, 0, 28, 12.5, 12.5, 12.5, 12.5, 26, 0, 26);
    return new FloorPlan(outer, rooms(), openings(), furniture());
  }

  private static List<Room> rooms() {
    var corridor =
        FloorPlan.polygon(
            5.35, 5.35, 27.75, 5.35, 27.75, 7.15, 7.15, 7.15, 7.15, 25.75, 5.35, 25.75);
    return List.of(
        Room.box("RÉUNION", 0.25, 0.25, 9.0, 5.2),
        Room.box("BUREAU 1", 9.1, 0.25, 12.7, 5.2),
        Room.box("BUREAU 2", 12.8, 0.25, 16.4, 5.2),
        Room.box("BUREAU 3", 16.5, 0.25, 20.1, 5.2),
        Room.box("ARCHIVES", 20.2, 0.25, 23.8, 5.2),
        Room.box("ACCUEIL", 23.9, 0.25, 27.75, 5.2),
        new Room("COULOIR", 16.5, 6.25, corridor),
        Room.box("CUISINE", 7.3, 7.3, 12.25, 12.25),
        Room.box("BUREAU 4", 12.35, 7.3, 17.0, 12.25),
        Room.box("BUREAU 5", 17.1, 7.3, 22.0, 12.25),
        Room.box("ATELIER", 22.1, 7.3, 27.75, 12.25),
        Room.box("BUREAU 6", 7.3, 12.35, 12.25, 16.5),
        Room.box("BUREAU 7", 7.3, 16.6, 12.25, 21.0),
        Room.box("ESCALIER", 7.3, 21.1, 12.25, 25.75).namedAt(8.2, 24.4),
        Room.box("BUREAU 8", 0.25, 5.3, 5.2, 9.5),
        Room.box("BUREAU 9", 0.25, 9.6, 5.2, 14.0),
        Room.box("WC HOMMES", 0.25, 14.1, 5.2, 16.8),
        Room.box("WC FEMMES", 0.25, 16.9, 5.2, 19.6),
        Room.box("SERVEURS", 0.25, 19.7, 5.2, 22.0),
        Room.box("BUREAU 10", 0.25, 22.1, 5.2, 25.75));
  }

  private static List<Opening> openings() {
    var all = new ArrayList<Opening>();
    all.add(new Opening(Kind.DOOR, 27.875, 6.25, 1.4, OUTER, true, 2, false, true));
    all.add(new Opening(Kind.DOOR, 7.2, 5.275, 1.4, INNER, false, 2, false, true));
    all.add(new Opening(Kind.DOOR, 25.8, 5.275, 1.6, INNER, false, 2, false, true));
    all.add(new Opening(Kind.DOOR, 24.0, 7.225, 1.4, INNER, false, 2, true, true));
    all.add(new Opening(Kind.DOOR, 17.05, 9.8, 0.9, 0.1, true, 1, true, false));
    for (double x : new double[] {10.0, 13.7, 17.4, 21.1}) {
      all.add(new Opening(Kind.DOOR, x, 5.275, 0.9, INNER, false, 1, false, true));
    }
    for (double x : new double[] {9.5, 13.3, 18.0}) {
      all.add(new Opening(Kind.DOOR, x, 7.225, 0.9, INNER, false, 1, true, false));
    }
    for (double y : new double[] {13.2, 17.5, 22.0}) {
      all.add(new Opening(Kind.DOOR, 7.225, y, 0.9, INNER, true, 1, false, true));
    }
    for (double y : new double[] {6.5, 10.5, 20.8, 23.0}) {
      all.add(new Opening(Kind.DOOR, 5.275, y, 0.9, INNER, true, 1, true, false));
    }
    all.add(new Opening(Kind.DOOR, 5.275, 15.4, 0.8, INNER, true, 1, true, true));
    all.add(new Opening(Kind.DOOR, 5.275, 18.2, 0.8, INNER, true, 1, true, true));
    addWindows(all);
    return List.copyOf(all);
  }

  private static void addWindows(List<Opening> all) {
    double[][] south = {{2.6, 2.4}, {6.6, 2.4}, {10.9, 1.8}, {14.6, 1.8}, {18.3, 1.8}, {22, 1.8}};
    double[][] east = {{2.7, 1.8}, {9.8, 2.4}};
    double[][] north = {{14.7, 2.0}, {19.5, 2.4}, {24.9, 2.4}};
    double[][] wing = {{14.5, 2.0}, {18.8, 2.0}, {23.4, 1.2}};
    double[][] top = {{2.7, 2.0}, {6.25, 1.2}};
    double[][] west = {{2.7, 2.4}, {7.4, 2.0}, {11.8, 2.0}, {15.4, 0.6}, {18.2, 0.6}, {23.9, 1.8}};
    addRow(all, south, 0.125, false);
    all.add(Opening.window(25.8, 0.125, 2.4, OUTER, false));
    addRow(all, east, 27.875, true);
    addRow(all, north, 12.375, false);
    addRow(all, wing, 12.375, true);
    addRow(all, top, 25.875, false);
    addRow(all, west, 0.125, true);
  }

  /** Windows of one façade: each its place along it and its width. */
  private static void addRow(List<Opening> all, double[][] row, double axis, boolean vertical) {
    for (var w : row) {
      all.add(
          Opening.window(vertical ? axis : w[0], vertical ? w[0] : axis, w[1], OUTER, vertical));
    }
  }

  private static List<Symbol> furniture() {
    var all = new ArrayList<Symbol>();
    for (double x : new double[] {11.0, 14.7, 18.4}) {
      all.add(new Symbol("POSTE", x, 0.25, 0));
    }
    for (double x : new double[] {14.7, 19.6, 23.8, 26.2}) {
      all.add(new Symbol("POSTE", x, 12.25, 180));
    }
    for (double y : new double[] {7.4, 11.8, 23.9}) {
      all.add(new Symbol("POSTE", 0.25, y, -90));
    }
    for (double y : new double[] {14.5, 18.8}) {
      all.add(new Symbol("POSTE", 12.25, y, 90));
    }
    return all;
  }

  static byte[] drawing() {
    var sheet = new DxfSketch(DxfSketch.Version.R12, PLACEMENT);
    int colour = 1;
    for (var layer :
        List.of("MURS", "PORTES", "FENETRES", "MOBILIER", "TEXTES", "ESCALIERS", "COTES", "AXES")) {
      sheet.layer(layer, colour++);
    }
    sheet.block("POSTE", Furniture::desk);
    var plan = plan();
    var drafter = new Drafter(sheet, LAYERS);
    drafter.looseWalls(plan, SEED);
    drafter.rawOpenings(plan);
    drafter.furniture(plan);
    meetingTable(sheet);
    stairs(sheet);
    drafter.names(plan, 0.25, "m2", ',');
    axes(sheet);
    dimensions(sheet);
    sheet.text("TEXTES", 0.5, 14, -3.6, 0, "ÉTAGE COURANT");
    return sheet.bytes(0, Charset.forName("windows-1252"), "\r\n");
  }

  private static void meetingTable(DxfSketch sheet) {
    sheet.polyline("MOBILIER", 2.6, 1.2, 6.6, 1.2, 7.0, 1.7, 6.6, 2.2, 2.6, 2.2, 2.2, 1.7);
    for (int i = 0; i < 5; i++) {
      sheet.circle("MOBILIER", 2.9 + i * 0.85, 0.9, 0.22);
      sheet.circle("MOBILIER", 2.9 + i * 0.85, 2.5, 0.22);
    }
  }

  /** Two flights of nine treads with the rail between them. */
  private static void stairs(DxfSketch sheet) {
    for (int i = 0; i <= 9; i++) {
      double x = 9.3 + i * 0.28;
      sheet.line("ESCALIERS", x, 21.1, x, 23.4);
      sheet.line("ESCALIERS", x, 23.4, x, 25.75);
    }
    sheet.line("ESCALIERS", 9.3, 23.4, 11.82, 23.4);
    sheet.line("ESCALIERS", 8.9, 22.25, 11.6, 22.25);
  }

  private static void axes(DxfSketch sheet) {
    for (double x : new double[] {0.125, 5.275, 12.375, 27.875}) {
      sheet.line("AXES", x, -1.5, x, 27.2);
      sheet.circle("AXES", x, 27.6, 0.4);
    }
    for (double y : new double[] {0.125, 5.275, 12.375, 25.875}) {
      sheet.line("AXES", -1.5, y, 29.2, y);
      sheet.circle("AXES", -1.9, y, 0.4);
    }
  }

  /** R12 drafters explode their dimensions: lines, ticks and a figure in centimetres. */
  private static void dimensions(DxfSketch sheet) {
    sheet.line("COTES", 0, -2.2, 28, -2.2);
    sheet.line("COTES", 0, -0.2, 0, -2.4);
    sheet.line("COTES", 28, -0.2, 28, -2.4);
    sheet.text("COTES", 0.25, 14, -2.0, 0, "2800");
    sheet.line("COTES", -2.9, 0, -2.9, 26);
    sheet.line("COTES", -0.2, 0, -3.1, 0);
    sheet.line("COTES", -0.2, 26, -3.1, 26);
    sheet.text("COTES", 0.25, -3.1, 13, 90, "2600");
  }
}
