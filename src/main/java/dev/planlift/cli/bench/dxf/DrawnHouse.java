package dev.planlift.cli.bench.dxf;

import static dev.planlift.cli.bench.dxf.DrawnFloor.BASIN;
import static dev.planlift.cli.bench.dxf.DrawnFloor.BED;
import static dev.planlift.cli.bench.dxf.DrawnFloor.DOOR;
import static dev.planlift.cli.bench.dxf.DrawnFloor.TABLE;
import static dev.planlift.cli.bench.dxf.DrawnFloor.TOILET;

import java.io.IOException;
import java.util.Random;

/**
 * One floor of a house: six rooms in three columns, those above onto those below, windows all
 * around, a stair, furniture, a dimension chain, and a title below. No two are the same.
 */
final class DrawnHouse {
  /** What a house takes with the paper around it. */
  static final double TILE = 22_000;

  private static final double OUTER = 300;
  private static final double INNER = 120;
  private static final String[] ROOMS = {
    "Living", "Kitchen", "Hall", "Bedroom", "Bath", "Bedroom 2"
  };

  private final PlanDraft draft;
  private final double left;
  private final double bottom;
  private final double[] xs;
  private final double[] ys;

  /** A floor that is told by its house's number, its outer corner at a point. */
  DrawnHouse(PlanDraft draft, int house, int storey, double left, double bottom) {
    var outside = new Random(house);
    var inside = new Random(31L * house + storey + 1);
    this.draft = draft;
    this.left = left;
    this.bottom = bottom;
    double first = 3500 + 50.0 * inside.nextInt(20);
    double second = first + 2600 + 50.0 * inside.nextInt(20);
    xs = new double[] {0, first, second, 10_900 + 50.0 * outside.nextInt(20)};
    double middle = 4000 + 50.0 * inside.nextInt(16);
    ys = new double[] {0, middle, 8400 + 50.0 * outside.nextInt(16)};
  }

  void draw(String title) throws IOException {
    double right = left + xs[3] + 2 * INNER + 2 * OUTER;
    double top = bottom + ys[2] + INNER + 2 * OUTER;
    outside(left, right, bottom, 1);
    outside(left, right, top, -1);
    draft.line("wall", left, bottom, left, top);
    draft.line("wall", right, bottom, right, top);
    for (int column = 0; column < 3; column++) {
      for (int row = 0; row < 2; row++) {
        room(column, row);
      }
    }
    stair(left + OUTER + xs[1] + INNER + 150, bottom + OUTER + 900);
    chain(right, bottom - 1200);
    draft.text(left, bottom - 2500, 400, title);
  }

  private double from(int column) {
    return left + OUTER + xs[column] + (column > 0 ? column * INNER : 0);
  }

  private double windowAt(int column) {
    return (from(column) + from(column) + xs[column + 1] - xs[column]) / 2 - 600;
  }

  /** An outer face with a window in each column, the wall on the side {@code in}. */
  private void outside(double x0, double x1, double y, int in) throws IOException {
    double face = x0;
    for (int column = 0; column < 3; column++) {
      double at = windowAt(column);
      draft.line("wall", face, y, at, y);
      for (double across : new double[] {100, 150, 200}) {
        draft.line("window", at, y + in * across, at + 1200, y + in * across);
      }
      draft.line("wall", at, y, at, y + in * OUTER);
      draft.line("wall", at + 1200, y, at + 1200, y + in * OUTER);
      face = at + 1200;
    }
    draft.line("wall", face, y, x1, y);
  }

  /** The inner faces of a room: a window outside, a door to the next column, or up in the hall. */
  private void room(int column, int row) throws IOException {
    double x0 = from(column);
    double x1 = x0 + xs[column + 1] - xs[column];
    double y0 = bottom + OUTER + (row == 0 ? 0 : ys[1] + INNER);
    double y1 = y0 + ys[row + 1] - ys[row];
    double window = windowAt(column);
    double outer = row == 0 ? y0 : y1;
    double inner = row == 0 ? y1 : y0;
    draft.line("wall", x0, outer, window, outer);
    draft.line("wall", window + 1200, outer, x1, outer);
    boolean up = column == 1;
    double door = x0 + 400;
    draft.line("wall", x0, inner, up ? door : x1, inner);
    if (up) {
      draft.line("wall", door + 900, inner, x1, inner);
      if (row == 0) {
        draft.line("wall", door, y1, door, y1 + INNER);
        draft.line("wall", door + 900, y1, door + 900, y1 + INNER);
        draft.place("door", DOOR, door, y1 + INNER, 0, false);
      }
    }
    side(x0, y0, y1, column > 0, false);
    side(x1, y0, y1, column < 2, column < 2);
    furnish(column, row, x0, x1, y0, y1);
  }

  /** A room's left or right face, perhaps with a door; who draws the door draws its jambs. */
  private void side(double x, double y0, double y1, boolean open, boolean jambs)
      throws IOException {
    if (!open) {
      draft.line("wall", x, y0, x, y1);
      return;
    }
    double door = y0 + 500;
    draft.line("wall", x, y0, x, door);
    draft.line("wall", x, door + 900, x, y1);
    if (jambs) {
      draft.line("wall", x, door, x + INNER, door);
      draft.line("wall", x, door + 900, x + INNER, door + 900);
      draft.place("door", DOOR, x, door, 90, false);
    }
  }

  private void furnish(int column, int row, double x0, double x1, double y0, double y1)
      throws IOException {
    if (column == 1 && row == 1) {
      draft.place("furniture", BASIN, x1 - 700, y1 - 500, 0, false);
      draft.place("furniture", TOILET, x0 + 100, y1 - 1200, 0, false);
    } else if (column != 1) {
      draft.place("furniture", row == 0 ? TABLE : BED, x0 + 1300, y1 - 2300, 0, false);
    }
    draft.text((x0 + x1) / 2 - 500, (y0 + y1) / 2 + 300, 180, ROOMS[column + 3 * row]);
    draft.text((x0 + x1) / 2 - 500, (y0 + y1) / 2, 120, DrawnFloor.area(x1 - x0, y1 - y0));
  }

  private void stair(double x, double y) throws IOException {
    for (int i = 0; i <= 8; i++) {
      draft.line("stair", x, y + 270 * i, x + 900, y + 270 * i);
    }
    draft.line("stair", x, y, x, y + 270 * 8);
    draft.line("stair", x + 900, y, x + 900, y + 270 * 8);
  }

  private void chain(double right, double y) throws IOException {
    draft.line("dimension", left, y, right, y);
    double before = left;
    for (int column = 0; column <= 3; column++) {
      double x = column == 3 ? right : from(column);
      draft.line("dimension", x, y - 150, x, y + 150);
      draft.line("dimension", x - 80, y - 80, x + 80, y + 80);
      draft.text((before + x) / 2, y + 60, 120, Long.toString(Math.round(x - before)));
      before = x;
    }
  }
}
