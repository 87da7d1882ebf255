package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.CurveFlattening;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.UntakenWall;
import dev.planlift.core.plan.Wall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Lines that are drawn like walls, on a layer that speaks of walls, and of which no wall was made:
 * what a person would want to look at.
 */
public final class UntakenWalls {
  /** Shorter ones are ends and marks. */
  private static final double SHORTEST_M = 0.3;

  /** More than this many tell nothing more. */
  private static final int MOST = 20_000;

  private static final double TOLERANCE_M = 0.01;

  private final double metresPerUnit;
  private final Map<String, Boolean> wallLayers = new HashMap<>();
  private final List<Piece> found = new ArrayList<>();

  private record Piece(Vec2 from, Vec2 to, String level, Path path) {}

  private UntakenWalls(double metresPerUnit) {
    this.metresPerUnit = metresPerUnit;
  }

  /** The lines in drawing order; at most {@value #MOST}. */
  public static List<UntakenWall> of(Reconstruction reconstruction) {
    var untaken = new UntakenWalls(reconstruction.units().metresPerUnit());
    var levels = reconstruction.building().levels();
    for (int i = 0; i < levels.size(); i++) {
      var level = levels.get(i);
      var walls = walls(level);
      reconstruction.leftover().get(i).visit((item, inside) -> untaken.add(item, level, walls));
    }
    return untaken.explained();
  }

  private List<UntakenWall> explained() {
    var why = new WhyUntaken(found.stream().map(piece -> List.of(piece.from, piece.to)).toList());
    var explained = new ArrayList<UntakenWall>();
    for (var piece : found) {
      explained.add(
          new UntakenWall(
              piece.from,
              piece.to,
              piece.level,
              piece.path.appearance().layer().name(),
              piece.path.source(),
              why.of(piece.from, piece.to)));
    }
    return explained;
  }

  private static STRtree walls(Level level) {
    var tree = new STRtree();
    var factory = new GeometryFactory();
    for (Wall wall : level.walls()) {
      var shell = new ArrayList<Coordinate>();
      wall.footprint().shell().forEach(p -> shell.add(new Coordinate(p.x(), p.y())));
      shell.add(shell.getFirst());
      var polygon = factory.createPolygon(shell.toArray(Coordinate[]::new));
      tree.insert(polygon.getEnvelopeInternal(), polygon);
    }
    return tree;
  }

  private void add(DrawingItem item, Level level, STRtree walls) {
    if (found.size() < MOST
        && item instanceof Path path
        && wallLayers.computeIfAbsent(
            path.appearance().layer().name(),
            name -> LayerWords.STANDARD.roleOf(name) == Role.WALL)) {
      var line = CurveFlattening.flatten(path.segments(), TOLERANCE_M / metresPerUnit);
      for (int i = 1; i < line.size(); i++) {
        addPiece(at(line.vertex(i - 1).xy()), at(line.vertex(i).xy()), level, path, walls);
      }
      if (path.closed()) {
        addPiece(
            at(line.vertex(line.size() - 1).xy()), at(line.vertex(0).xy()), level, path, walls);
      }
    }
  }

  private Vec2 at(Vec2 drawn) {
    return drawn.times(metresPerUnit);
  }

  private void addPiece(Vec2 a, Vec2 b, Level level, Path path, STRtree walls) {
    if (found.size() < MOST
        && a.distance(b) >= SHORTEST_M
        && !isInside(a.plus(b).times(0.5), walls)
        && level.openings().stream().noneMatch(opening -> OpeningMarks.draws(opening, a, b))) {
      found.add(new Piece(a.minus(level.shift()), b.minus(level.shift()), level.label(), path));
    }
  }

  /** Lines in a wall or along its face were seen, whether the wall names them or not. */
  private static boolean isInside(Vec2 p, STRtree walls) {
    var place = new Coordinate(p.x(), p.y());
    var around = new Envelope(place);
    around.expandBy(2 * TOLERANCE_M);
    for (var wall : walls.query(around)) {
      var polygon = (Polygon) wall;
      if (SimplePointInAreaLocator.locate(place, polygon) != Location.EXTERIOR
          || polygon.getExteriorRing().distance(polygon.getFactory().createPoint(place))
              < 2 * TOLERANCE_M) {
        return true;
      }
    }
    return false;
  }
}
