package dev.planlift.cli.bench.dxf;

import dev.planlift.cli.bench.dxf.PlanDraft.Symbol;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One floor of a hospital or an office: islands of rooms, two rows back to back, between corridors
 * that fire doors part, and an outer wall with windows around; all walls hang together. Walls are
 * drawn by their faces, as lines that end at jambs. Most rooms have a bathroom, all are furnished
 * and named, no two are quite the same.
 */
final class DrawnFloor {
  static final Symbol DOOR =
      new Symbol("DOOR-90", Symbol.boxes(0, 0, 40, 900), new double[] {0, 0, 900, 0, 90});
  static final Symbol BED =
      new Symbol(
          "BED-200",
          Symbol.boxes(0, 0, 1000, 2000, 0, 1500, 1000, 500, 150, 1600, 700, 300),
          none());
  static final Symbol TABLE =
      new Symbol(
          "TABLE",
          Symbol.boxes(0, 0, 1200, 700, 100, -450, 420, 400, 650, -450, 420, 400),
          new double[] {600, 350, 200, 0, 360});
  static final Symbol BASIN =
      new Symbol("WASHBASIN", Symbol.boxes(0, 0, 600, 450), new double[] {300, 225, 150, 0, 360});
  static final Symbol TOILET =
      new Symbol("WC", Symbol.boxes(0, 0, 400, 200), new double[] {200, 400, 200, 0, 360});
  static final Symbol CUPBOARD =
      new Symbol("CUPBOARD", new double[] {0, 0, 0, 600, 0, 600, 1200, 0}, none());
  static final List<Symbol> SYMBOLS = List.of(DOOR, BED, TABLE, BASIN, TOILET, CUPBOARD);

  private static final double CORRIDOR = 2400;
  private static final double INNER = 150;
  private static final double OUTER = 365;
  private static final double DEPTH = 5200;
  private static final double FRAME = 200;
  private static final double WINDOW = 1500;

  private final PlanDraft draft;
  private final Random random;
  private final int columns;
  private final int rows;
  private final int roomsARow;
  private final double left;
  private final double bottom;
  private int number;

  /**
   * A floor.
   *
   * @param columns islands beside each other
   * @param rows islands over each other
   * @param left of the outer wall, millimetres
   */
  DrawnFloor(
      PlanDraft draft,
      Random random,
      int columns,
      int rows,
      int roomsARow,
      double left,
      double bottom) {
    this.draft = draft;
    this.random = random;
    this.columns = columns;
    this.rows = rows;
    this.roomsARow = roomsARow;
    this.left = left;
    this.bottom = bottom;
  }

  /** The text that says how large a rectangle of millimetres is. */
  static String area(double width, double height) {
    return String.format(Locale.ROOT, "%.2f m2", Math.abs(width * height) / 1e6);
  }

  private static double[] none() {
    return new double[0];
  }

  private double islandWidth() {
    return roomsARow * (3600 + INNER) + INNER;
  }

  private static double islandHeight() {
    return 2 * DEPTH + 3 * INNER;
  }

  double width() {
    return columns * (islandWidth() + CORRIDOR) + CORRIDOR + 2 * OUTER;
  }

  double height() {
    return rows * (islandHeight() + CORRIDOR) + CORRIDOR + 2 * OUTER;
  }

