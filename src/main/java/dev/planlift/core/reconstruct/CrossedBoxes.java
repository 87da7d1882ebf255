package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.reconstruct.ThingWords.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Finds rectangles that are crossed out by both diagonals: shafts, lifts, voids. The diagonals are
 * no walls.
 *
 * @param diagonals of all of them
 * @param lifts those as large as a lift where nothing says otherwise, or a text says so
 */
record CrossedBoxes(Set<LineWork.Line> diagonals, List<Lift> lifts) {
  private static final ThingWords WORDS = ThingWords.STANDARD;
  private static final double SHORTEST_M = 0.4;
  private static final double LONGEST_M = 12;
  private static final double SAME_M = 0.03;
  private static final double MIN_CROSSED_M = 0.15;
  private static final double MIN_SIDE_M = 1.0;
  private static final double MAX_SIDE_M = 3.2;
  private static final double MAX_UNNAMED_M = 2.7;
  private static final double MIN_UNNAMED_M = 1.2;
  private static final double MAX_SLENDERNESS = 1.9;

  /** A lift's cabin, local metres. */
  record Lift(Polygon area, Set<Integer> items, double confidence, String reason) {}

  static CrossedBoxes of(LineWork work) {
    var tree = new HPRtree();
    var slanting = new ArrayList<LineWork.Line>();
    for (var line : work.lines()) {
      if (line.length() >= SHORTEST_M && line.length() <= LONGEST_M) {
        slanting.add(line);
        tree.insert(new Envelope(line.middle()), line);
      }
    }
    var diagonals = new HashSet<LineWork.Line>();
    var lifts = new ArrayList<Lift>();
    if (slanting.isEmpty()) {
      return new CrossedBoxes(diagonals, lifts);
    }
    for (var line : slanting) {
      if (!diagonals.contains(line)) {
        var box = new Envelope(line.middle());
        box.expandBy(SAME_M);
        tree.query(
            box,
            item -> {
              var other = (LineWork.Line) item;
              if (!other.equals(line) && crosses(line, other)) {
                diagonals.add(line);
                diagonals.add(other);
                lift(work, line, other, lifts);
              }
            });
      }
    }
    return new CrossedBoxes(diagonals, lifts);
  }

  /** Of one length, through each other's middle. */
  private static boolean crosses(LineWork.Line a, LineWork.Line b) {
    var u = a.direction();
    var v = b.direction();
    double cross = Math.abs(u.x * v.y - u.y * v.x);
    return Math.abs(a.length() - b.length()) < SAME_M
        && a.middle().distance(b.middle()) < SAME_M
        && cross > 0.2
        && shorterSide(a, b) > MIN_CROSSED_M;
  }

  private static double shorterSide(LineWork.Line a, LineWork.Line b) {
    return Math.min(a.a().distance(b.a()), a.a().distance(b.b()));
  }

  private static void lift(LineWork work, LineWork.Line a, LineWork.Line b, List<Lift> lifts) {
    double one = a.a().distance(b.a());
    double other = a.a().distance(b.b());
    double shorter = Math.min(one, other);
    double longer = Math.max(one, other);
    if (shorter < MIN_SIDE_M || longer > MAX_SIDE_M || longer > MAX_SLENDERNESS * shorter) {
      return;
    }
    var area =
        Polygons.FACTORY.createPolygon(new Coordinate[] {a.a(), b.a(), a.b(), b.b(), a.a().copy()});
    boolean named =
        says(work, area, text -> WORDS.speaksOf(ThingKind.LIFT, text)) || onLayer(work, a);
    boolean usual = shorter >= MIN_UNNAMED_M && longer <= MAX_UNNAMED_M;
    boolean open = says(work, area, text -> WORDS.speaksOf(Mark.VOID, text));
    boolean free = work.use(a.item()) != LineWork.Use.OTHER;
    if (named || (usual && free && !open)) {
      lifts.add(
          new Lift(
              area,
              Set.of(a.item(), b.item()),
              named ? 0.9 : 0.55,
              named ? "a crossed rectangle that is named a lift" : "a crossed rectangle"));
    }
  }

  private static boolean says(LineWork work, Polygon area, Predicate<String> what) {
    var box = new Envelope(area.getEnvelopeInternal());
    box.expandBy(1);
    return work.labels().stream()
        .filter(label -> box.covers(label.center()))
        .anyMatch(label -> what.test(label.text().text()));
  }

  private static boolean onLayer(LineWork work, LineWork.Line line) {
    var layer = work.seen().get(line.item()).item().appearance().layer().name();
    return WORDS.speaksOf(ThingKind.LIFT, layer);
  }

  /** Those within a storey's walls. */
  List<Lift> in(Storey storey) {
    if (storey.walls().isEmpty()) {
      return List.of();
    }
    var near = storey.walls().getEnvelopeInternal();
    return lifts.stream().filter(lift -> near.covers(lift.area().getEnvelopeInternal())).toList();
  }
}
