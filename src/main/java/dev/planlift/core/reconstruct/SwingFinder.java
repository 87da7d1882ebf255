package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds door swings: arcs of about a quarter circle with a door's radius, and the leaf, a line from
 * the centre (or, for a leaf drawn with its thickness, from beside it) to one end of the arc.
 */
final class SwingFinder {
  private static final double MIN_SWEEP_RAD = Math.toRadians(28);

  /** A leaf may stand just ajar, where it is drawn. */
  private static final double AJAR_RAD = Math.toRadians(10);

  private static final double MAX_SWEEP_RAD = Math.toRadians(115);

  /** How far a leaf's corner may lie off the hinge or the arc's end: the thickness of a leaf. */
  private static final double LEAF_M = 0.07;

  /** A leaf that stands in a frame begins this far from the hinge at most, or this share of it. */
  private static final double FRAME_M = 0.16;

  private static final double OF_LEAF = 0.15;

  /** An arc may be drawn on by this beyond a leaf that is drawn as its very radius. */
  private static final double OVERSHOT_M = 0.15;

  private static final double EXACT_M = 0.01;

  /** Leaves that are drawn just ajar open no further. */
  private static final double MAX_AJAR_RAD = Math.toRadians(40);

  /** An arc across the edge of a leaf has a centre of its own, and turns further than the leaf. */
  private static final double MAX_SKETCHED_RAD = Math.toRadians(60);

  private static final double MIN_SKETCHED_M = 0.25;

  private static final double UPRIGHT = Math.cos(Math.toRadians(25));

  private final LineWork work;
  private final LineIndex index;
  private final LineIndex fills;

  SwingFinder(LineWork work, LineIndex index) {
    this.work = work;
    this.index = index;
    this.fills = new LineIndex(LeafFills.sides(work));
  }

  List<Swing> find() {
    var swings = new ArrayList<Swing>();
    for (var arc : work.arcs()) {
      double sweep = Math.abs(arc.sweepRad());
      if (work.use(arc.item()) != LineWork.Use.OTHER
          && arc.radius() >= MIN_SKETCHED_M
          && arc.radius() <= Sizes.MAX_DOOR_M
          && sweep >= AJAR_RAD
          && sweep <= MAX_SWEEP_RAD) {
        int before = swings.size();
        if (arc.radius() >= Sizes.MIN_DOOR_M * 0.9) {
          swing(arc, swings);
        }
        if (swings.size() == before && sweep < MAX_SKETCHED_RAD) {
          sketched(arc, arc.start(), arc.end())
              .or(() -> sketched(arc, arc.end(), arc.start()))
              .ifPresent(swings::add);
        }
      }
    }
    return swings;
  }

  private void swing(LineWork.Arc arc, List<Swing> swings) {
    var atStart = leaf(arc.center(), arc.start());
    var atEnd = leaf(arc.center(), arc.end());
    boolean quarter = Math.abs(arc.sweepRad()) > Math.toRadians(80);
    if (!atStart.isEmpty() && atEnd.isEmpty()) {
      swings.add(swing(arc, arc.start(), arc.end(), true, atStart));
    } else if (!atEnd.isEmpty() && atStart.isEmpty()) {
      swings.add(swing(arc, arc.end(), arc.start(), true, atEnd));
    } else if ((quarter && work.use(arc.item()) != LineWork.Use.FREE)
        || (!atStart.isEmpty() && Math.abs(arc.sweepRad()) >= MIN_SWEEP_RAD)) {
      swings.add(swing(arc, arc.start(), arc.end(), false, List.of()));
    }
  }

  /**
   * A leaf just ajar, its arc sketched across its edge: whatever its centre, it stands upright on
   * the leaf near one of its ends.
   */
  private Optional<Swing> sketched(LineWork.Arc arc, Coordinate open, Coordinate other) {
    for (var line : index.near(open, OVERSHOT_M)) {
      boolean first = line.a().distance(open) < line.b().distance(open);
      var edge = first ? line.a() : line.b();
      var hinge = first ? line.b() : line.a();
      double across = Math.abs(cosine(edge, hinge, edge, arc.center()));
      double turn = cosine(hinge, edge, hinge, other);
      double length = line.length();
      if (line.item() != arc.item()
          && work.use(line.item()) != LineWork.Use.WALL
          && edge.distance(open) < OVERSHOT_M
          && length >= Sizes.MIN_DOOR_M
          && length <= Sizes.MAX_DOOR_M
          && across > UPRIGHT
          && turn > Math.cos(MAX_AJAR_RAD)
          && Math.abs(hinge.distance(other) - length) < OVERSHOT_M) {
        var closed = onward(hinge, other, length);
        return Optional.of(
            new Swing(hinge, length, edge, closed, true, List.of(arc.item(), line.item())));
      }
    }
    return Optional.empty();
  }

  /** Of the angle between the directions from a to b and from c to d. */
  private static double cosine(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    double dot = (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y);
    return dot / Math.max(1e-9, a.distance(b) * c.distance(d));
  }

  private static Coordinate onward(Coordinate from, Coordinate through, double by) {
    double t = by / from.distance(through);
    return new Coordinate(from.x + (through.x - from.x) * t, from.y + (through.y - from.y) * t);
  }

  private static Swing swing(
      LineWork.Arc arc, Coordinate open, Coordinate closed, boolean sure, List<Integer> leaf) {
    var items = new ArrayList<Integer>();
    items.add(arc.item());
    items.addAll(leaf);
    return new Swing(arc.center(), arc.radius(), open, closed, sure, List.copyOf(items));
  }

  private static boolean isLeaf(Coordinate hinge, Coordinate edge, Coordinate from, Coordinate to) {
    double radius = hinge.distance(edge);
    boolean exact =
        from.distance(hinge) < EXACT_M && Math.abs(to.distance(hinge) - radius) < EXACT_M;
    return (from.distance(hinge) < LEAF_M || isInFrame(hinge, edge, from))
        && to.distance(edge) < (exact ? OVERSHOT_M : LEAF_M);
  }

  /** Whether a leaf begins a little beside its hinge, on the way to its edge. */
  private static boolean isInFrame(Coordinate hinge, Coordinate edge, Coordinate from) {
    double radius = hinge.distance(edge);
    return from.distance(hinge) < Math.min(FRAME_M, OF_LEAF * radius)
        && from.distance(edge) < radius
        && Distance.pointToSegment(from, hinge, edge) < LEAF_M;
  }

  /** The items of lines that run from the hinge to the edge, give or take a leaf's thickness. */
  private List<Integer> leaf(Coordinate hinge, Coordinate edge) {
    var items = new ArrayList<Integer>();
    for (var line : index.near(hinge, FRAME_M)) {
      boolean along =
          isLeaf(hinge, edge, line.a(), line.b()) || isLeaf(hinge, edge, line.b(), line.a());
      if (along && work.use(line.item()) != LineWork.Use.WALL) {
        items.add(line.item());
      }
    }
    for (var side : fills.near(hinge, LEAF_M)) {
      if (isLeaf(hinge, edge, side.a(), side.b()) || isLeaf(hinge, edge, side.b(), side.a())) {
        items.add(side.item());
      }
    }
    return items;
  }
}