  void draw() throws IOException {
    outerWall();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = left + OUTER + CORRIDOR + column * (islandWidth() + CORRIDOR);
        double y = bottom + OUTER + CORRIDOR + row * (islandHeight() + CORRIDOR);
        island(x, y);
        fireDoor(x, y + 900 + random.nextInt(500), true);
        fireDoor(x + 1000 + random.nextInt(500), y, false);
        if (column == columns - 1) {
          fireDoor(x + islandWidth() + CORRIDOR, y + 900, true);
        }
        if (row == rows - 1) {
          fireDoor(x + 1000, y + islandHeight() + CORRIDOR, false);
        }
      }
    }
  }

  private void outerWall() throws IOException {
    double right = left + width();
    double top = bottom + height();
    outerSide(left, bottom, right, bottom, 1, 1);
    outerSide(right, bottom, right, top, -1, 1);
    outerSide(right, top, left, top, -1, -1);
    outerSide(left, top, left, bottom, 1, -1);
  }

  /** One side from corner to corner, its inner face towards {@code inX} and {@code inY}. */
  private void outerSide(double x0, double y0, double x1, double y1, int inX, int inY)
      throws IOException {
    boolean level = y0 == y1;
    double length = Math.abs(level ? x1 - x0 : y1 - y0);
    double ux = Math.signum(x1 - x0);
    double uy = Math.signum(y1 - y0);
    double nx = level ? 0 : inX;
    double ny = level ? inY : 0;
    double from = 0;
    for (double at = 2000; at < length - 4000; at += 2700 + random.nextInt(600)) {
      faces(x0, y0, ux, uy, nx, ny, from, at, OUTER);
      double to = at + WINDOW;
      for (double across : new double[] {120, 180, 240}) {
        draft.line(
            "window",
            x0 + ux * at + nx * across,
            y0 + uy * at + ny * across,
            x0 + ux * to + nx * across,
            y0 + uy * to + ny * across);
      }
      jamb(x0, y0, ux, uy, nx, ny, at);
      jamb(x0, y0, ux, uy, nx, ny, to);
      from = to;
    }
    faces(x0, y0, ux, uy, nx, ny, from, length, OUTER);
  }

  private void faces(
      double x0,
      double y0,
      double ux,
      double uy,
      double nx,
      double ny,
      double from,
      double to,
      double end)
      throws IOException {
    double length = Math.abs(ux) > 0 ? width() : height();
    double innerFrom = from == 0 ? end : from;
    double innerTo = to == length ? to - end : to;
    draft.line("wall", x0 + ux * from, y0 + uy * from, x0 + ux * to, y0 + uy * to);
    draft.line(
        "wall",
        x0 + ux * innerFrom + nx * OUTER,
        y0 + uy * innerFrom + ny * OUTER,
        x0 + ux * innerTo + nx * OUTER,
        y0 + uy * innerTo + ny * OUTER);
  }

  private void jamb(double x0, double y0, double ux, double uy, double nx, double ny, double at)
      throws IOException {
    double x = x0 + ux * at;
    double y = y0 + uy * at;
    draft.line("wall", x, y, x + nx * OUTER, y + ny * OUTER);
  }

  /** A double door across the corridor before a point: to its left, or below it. */
  private void fireDoor(double x, double y, boolean toLeft) throws IOException {
    double stub = (CORRIDOR - 1800) / 2;
    for (double at : new double[] {0, CORRIDOR - stub}) {
      if (toLeft) {
        double from = x - CORRIDOR + at;
        boolean first = at == 0;
        double end = first ? from + stub : from;
        double root = first ? from : from + stub;
        draft.lines("wall", root, y, end, y, end, y + INNER, root, y + INNER);
      } else {
        double from = y - CORRIDOR + at;
        boolean first = at == 0;
        double end = first ? from + stub : from;
        double root = first ? from : from + stub;
        draft.lines("wall", x, root, x, end, x + INNER, end, x + INNER, root);
      }
    }
    if (toLeft) {
      draft.place("door", DOOR, x - CORRIDOR + stub, y, 0, false);
      draft.place("door", DOOR, x - stub, y, 180, true);
    } else {
      draft.place("door", DOOR, x, y - CORRIDOR + stub, 90, true);
      draft.place("door", DOOR, x, y - stub, 270, false);
    }
  }

  /** Two rows of rooms back to back, the first at a corner. */
  private void island(double x, double y) throws IOException {
    double top = y + islandHeight();
    draft.line("wall", x, y, x, top);
    draft.line("wall", x + islandWidth(), y, x + islandWidth(), top);
    row(x, y, 1);
    row(x, top, -1);
  }

  /** A row of rooms from a corridor's face, up where {@code up} is 1, down where it is −1. */
  private void row(double x, double y, int up) throws IOException {
    double end = x + islandWidth();
    double face = x;
    double from = x + INNER;
    for (int i = 0; i < roomsARow; i++) {
      double width =
          i + 1 == roomsARow ? end - INNER - from : 3600 + (random.nextInt(9) - 4) * 50.0;
      double to = Math.min(from + width, end - INNER - (roomsARow - 1 - i) * 3000.0);
      double door = to - FRAME - 900;
      draft.line("wall", face, y, door, y);
      face = door + 900;
      room(from, to, y + up * INNER, y + up * (INNER + DEPTH), up, door);
      from = to + INNER;
    }
    draft.line("wall", face, y, end, y);
  }

  /** A room with the door's left jamb at {@code door}, mostly with a bathroom beside the door. */
  private void room(double x0, double x1, double y0, double y1, int up, double door)
      throws IOException {
    number++;
    double outside = y0 - up * INNER;
    draft.line("wall", door, outside, door, y0);
    draft.line("wall", door + 900, outside, door + 900, y0);
    draft.place("door", DOOR, door, y0, 0, up < 0);
    draft.line("wall", door + 900, y0, x1, y0);
    draft.lines("wall", x1, y0, x1, y1, x0, y1);
    if (number % 5 == 0) {
      draft.lines("wall", x0, y1, x0, y0, door, y0);
    } else {
      bathroom(x0, y0, y1, up, door);
    }
    draft.place("furniture", BED, x0 + 300, y1 - up * 2300, 0, up < 0);
    draft.place("furniture", TABLE, x1 - 1400, y1 - up * 900, 0, up < 0);
    draft.place("furniture", CUPBOARD, x1 - 650, y0 + up * 1500, 90, false);
    draft.text(x0 + 400, y1 - up * 2700, 150, "Room " + (1000 + number));
    draft.text(x0 + 400, y1 - up * 3000, 100, area(x1 - x0, y1 - y0));
  }

  private void bathroom(double x0, double y0, double y1, int up, double door) throws IOException {
    double wall = 100;
    double right = door - 300 - wall;
    double end = y0 + up * (1900 + random.nextInt(5) * 50.0);
    double from = y0 + up * 500.0;
    double to = from + up * 900.0;
    draft.lines("wall", right, from, right, y0, x0, y0, x0, end, right, end, right, to);
    draft.lines("wall", right, from, right + wall, from, right + wall, y0, door, y0);
    draft.lines("wall", right, to, right + wall, to, right + wall, end + up * wall);
    draft.lines("wall", right + wall, end + up * wall, x0, end + up * wall, x0, y1);
    draft.place("door", DOOR, right + wall, from, 90, up > 0);
    draft.place("furniture", BASIN, x0 + 100, y0 + up * 60, 0, up < 0);
    draft.place("furniture", TOILET, x0 + 900, y0 + up * 60, 0, up < 0);
    draft.text(x0 + 300, y0 + up * 1200, 100, "WC");
  }
}
