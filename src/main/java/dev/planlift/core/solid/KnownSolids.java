package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.mesh.MeshPrimitive;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Solids that were made, by shape: one that is the same but for a move by whole steps of the grid
 * is that one moved, to the last bit what it would be if it were made anew. One thread.
 */
final class KnownSolids {
  /** What a solid is made of, in steps from its first corner. */
  @SuppressWarnings("ArrayRecordComponent") // compared by content
  private record Shape(double[] steps) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shape shape && Arrays.equals(steps, shape.steps);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(steps);
    }
  }

  /** A solid and where its first corner stands. */
  private record Known(MeshPrimitive mesh, PlanGrid grid, Coordinate corner, long bottom) {}

  private final Map<Shape, Known> known = new HashMap<>();

  /**
   * A solid as it is known, or as it is made.
   *
   * @param region in steps of the grid
   */
  MeshPrimitive moved(
      PlanGrid grid,
      Geometry region,
      Span height,
      List<Cutout> voids,
      Supplier<MeshPrimitive> make) {
    if (region.isEmpty()) {
      return make.get();
    }
    var corner = region.getCoordinate();
    var shape = shape(grid, region, height, voids);
    var first = known.get(shape);
    if (first == null) {
      var mesh = make.get();
      known.put(shape, new Known(mesh, grid, corner, height.bottom()));
      return mesh;
    }
    return moved(first, new Known(first.mesh, grid, corner, height.bottom()));
  }

  private static Shape shape(PlanGrid grid, Geometry region, Span height, List<Cutout> voids) {
    var corner = region.getCoordinate();
    var steps = DoubleStream.builder();
    steps.add((double) (height.top() - height.bottom()));
    for (int i = 0; i < region.getNumGeometries(); i++) {
      var polygon = (Polygon) region.getGeometryN(i);
      steps.add(polygon.getNumInteriorRing());
      add(polygon.getExteriorRing(), corner, steps);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        add(polygon.getInteriorRingN(hole), corner, steps);
      }
    }
    for (var v : voids) {
      steps.add((double) (PlanGrid.steps(v.bottomM()) - height.bottom()));
      steps.add((double) (PlanGrid.steps(v.topM()) - height.bottom()));
      v.corners().forEach(p -> add(grid.toGrid(p), corner, steps));
    }
    return new Shape(steps.build().toArray());
  }

  private static void add(LinearRing ring, Coordinate corner, DoubleStream.Builder steps) {
    steps.add(ring.getNumPoints());
    for (var p : ring.getCoordinates()) {
      add(p, corner, steps);
    }
  }

  private static void add(Coordinate p, Coordinate corner, DoubleStream.Builder steps) {
    steps.add(p.x - corner.x);
    steps.add(p.y - corner.y);
  }

  /** Moved on the grid: there equal points are equal numbers. */
  private static MeshPrimitive moved(Known first, Known to) {
    var from = first.mesh.positions();
    var moved = new double[from.length];
    for (int i = 0; i < from.length; i += 3) {
      var p = first.grid.toGrid(new Vec2(from[i], from[i + 1]));
      p.x += to.corner.x - first.corner.x;
      p.y += to.corner.y - first.corner.y;
      var at = to.grid.fromGrid(p, PlanGrid.steps(from[i + 2]) + to.bottom - first.bottom);
      moved[i] = at.x();
      moved[i + 1] = at.y();
      moved[i + 2] = at.z();
    }
    return new MeshPrimitive(
        first.mesh.topology(), moved, first.mesh.normals(), first.mesh.indices());
  }
}
