package dev.planlift.core.solid;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A footprint with voids in it as a closed mesh. Where two parts of the solid would touch along a
 * mere line, footprint and voids are moved apart by a millimetre or so, as such a line would belong
 * to four faces.
 */
final class WallSolid {
  /** An opening cuts a wall only if it reaches into it by more than this. */
  private static final double BITE_M = 2e-3;

  /** How far voids grow and the footprint shrinks, attempt by attempt, metres. */
  private static final double[][] EASINGS = {{0, 0}, {1e-3, 0}, {2e-3, 5e-4}, {3e-3, 2e-3}};

  private WallSolid() {}

  /**
   * The solid.
   *
   * @param bottomM height of its underside
   * @param voids all that may touch it
   * @return without triangles where nothing is left
   */
  static MeshPrimitive of(
      PlanGrid grid, Polygon2 footprint, double bottomM, double topM, List<Cutout> voids) {
    var region = region(grid, footprint);
    var cutting = voids.stream().filter(v -> bites(grid, region, v)).map(Cutout::throughTheFaces);
    return eased(
        grid, region, new Span(PlanGrid.steps(bottomM), PlanGrid.steps(topM)), cutting.toList());
  }

  private static MeshPrimitive eased(
      PlanGrid grid, Geometry region, Span height, List<Cutout> voids) {
    var best = attempt(grid, region, height, voids, 0);
    int fewest = faults(best);
    for (int i = 1; i < EASINGS.length && fewest > 0; i++) {
      var mesh = attempt(grid, region, height, voids, i);
      if (faults(mesh) < fewest) {
        best = mesh;
        fewest = faults(mesh);
      }
    }
    return best;
  }

  private static int faults(MeshPrimitive mesh) {
    return ClosednessCheck.of(List.of(mesh)).faultyEdges();
  }

  private static MeshPrimitive attempt(
      PlanGrid grid, Geometry region, Span height, List<Cutout> voids, int number) {
    double grow = EASINGS[number][0];
    double shrink = EASINGS[number][1];
    return CellSolid.surface(
        grid,
        new WallCells(grid)
            .part(
                shrink == 0 ? region : shrink(region, shrink),
                height,
                voids.stream().map(v -> v.grown(grow, grow)).toList()));
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
    // The newer overlay clips first: a big footprint costs a look at its vertices a void, no more.
    return OverlayNGRobust.overlay(shape, region, OverlayNG.INTERSECTION).getArea() > least;
  }

  private static Geometry shrink(Geometry region, double byM) {
    var parameters = new BufferParameters();
    parameters.setJoinStyle(BufferParameters.JOIN_MITRE);
    return BufferOp.bufferOp(region, (double) -PlanGrid.steps(byM), parameters);
  }
}
