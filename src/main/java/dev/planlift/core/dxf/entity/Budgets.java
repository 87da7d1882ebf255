package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import java.util.List;

/** What becomes of line work with more vertices than one entity may have. */
final class Budgets {
  private Budgets() {}

  static Result polyline(VertexChain vertices, List<Path> paths) {
    if (paths.isEmpty()) {
      return Result.degenerate("A polyline whose vertices are all in one place");
    }
    return vertices.isCut() ? thinned(vertices.given(), paths) : Result.of(paths);
  }

  static Result polyline(VertexRow points, Path path) {
    return points.isThinned() ? thinned(points.given(), List.of(path)) : Result.of(path);
  }

  private static Result thinned(long given, List<Path> paths) {
    return Result.approximated(
        paths, "ENTITY_BUDGET", "A polyline of " + given + " vertices is drawn with fewer");
  }
}
