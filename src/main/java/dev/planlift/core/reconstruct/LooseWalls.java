package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Walls among trusted lines that bound no closed face: two parallel lines that end in nothing are
 * filled where they face each other; a plan whose walls are drawn as single lines gets them with a
 * usual thickness.
 */
final class LooseWalls {
  /** What a wall drawn as one line is given: a plain inner wall. */
  static final double SINGLE_LINE_M = 0.12;

  private static final double NEAR_M = 0.02;
  private static final double PARALLEL = Math.sin(Math.toRadians(1.5));
  private static final double MIN_OVERLAP_M = 0.25;

  /** Single lines are walls only where they are this much of all. */
  private static final double MOSTLY = 0.5;

  private final List<LineWork.Line> open = new ArrayList<>();
  private final double total;
  private final double openLength;

  private LooseWalls(List<LineWork.Line> lines, Geometry walls) {
    double all = 0;
    double uncovered = 0;
    var inside = walls.isEmpty() ? null : new AreaLocator(Polygons.grown(walls, NEAR_M));
    for (var line : lines) {
      all += line.length();
      if (inside == null || inside.locate(line.middle()) == Location.EXTERIOR) {
        open.add(line);
        uncovered += line.length();
      }
    }
    total = all;
    openLength = uncovered;
  }

  /**
   * Further wall areas.
   *
   * @param lines faces of walls, surely
   * @param walls found so far
   * @param thickest the thickest wall, metres
   */
  static List<Polygon> find(List<LineWork.Line> lines, Geometry walls, double thickest) {
    return new LooseWalls(lines, walls).areas(thickest);
  }

  private List<Polygon> areas(double thickest) {
    var bands = new Bands();
    var single = new ArrayList<WideLine>();
    var index = new LineIndex(open);
    for (var line : open) {
      boolean alone = true;
      var box = new Envelope(line.a(), line.b());
      box.expandBy(thickest);
      for (var other : index.in(box)) {
        if (!other.equals(line) && facing(line, other, thickest) > 0) {
          alone = false;
          if (line.item() < other.item() || line.a().compareTo(other.a()) < 0) {
            bands.add(line, other);
          }
        }
      }
      if (alone && line.length() > SINGLE_LINE_M) {
        single.add(new WideLine(List.of(line.a(), line.b()), SINGLE_LINE_M, line.item()));
      }
    }
    var areas = bands.walls();
    double singleLength =
        single.stream()
            .mapToDouble(w -> w.points().getFirst().distance(w.points().getLast()))
            .sum();
    if (singleLength > MOSTLY * total && openLength > 4) {
      WideLine.areas(single).forEach(area -> areas.add(area.polygon()));
    }
    return areas;
  }

  /** What lies between two lines each; those of one line lie side by side. */
  private static final class Bands {
    private final List<Polygon> areas = new ArrayList<>();
    private final Map<LineWork.Line, Integer> firstOf = new HashMap<>();
    private final List<int[]> besideEachOther = new ArrayList<>();

    void add(LineWork.Line line, LineWork.Line other) {
      int number = areas.size();
      areas.add(band(line, other));
      for (var side : List.of(line, other)) {
        var first = firstOf.putIfAbsent(side, number);
        if (first != null) {
          besideEachOther.add(new int[] {first, number});
        }
      }
    }

    /** All that are not strips of a hatch. */
    List<Polygon> walls() {
      var beside = new DisjointSets(areas.size());
      besideEachOther.forEach(pair -> beside.join(pair[0], pair[1]));
      var strips = new HashSet<>(HatchBlocks.strips(areas, beside, Polygons::union));
      return IntStream.range(0, areas.size())
          .filter(i -> !strips.contains(i))
          .mapToObj(areas::get)
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }

  /** Whether two lines run beside each other as the faces of one wall do. */
  static boolean faces(LineWork.Line a, LineWork.Line b) {
    return facing(a, b) > 0;
  }

  /** For how long they do, metres; 0 where they do not. */
  static double facing(LineWork.Line a, LineWork.Line b) {
    return facing(a, b, Sizes.MAX_WALL_M);
  }

  private static double facing(LineWork.Line a, LineWork.Line b, double thickest) {
    var face = Stretch.of(a);
    if (face.sine(b) > PARALLEL) {
      return 0;
    }
    double distance = Math.abs(face.across(b.middle()));
    double length = face.beside(b);
    boolean near = distance >= Sizes.MIN_WALL_M && distance <= thickest;
    return near && length > Math.max(MIN_OVERLAP_M, distance) ? length : 0;
  }

  /** The area between two lines where they face each other. */
  private static Polygon band(LineWork.Line a, LineWork.Line b) {
    var face = Stretch.of(a);
    double middle = (face.from(b) + face.to(b)) / 2;
    double off = face.across(b.middle());
    return Polygons.rectangle(
        face.at(middle, off / 2), a.angleRad(), face.beside(b), Math.abs(off));
  }
}
