package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * What the walls of a view come apart into and are around of, local metres. Items are told by
 * number: views that are drawn alike have the same pieces.
 *
 * @param taken the items that became wall or opening
 */
record PlanPieces(
    List<WallPiece> walls,
    List<ColumnFinder.Found> columns,
    List<RoomFinder.Found> rooms,
    Set<Integer> taken) {
  private static final double ON_WALL_M = 0.015;

  /** A straight piece of wall. */
  record WallPiece(
      Polygon footprint,
      List<Coordinate> middleLine,
      double thickness,
      WallEvidence.Found evidence) {}

  /**
   * @param frame that {@code found} lies in
   * @param toleranceM of flattening
   */
  static PlanPieces of(Recognition found, Frame frame, double toleranceM) {
    var storey = found.storey();
    var work = found.work();
    var walls = new ArrayList<WallPiece>();
    var columns = new ArrayList<ColumnFinder.Found>();
    var evidence = new WallEvidence(work, found.index(), storey.holes());
    for (var part : Polygons.parts(storey.walls())) {
      if (ColumnFinder.isColumn(part, storey.holes())) {
        var items = evidence.itemsAlong(part);
        columns.add(new ColumnFinder.Found(part, items, 0.8, "a compact pier by itself"));
        continue;
      }
      for (var piece : WallCrumbs.joined(WallSplitter.split(part, work.thickestM()))) {
        for (var valid : Spikes.off(piece)) {
          walls.add(wall(valid, evidence));
        }
      }
    }
    var beside = new ColumnFinder(frame, work, toleranceM).beside(storey.walls());
    columns.addAll(beside);
    var rooms = new RoomFinder(work, frame.metresPerUnit()).find(storey.walls());
    return new PlanPieces(walls, columns, rooms, taken(found, beside));
  }

  private static WallPiece wall(Polygon piece, WallEvidence evidence) {
    var box = MinimumAreaRectangle.getMinimumRectangle(piece).getCoordinates();
    var line = box.length == 5 ? middleLine(box) : ends(piece);
    double thickness = piece.getArea() / Math.max(line.getFirst().distance(line.getLast()), 1e-3);
    return new WallPiece(piece, line, thickness, evidence.of(piece, line, thickness));
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

  private static Set<Integer> taken(Recognition found, List<ColumnFinder.Found> columns) {
    var storey = found.storey();
    var taken = new HashSet<Integer>();
    found.stairs().forEach(stair -> taken.addAll(stair.items()));
    found.lifts().forEach(lift -> taken.addAll(lift.items()));
    columns.forEach(column -> taken.addAll(column.items()));
    storey.holes().forEach(hole -> taken.addAll(hole.items()));
    if (!storey.walls().isEmpty()) {
      takeWalls(found.work(), storey.walls(), taken);
    }
    return taken;
  }

  /** Items that may be walls and lie in the walls altogether. */
  private static void takeWalls(LineWork work, Geometry walls, Set<Integer> taken) {
    var area = PreparedGeometryFactory.prepare(Polygons.grown(walls, ON_WALL_M));
    var off = new HashSet<Integer>();
    var on = new HashSet<Integer>();
    for (var line : work.lines()) {
      boolean wall = work.mayBeWall(line.item()) || isRaised(work, line.item());
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
  private static boolean isRaised(LineWork work, int item) {
    return work.seen().get(item).item() instanceof Path path && !path.extrusion().equals(Vec3.ZERO);
  }
}
