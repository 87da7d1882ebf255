package dev.planlift.core.solid.budget;

import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.mesh.MeshPrimitive.Topology;
import dev.planlift.core.scene.SceneMesh.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws the vertices within a cell of a grid together into the first of them (Rossignac and Borrel,
 * 1993); triangles that this leaves nothing of, or that were there before, go. Lines are not
 * touched.
 */
final class VertexClusters {
  private record Cell(long x, long y, long z) {}

  private record Corners(int a, int b, int c) {}

  private final double cellM;

  VertexClusters(double cellM) {
    this.cellM = cellM;
  }

  List<Part> apply(List<Part> parts) {
    var clustered = new ArrayList<Part>();
    for (var part : parts) {
      if (part.primitive().topology() == Topology.LINES) {
        clustered.add(part);
        continue;
      }
      var mesh = clustered(part.primitive());
      if (!mesh.isEmpty()) {
        clustered.add(new Part(mesh.build(), part.material()));
      }
    }
    return clustered;
  }

  private MeshBuilder clustered(MeshPrimitive primitive) {
    var mesh = MeshBuilder.triangles();
    var numbers = new HashMap<Cell, Integer>();
    var points = new ArrayList<Vec3>();
    var seen = new HashSet<Corners>();
    primitive.forEachPiece(
        piece -> {
          var own = new int[piece.vertexCount()];
          for (int v = 0; v < own.length; v++) {
            own[v] = number(piece.positions(), 3 * v, numbers, points);
          }
          var indices = piece.indices();
          for (int i = 0; i + 2 < indices.length; i += 3) {
            triangle(own[indices[i]], own[indices[i + 1]], own[indices[i + 2]], points, seen, mesh);
          }
        });
    return mesh;
  }

  private int number(double[] xyz, int at, Map<Cell, Integer> numbers, List<Vec3> points) {
    var cell =
        new Cell(
            Math.round(xyz[at] / cellM),
            Math.round(xyz[at + 1] / cellM),
            Math.round(xyz[at + 2] / cellM));
    var known = numbers.putIfAbsent(cell, points.size());
    if (known != null) {
      return known;
    }
    points.add(new Vec3(xyz[at], xyz[at + 1], xyz[at + 2]));
    return points.size() - 1;
  }

  private static void triangle(
      int a, int b, int c, List<Vec3> points, Set<Corners> seen, MeshBuilder mesh) {
    if (a == b || b == c || c == a) {
      return;
    }
    var sorted = new int[] {a, b, c};
    Arrays.sort(sorted);
    if (seen.add(new Corners(sorted[0], sorted[1], sorted[2]))) {
      mesh.triangle(points.get(a), points.get(b), points.get(c));
    }
  }
}
