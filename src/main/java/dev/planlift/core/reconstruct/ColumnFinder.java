package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Finds columns: compact pieces of wall that stand by themselves, and outlines and fills that are
 * named columns or are as many alike.
 */
final class ColumnFinder {
  private static final double MIN_SIDE_M = 0.08;
  private static final double MAX_SIDE_M = 1.6;

  /** A longer one is a pier of a wall, unless it is named a column. */
  private static final double MAX_SLENDERNESS = 1.6;

  private static final double MAX_NAMED_SLENDERNESS = 4;

  private static final double SQUARE = 0.87;
  private static final double ROUND = 0.93;
  private static final double FITTING_M2 = 0.5;

  /** So many fills of one size are columns. */
  private static final int ALIKE = 4;

  /** What of a column may lie in a wall. */
  private static final double IN_WALL = 0.5;

  private final Frame frame;
  private final LineWork work;
  private final double toleranceM;
  private final Map<String, Role> roles = new HashMap<>();
  private final Set<Integer> inColumn = new HashSet<>();
  private final Set<Integer> inOther = new HashSet<>();

  /** A column's footprint, local metres; items are none where it is a piece of wall. */
  record Found(Polygon footprint, Set<Integer> items, double confidence, String reason) {}

  ColumnFinder(Frame frame, LineWork work, double toleranceM) {
    this.frame = frame;
    this.work = work;
    this.toleranceM = toleranceM;
    for (var instance : work.instances()) {
      (instance.role() == Role.COLUMN ? inColumn : inOther).addAll(instance.items());
    }
  }

  /** Whether a part of the walls is a column. */
  static boolean isColumn(Polygon part, List<Hole> holes) {
    return standsAlone(part, holes) && (fills(part) || isRound(part));
  }

  /** Whether it is as small as a column and neither square nor round: a fitting. */
  static boolean isThing(Polygon part, List<Hole> holes) {
    return standsAlone(part, holes)
        && part.getArea() < FITTING_M2
        && !fills(part)
        && !isRound(part);
  }

  private static boolean standsAlone(Polygon part, List<Hole> holes) {
    return part.getNumInteriorRing() == 0
        && isCompact(part, MAX_SLENDERNESS)
        && holes.stream().noneMatch(h -> part.getEnvelopeInternal().covers(h.center()));
  }

  private static boolean fills(Polygon part) {
    return part.getArea() > SQUARE * MinimumAreaRectangle.getMinimumRectangle(part).getArea();
  }

  /** By the isoperimetric quotient, which is 1 for a circle and π/4 for a square. */
  private static boolean isRound(Polygon part) {
    return 4 * Math.PI * part.getArea() > ROUND * part.getLength() * part.getLength();
  }

  private static boolean isCompact(Polygon part, double slenderness) {
    var whole = part.getEnvelopeInternal();
    if (Math.max(whole.getWidth(), whole.getHeight()) > 1.5 * MAX_SIDE_M) {
      return false;
    }
    var box = MinimumAreaRectangle.getMinimumRectangle(part).getCoordinates();
    if (box.length != 5) {
      return false;
    }
    double a = box[0].distance(box[1]);
    double b = box[1].distance(box[2]);
    double longer = Math.max(a, b);
    double shorter = Math.min(a, b);
    return shorter >= MIN_SIDE_M && longer <= MAX_SIDE_M && longer <= slenderness * shorter;
  }

  /** Those that are not walls, near them; none lies in another. */
  List<Found> beside(Geometry walls) {
    var near = new Envelope(walls.getEnvelopeInternal());
    near.expandBy(1);
    var all = new ArrayList<Found>(named());
    all.addAll(alike());
    var inside = PreparedGeometryFactory.prepare(walls);
    var found = new ArrayList<Found>();
    for (var column : all) {
      boolean first =
          found.stream()
              .noneMatch(
                  other ->
                      other
                              .footprint()
                              .getEnvelopeInternal()
                              .intersects(column.footprint().getEnvelopeInternal())
                          && other.footprint().intersects(column.footprint()));
      if (first && near.covers(column.footprint().getEnvelopeInternal())) {
        free(column, walls, inside.intersects(column.footprint())).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Found> free(Found column, Geometry walls, boolean touches) {
    if (!touches) {
      return Optional.of(column);
    }
    var rest = Polygons.parts(Polygons.difference(column.footprint(), walls));
    return rest.stream()
        .filter(part -> part.getArea() > IN_WALL * column.footprint().getArea())
        .map(part -> new Found(part, column.items(), column.confidence(), column.reason()))
        .findFirst();
  }

  private List<Found> named() {
    var found = new ArrayList<Found>();
    for (int i = 0; i < work.seen().size(); i++) {
      if (work.seen().get(i).item() instanceof Path path && path.closed() && isNamed(i)) {
        for (var part : Polygons.parts(Polygons.ofRing(points(path)))) {
          if (isCompact(part, MAX_NAMED_SLENDERNESS)) {
            found.add(new Found(part, Set.of(i), 0.9, "named a column"));
          }
        }
      }
    }
    for (var area : work.areas()) {
      if (isNamed(area.item()) && isCompact(area.polygon(), MAX_NAMED_SLENDERNESS)) {
        found.add(new Found(area.polygon(), Set.of(area.item()), 0.9, "named a column"));
      }
    }
    return found;
  }

  /** Filled areas of one size, not in symbols of another meaning. */
  private List<Found> alike() {
    var bySize = new HashMap<Long, List<LineWork.Area>>();
    for (var area : work.areas()) {
      boolean free = work.use(area.item()) == LineWork.Use.FREE;
      if (free && isCompact(area.polygon(), MAX_SLENDERNESS) && !mayBeLetter(area)) {
        long key = Math.round(area.polygon().getArea() * 1e4);
        bySize.computeIfAbsent(key, k -> new ArrayList<>()).add(area);
      }
    }
    var found = new ArrayList<Found>();
    for (var area : work.areas()) {
      var same = bySize.getOrDefault(Math.round(area.polygon().getArea() * 1e4), List.of());
      if (same.size() >= ALIKE && same.contains(area)) {
        found.add(
            new Found(area.polygon(), Set.of(area.item()), 0.7, "one of several equal fills"));
      }
    }
    return found;
  }

  /** On a page letters are fills, too; no column is shaped so. */
  private boolean mayBeLetter(LineWork.Area area) {
    return work.isPlotted(area.item()) && !fills(area.polygon()) && !isRound(area.polygon());
  }

  private boolean isNamed(int item) {
    if (inColumn.contains(item)) {
      return true;
    }
    var layer = work.seen().get(item).item().appearance().layer().name();
    return !inOther.contains(item)
        && roles.computeIfAbsent(layer, LayerWords.STANDARD::roleOf) == Role.COLUMN;
  }

  private List<Coordinate> points(Path path) {
    var flat = CurveFlattening.flatten(path.segments(), toleranceM / frame.metresPerUnit());
    var points = new ArrayList<Coordinate>();
    for (int i = 0; i < flat.size(); i++) {
      points.add(frame.local(flat.vertex(i)));
    }
    return points;
  }
}
