package dev.planlift.core.drawing;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts meshes by a region of the plan, triangle by triangle; cut edges stay open. */
final class MeshClipping {
  private final Map<Vec3, Integer> indices = new HashMap<>();
  private double[] positions = new double[48];
  private int[] triangles = new int[48];
  private int count;

  private MeshClipping() {}

  /** The mesh of what is inside; none where nothing is. */
  static List<DrawingItem> cut(SurfaceMesh mesh, ClipRegion region) {
    var rest = new MeshClipping();
    for (int i = 0; i + 2 < mesh.triangles().length; i += 3) {
      var corners = List.of(corner(mesh, i), corner(mesh, i + 1), corner(mesh, i + 2));
      switch (region.relation(Box.around(corners))) {
        case INSIDE -> rest.add(corners);
        case OUTSIDE -> {}
        case CROSSING -> rest.addParts(corners, region.pieces());
      }
    }
    return rest.count == 0 ? List.of() : List.of(rest.mesh(mesh));
  }

  private static Vec3 corner(SurfaceMesh mesh, int i) {
    int at = 3 * mesh.triangles()[i];
    return new Vec3(mesh.positions()[at], mesh.positions()[at + 1], mesh.positions()[at + 2]);
  }

  private void addParts(List<Vec3> corners, List<ConvexPiece> pieces) {
    if (pieces.isEmpty()) {
      add(corners);
    }
    pieces.forEach(piece -> add(piece.cut(corners)));
  }

  /** Adds a convex polygon. */
  private void add(List<Vec3> corners) {
    for (int i = 1; i + 1 < corners.size(); i++) {
      if (triangles.length < count + 3) {
        triangles = Arrays.copyOf(triangles, 2 * triangles.length);
      }
      triangles[count++] = index(corners.getFirst());
      triangles[count++] = index(corners.get(i));
      triangles[count++] = index(corners.get(i + 1));
    }
  }

  private int index(Vec3 p) {
    var known = indices.get(p);
    if (known != null) {
      return known;
    }
    int index = indices.size();
    indices.put(p, index);
    if (positions.length < 3 * index + 3) {
      positions = Arrays.copyOf(positions, 2 * positions.length);
    }
    positions[3 * index] = p.x();
    positions[3 * index + 1] = p.y();
    positions[3 * index + 2] = p.z();
    return index;
  }

  private SurfaceMesh mesh(SurfaceMesh before) {
    return new SurfaceMesh(
        Arrays.copyOf(positions, 3 * indices.size()),
        Arrays.copyOf(triangles, count),
        before.appearance(),
        before.source());
  }
}
