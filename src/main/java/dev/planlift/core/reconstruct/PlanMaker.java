package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.plan.Column;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Lift;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Stair;
import dev.planlift.core.plan.Wall;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Turns what was found into the plan's records, in plan coordinates. */
final class PlanMaker {
  private static final double ON_WALL_M = 0.015;

  /** Of two leaves that are the same to this neither is the one that is used first. */
  private static final double LARGER_M = 0.05;

  private final Frame drawn;
  private final Vec2 shift;
  private final Frame frame;
  private final Recognition found;
  private final LineWork work;
  private final ConversionOptions options;

  /**
   * @param drawn the frame that the view is drawn in
   * @param shift from there to where it is shown, metres
   */
  PlanMaker(Frame drawn, Vec2 shift, Recognition found, ConversionOptions options) {
    this.drawn = drawn;
    this.shift = shift;
    this.frame = drawn.shifted(shift);
    this.found = found;
    this.work = found.work();
    this.options = options;
  }

  /** One storey, or what one view shows of it. */
  Level level(String label, double elevationM, String view) {
    var storey = found.storey();
    double height = options.number(Option.WALL_HEIGHT);
    var walls = new ArrayList<Wall>();
    var columns = new ArrayList<Column>();
    var evidence = new WallEvidence(work, found.index(), storey.holes());
    for (var part : Polygons.parts(storey.walls())) {
      if (ColumnFinder.isColumn(part, storey.holes())) {
        columns.add(
            column(part, evidence.itemsAlong(part), 0.8, "a compact pier by itself", height));
        continue;
      }
      for (var piece : WallCrumbs.joined(WallSplitter.split(part, work.thickestM()))) {
        for (var valid : Spikes.off(piece)) {
          walls.add(wall(valid, height, evidence));
        }
      }
    }
    for (var one : columns(storey)) {
      columns.add(column(one.footprint(), one.items(), one.confidence(), one.reason(), height));
    }
    return new Level(
        label,
        elevationM,
        height,
        view,
        shift,
        walls,
        storey.holes().stream().map(hole -> opening(hole, height)).toList(),
        new RoomFinder(frame, work).find(storey.walls()),
        List.of(),
        columns,
        found.stairs().stream().map(this::stair).toList(),
        found.lifts().stream().map(this::lift).toList());
  }

  private List<ColumnFinder.Found> columns(Storey storey) {
    double toleranceM = options.number(Option.CURVE_TOLERANCE_MM) / 1000;
    return new ColumnFinder(drawn, work, toleranceM).beside(storey.walls());
  }

  private Column column(
      Polygon footprint, Set<Integer> items, double confidence, String reason, double height) {
    return new Column(
        frame.plan(footprint), height, evidence(new TreeSet<>(items), confidence, reason));
  }

  private Lift lift(CrossedBoxes.Lift found) {
    return new Lift(
        frame.plan(found.area()),
        evidence(new TreeSet<>(found.items()), found.confidence(), found.reason()));
  }

  private Stair stair(FoundStair found) {
    return new Stair(
        found.treads().stream().map(frame::plan).toList(),
        LevelStack.RISE_M,
        evidence(new TreeSet<>(found.items()), found.confidence(), found.reason()));
  }

  private Wall wall(Polygon piece, double height, WallEvidence evidence) {
    var box = MinimumAreaRectangle.getMinimumRectangle(piece).getCoordinates();
    var line = box.length == 5 ? middleLine(box) : ends(piece);
    double thickness = piece.getArea() / Math.max(line.getFirst().distance(line.getLast()), 1e-3);
    var found = evidence.of(piece, line, thickness);
    return new Wall(
        frame.plan(piece),
        line.stream().map(frame::plan).toList(),
        thickness,
        height,
        evidence(found.items(), found.confidence(), found.reason()));
  }

  /** The line between the middles of a rectangle's shorter sides. */
  private static List<Coordinate> middleLine(Coordinate[] box) {
    int shorter = box[0].distance(box[1]) < box[1].distance(box[2]) ? 0 : 1;
    return List.of(
        middle(box[shorter], box[shorter + 1]), middle(box[shorter + 2], box[(shorter + 3) % 4]));
  }

  private static Coordinate middle(Coordinate a, Coordinate b) {
    return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
  }

