package dev.planlift.samples;

import dev.planlift.samples.FloorPlan.Kind;
import dev.planlift.samples.FloorPlan.Opening;
import dev.planlift.samples.FloorPlan.Room;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * A rectangular house whose rooms come from halving it again and again; every room can be reached,
 * every outer room has a window. The seed decides everything.
 */
final class RandomPlan {
  /** How it is drawn. */
  enum Manner {
    /** Closed outlines, blocks, a declared unit. */
    OUTLINE,
    /** Loose lines, bare arcs, no unit. */
    LINES
  }

  private static final double SMALLEST_SIDE = 2.2;
  private static final double LARGE_ROOM = 18;
  private static final double MARGIN = 0.2;
  private static final int[] UNITS_PER_METRE = {1000, 100, 1};
  private static final int[] UNIT_CODES = {4, 5, 6};

  private final Random random;
  private final double outer;
  private final double inner;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Opening> openings = new ArrayList<>();
  private final FloorPlan plan;
  private final Placement placement;
  private final int unitCode;
  private final Manner manner;

  private record Box(double left, double bottom, double right, double top) {
    double width() {
      return right - left;
    }

    double depth() {
      return top - bottom;
    }
  }

  RandomPlan(long seed, Manner manner) {
    this.manner = manner;
    random = new Random(seed);
    outer = 0.2 + random.nextInt(3) * 0.05;
    inner = 0.1 + random.nextInt(2) * 0.02;
    double width = tenths(9, 16);
    double depth = tenths(7, 12);
    split(new Box(outer, outer, width - outer, depth - outer));
    doors();
    windows(width, depth);
    var rooms = new ArrayList<Room>();
    for (var box : boxes) {
      var label = "ROOM " + (rooms.size() + 1);
      rooms.add(Room.box(label, box.left(), box.bottom(), box.right(), box.top()));
    }
    plan =
        new FloorPlan(
            FloorPlan.polygon(0, 0, width, 0, width, depth, 0, depth), rooms, openings, List.of());
    int unit = random.nextInt(UNITS_PER_METRE.length);
    unitCode = UNIT_CODES[unit];
    double turn = Math.toRadians(random.nextInt(4) * 12.5);
    placement = new Placement(UNITS_PER_METRE[unit], turn, tenths(-500, 5000), tenths(-500, 5000));
  }

  FloorPlan plan() {
    return plan;
  }

  Placement placement() {
    return placement;
  }

  byte[] drawing() {
    boolean tidy = manner == Manner.OUTLINE;
    var version = tidy ? DxfSketch.Version.R2010 : DxfSketch.Version.R12;
    var sheet = new DxfSketch(version, placement);
    var layers = new Drafter.Layers("WALL", "DOOR", "WINDOW", "FURNITURE", "TEXT");
    for (var layer : List.of("WALL", "DOOR", "WINDOW", "FURNITURE", "TEXT")) {
      sheet.layer(layer, 7);
    }
    var drafter = new Drafter(sheet, layers);
    if (tidy) {
      drafter.outlineWalls(plan);
      drafter.openingBlocks(plan);
    } else {
      drafter.looseWalls(plan, random.nextLong());
      drafter.rawOpenings(plan);
    }
    drafter.names(plan, 0.18, "m2", '.');
    return sheet.bytes(tidy ? unitCode : 0, StandardCharsets.UTF_8, "\n");
  }

  private double tenths(int from, int to) {
    return from + random.nextInt((to - from) * 10 + 1) / 10.0;
  }

  private void split(Box box) {
    boolean across = box.width() > box.depth();
    double side = across ? box.width() : box.depth();
    double space = side - inner - 2 * SMALLEST_SIDE;
    boolean smallEnough = box.width() * box.depth() < LARGE_ROOM && random.nextInt(3) > 0;
    if (smallEnough || space < 0.1) {
      boxes.add(box);
      return;
    }
    double first = SMALLEST_SIDE + random.nextInt((int) (space * 10) + 1) / 10.0;
    if (across) {
      split(new Box(box.left(), box.bottom(), box.left() + first, box.top()));
      split(new Box(box.left() + first + inner, box.bottom(), box.right(), box.top()));
    } else {
      split(new Box(box.left(), box.bottom(), box.right(), box.bottom() + first));
      split(new Box(box.left(), box.bottom() + first + inner, box.right(), box.top()));
    }
  }

  /** From the first room on, a door to every room not reached yet. */
  private void doors() {
    var reached = new HashSet<Integer>();
    reached.add(0);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int a : List.copyOf(reached)) {
        for (int b = 0; b < boxes.size(); b++) {
          if (!reached.contains(b) && doorBetween(boxes.get(a), boxes.get(b))) {
            reached.add(b);
            grown = true;
          }
        }
      }
    }
  }

  private boolean doorBetween(Box a, Box b) {
    boolean beside = touching(a.right(), b.left()) || touching(b.right(), a.left());
    boolean above = touching(a.top(), b.bottom()) || touching(b.top(), a.bottom());
    if (!beside && !above) {
      return false;
    }
    double from = beside ? Math.max(a.bottom(), b.bottom()) : Math.max(a.left(), b.left());
    double to = beside ? Math.min(a.top(), b.top()) : Math.min(a.right(), b.right());
    double width = 0.7 + random.nextInt(3) * 0.1;
    if (to - from < width + 2 * MARGIN) {
      return false;
    }
    double along = place(from, to, width);
    double axis =
        beside
            ? Math.min(a.right(), b.right()) + inner / 2
            : Math.min(a.top(), b.top()) + inner / 2;
    openings.add(
        new Opening(
            Kind.DOOR,
            beside ? axis : along,
            beside ? along : axis,
            width,
            inner,
            beside,
            1,
            random.nextBoolean(),
            random.nextBoolean()));
    return true;
  }

  private boolean touching(double before, double after) {
    return Math.abs(after - before - inner) < 1e-6;
  }

  private double place(double from, double to, double width) {
    double room = to - from - width - 2 * MARGIN;
    return from + MARGIN + width / 2 + Math.floor(random.nextDouble() * room * 10) / 10;
  }

  private void windows(double width, double depth) {
    boolean entrance = false;
    for (var box : boxes) {
      if (Math.abs(box.bottom() - outer) < 1e-6) {
        entrance = opening(box.left(), box.right(), outer / 2, false, !entrance) || entrance;
      } else if (Math.abs(box.top() - (depth - outer)) < 1e-6) {
        opening(box.left(), box.right(), depth - outer / 2, false, false);
      } else if (Math.abs(box.left() - outer) < 1e-6) {
        opening(box.bottom(), box.top(), outer / 2, true, false);
      } else if (Math.abs(box.right() - (width - outer)) < 1e-6) {
        opening(box.bottom(), box.top(), width - outer / 2, true, false);
      }
    }
  }

  private boolean opening(double from, double to, double axis, boolean vertical, boolean door) {
    double width = door ? 1.0 : Math.min(0.8 + random.nextInt(9) * 0.1, to - from - 2 * MARGIN);
    double along = place(from, to, width);
    double x = vertical ? axis : along;
    double y = vertical ? along : axis;
    openings.add(
        door
            ? new Opening(Kind.DOOR, x, y, width, outer, vertical, 1, true, true)
            : Opening.window(x, y, width, outer, vertical));
    return door;
  }
}
