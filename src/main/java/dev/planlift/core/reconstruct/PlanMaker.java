package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec2;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Turns what was found into the plan's records, in plan coordinates. */
final class PlanMaker {
  /** Of two leaves that are the same to this neither is the one that is used first. */
  private static final double LARGER_M = 0.05;

  private final Vec2 shift;
  private final Frame frame;
  private final Recognition found;
  private final PlanPieces pieces;
  private final LineWork work;
  private final ConversionOptions options;

  /**
   * @param drawn the frame that the view is drawn in
   * @param pieces of what was found
   * @param shift from there to where it is shown, metres
   */
  PlanMaker(
      Frame drawn, Vec2 shift, Recognition found, PlanPieces pieces, ConversionOptions options) {
    this.pieces = pieces;
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
    return new Level(
        label,
        elevationM,
        height,
        view,
        shift,
        pieces.walls().stream().map(piece -> wall(piece, height)).toList(),
        Gates.among(storey.holes(), pieces.rooms()).stream()
            .map(hole -> opening(hole, height))
            .toList(),
        pieces.rooms().stream().map(room -> RoomFinder.room(room, frame, work)).toList(),
        List.of(),
        pieces.columns().stream().map(column -> column(column, height)).toList(),
        found.stairs().stream().map(this::stair).toList(),
        found.lifts().stream().map(this::lift).toList());
  }

  private Column column(ColumnFinder.Found found, double height) {
    return new Column(
        frame.plan(found.footprint()),
        height,
        evidence(new TreeSet<>(found.items()), found.confidence(), found.reason()));
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

  private Wall wall(PlanPieces.WallPiece piece, double height) {
    var on = piece.evidence();
    return new Wall(
        frame.plan(piece.footprint()),
        piece.middleLine().stream().map(frame::plan).toList(),
        piece.thickness(),
        height,
        evidence(on.items(), on.confidence(), on.reason()));
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
    var leftover = new ArrayList<Expansion.Seen>();
    for (int i = 0; i < work.seen().size(); i++) {
      if (!pieces.taken().contains(i)) {
        leftover.add(work.seen().get(i));
      }
    }
    return leftover;
  }
}
