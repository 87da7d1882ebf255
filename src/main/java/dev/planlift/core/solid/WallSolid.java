package dev.planlift.core.solid;

import dev.planlift.core.geom.ConvexClip;
import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * A footprint with voids in it as a closed mesh. Where two parts of the solid would touch along a
 * mere line, which would belong to four faces, a notch of some millimetres parts them. Makes each
 * shape once, wherever it stands; one thread.
 */
final class WallSolid {
  /** An opening cuts a wall only if it reaches into it by more than this. */
  private static final double BITE_M = 2e-3;

  /** Half the size of the first notches; those of each further attempt are twice as large. */
  private static final double NOTCH_M = 2.5e-3;

  private static final int MAX_ATTEMPTS = 6;

  private final KnownSolids known = new KnownSolids();

  /**
   * The solid.
   *
   * @param bottomM height of its underside
   * @param voids all that may touch it
   * @return without triangles where nothing is left
   */
  MeshPrimitive of(
      PlanGrid grid, Polygon2 footprint, double bottomM, double topM, List<Cutout> voids) {
    var region = region(grid, footprint);
    var height = new Span(PlanGrid.steps(bottomM), PlanGrid.steps(topM));
    var cutting = new ArrayList<Cutout>();
    for (var v : voids) {
      if (bites(grid, region, v)) {
        cutting.add(v.throughTheFaces());
      }
    }
    return known.moved(grid, region, height, cutting, () -> made(grid, region, height, cutting));
  }

  private static MeshPrimitive made(
      PlanGrid grid, Geometry region, Span height, List<Cutout> voids) {
    var cutting = new ArrayList<>(voids);
    var best = CellSolid.surface(grid, new WallCells(grid).part(region, height, cutting));
    var found = ClosednessCheck.of(List.of(best));
    var mesh = best;
    int fewest = found.faultyEdges();
    for (int i = 0; i < MAX_ATTEMPTS && found.faultyEdges() > 0; i++) {
      for (var edge : found.told()) {
        cutting.add(notch(edge, NOTCH_M * (1 << i)));
      }
      mesh = CellSolid.surface(grid, new WallCells(grid).part(region, height, cutting));
      found = ClosednessCheck.of(List.of(mesh));
      if (found.faultyEdges() < fewest) {
        best = mesh;
        fewest = found.faultyEdges();
      }
    }
    return best;
  }

  private static Cutout notch(ClosednessCheck.FaultyEdge edge, double halfM) {
    var along = edge.to().minus(edge.from());
    var center = edge.from().plus(edge.to()).times(0.5);
    return new Cutout(
        center.xy(),
        along.xy().angleRad(),
        along.xy().length() / 2 + halfM,
        halfM,
        Math.min(edge.from().z(), edge.to().z()) - halfM,
        Math.max(edge.from().z(), edge.to().z()) + halfM);
  }

  private static Geometry region(PlanGrid grid, Polygon2 footprint) {
    var polygon = grid.toGrid(footprint);
    return polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
  }

  private static boolean bites(PlanGrid grid, Geometry region, Cutout v) {
    var shape = grid.toGrid(new Polygon2(v.corners()));
    if (!shape.getEnvelopeInternal().intersects(region.getEnvelopeInternal())) {
      return false;
    }
    double least =
        PlanGrid.steps(BITE_M) * (double) PlanGrid.steps(Math.min(v.halfWidthM(), v.halfDepthM()));
    double common = 0;
    for (int i = 0; i < region.getNumGeometries(); i++) {
      var part = (Polygon) region.getGeometryN(i);
      common += common(part.getExteriorRing(), shape);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        common -= common(part.getInteriorRingN(hole), shape);
      }
    }
    return common > least;
  }

  private static double common(LinearRing ring, Polygon rectangle) {
    return ring.getEnvelopeInternal().intersects(rectangle.getEnvelopeInternal())
        ? ConvexClip.commonArea(ordinates(ring), ordinates(rectangle.getExteriorRing()))
        : 0;
  }

  /** x and y by turns, the first point not repeated. */
  private static double[] ordinates(LinearRing ring) {
    var points = ring.getCoordinateSequence();
    var ordinates = new double[2 * Math.max(0, points.size() - 1)];
    for (int i = 0; i < ordinates.length; i += 2) {
      ordinates[i] = points.getX(i / 2);
      ordinates[i + 1] = points.getY(i / 2);
    }
    return ordinates;
  }
}