  private static List<Coordinate> ends(Polygon piece) {
    Envelope box = piece.getEnvelopeInternal();
    return List.of(
        new Coordinate(box.getMinX(), box.getMinY()), new Coordinate(box.getMaxX(), box.getMaxY()));
  }

  private Opening opening(Hole hole, double wallHeight) {
    boolean window = hole.kind() == Opening.Kind.WINDOW;
    double head =
        Math.min(wallHeight, options.number(window ? Option.WINDOW_HEAD : Option.DOOR_HEIGHT));
    double sill = window ? Math.min(options.number(Option.WINDOW_SILL), head) : 0;
    return new Opening(
        hole.kind(),
        frame.plan(hole.center()),
        Angle.positive(hole.angleRad()) % Math.PI,
        hole.width(),
        hole.depth(),
        sill,
        head,
        leaf(hole),
        evidence(hole.items(), hole.confidence(), hole.reason()));
  }

  private Optional<Opening.Leaf> leaf(Hole hole) {
    if (hole.leaves().isEmpty()) {
      return hole.panels() == 0
          ? Optional.empty()
          : Optional.of(new Opening.Leaf(hole.panels(), Optional.empty(), Optional.empty()));
    }
    var first =
        hole.leaves().stream()
            .reduce((a, b) -> b.radius() > a.radius() + LARGER_M ? b : a)
            .orElseThrow();
    var normal = Vec2.ofAngle(hole.angleRad()).perpendicular();
    var leaf = frame.plan(first.open()).minus(frame.plan(first.hinge()));
    var swing = leaf.dot(normal) < 0 ? normal.times(-1) : normal;
    return Optional.of(
        new Opening.Leaf(
            hole.leaves().size(), Optional.of(frame.plan(first.hinge())), Optional.of(swing)));
  }

  private Evidence evidence(Collection<Integer> items, double confidence, String reason) {
    var sources = new LinkedHashSet<SourceRef>();
    var layer = "";
    for (int item : items) {
      var drawn = work.seen().get(item).item();
      sources.add(drawn.source());
      layer = layer.isEmpty() ? drawn.appearance().layer().name() : layer;
    }
    return new Evidence(layer, List.copyOf(sources), confidence, reason);
  }

  /** What became neither wall nor opening, in drawing order. */
  List<Expansion.Seen> leftover() {
    var storey = found.storey();
    var taken = new HashSet<Integer>();
    found.stairs().forEach(stair -> taken.addAll(stair.items()));
    found.lifts().forEach(lift -> taken.addAll(lift.items()));
    columns(storey).forEach(column -> taken.addAll(column.items()));
    storey.holes().forEach(hole -> taken.addAll(hole.items()));
    if (!storey.walls().isEmpty()) {
      takeWalls(storey.walls(), taken);
    }
    var leftover = new ArrayList<Expansion.Seen>();
    for (int i = 0; i < work.seen().size(); i++) {
      if (!taken.contains(i)) {
        leftover.add(work.seen().get(i));
      }
    }
    return leftover;
  }

  /** Items that may be walls and lie in the walls altogether. */
  private void takeWalls(Geometry walls, Set<Integer> taken) {
    var area = PreparedGeometryFactory.prepare(Polygons.grown(walls, ON_WALL_M));
    var off = new HashSet<Integer>();
    var on = new HashSet<Integer>();
    for (var line : work.lines()) {
      boolean wall = work.mayBeWall(line.item()) || isRaised(line.item());
      if (wall && !off.contains(line.item())) {
        var drawn = Polygons.FACTORY.createLineString(new Coordinate[] {line.a(), line.b()});
        (area.covers(drawn) ? on : off).add(line.item());
      }
    }
    for (var fill : work.areas()) {
      if (work.mayBeWall(fill.item()) && area.covers(fill.polygon())) {
        on.add(fill.item());
      }
    }
    for (var repeat : work.repeats()) {
      if (work.mayBeWall(repeat.item())) {
        (on.contains(repeat.of()) && !off.contains(repeat.of()) ? on : off).add(repeat.item());
      }
    }
    on.removeAll(off);
    taken.addAll(on);
  }

  /** Standing on a wall it would be seen through the wall's face. */
  private boolean isRaised(int item) {
    return work.seen().get(item).item() instanceof Path path && !path.extrusion().equals(Vec3.ZERO);
  }
}
