package dev.planlift.core.mesh;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshPrimitive.Topology;
import java.util.ArrayList;
import java.util.List;

/** Puts primitives one behind the other into one. Not thread-safe. */
public final class PrimitiveJoin {
  private record Piece(MeshPrimitive primitive, Affine3 placement) {}

  private final Topology topology;
  private final List<Piece> pieces = new ArrayList<>();
  private int vertices;
  private int indices;

  public PrimitiveJoin(Topology topology) {
    this.topology = topology;
  }

  /** Adds a primitive of the same topology, moved to its place; ribbons become triangles. */
  public void add(MeshPrimitive primitive, Affine3 placement) {
    pieces.add(new Piece(primitive, placement));
  }

  /**
   * Everything that was added.
   *
   * @throws ArithmeticException where it has more than an array can hold
   */
  public MeshPrimitive build() {
    long coordinates = 0;
    long numbers = 0;
    for (var piece : pieces) {
      var ribbons = piece.primitive().ribbons().count();
      coordinates += piece.primitive().positions().length + 12 * ribbons;
      numbers += piece.primitive().indices().length + 6 * ribbons;
    }
    var xyz = new double[Math.toIntExact(coordinates)];
    var normals = new float[topology == Topology.LINES ? 0 : xyz.length];
    var joined = new int[Math.toIntExact(numbers)];
    vertices = 0;
    indices = 0;
    for (var piece : pieces) {
      piece.primitive().forEachPiece(part -> copy(part, piece.placement(), xyz, normals, joined));
    }
    return new MeshPrimitive(topology, xyz, normals, joined);
  }

  private void copy(
      MeshPrimitive part, Affine3 placement, double[] xyz, float[] normals, int[] joined) {
    int at = 3 * vertices;
    if (placement.equals(Affine3.IDENTITY)) {
      System.arraycopy(part.positions(), 0, xyz, at, part.positions().length);
      if (topology == Topology.TRIANGLES) {
        System.arraycopy(part.normals(), 0, normals, at, part.normals().length);
      }
    } else {
      place(part, placement, xyz, normals, at);
    }
    boolean mirrored = topology == Topology.TRIANGLES && placement.determinant() < 0;
    var from = part.indices();
    for (int i = 0; i < from.length; i++) {
      // The other way round: first and last corner of each triangle change places.
      joined[indices + i] = vertices + from[mirrored ? i + 2 - 2 * (i % 3) : i];
    }
    vertices += part.vertexCount();
    indices += from.length;
  }

  private static void place(
      MeshPrimitive part, Affine3 placement, double[] xyz, float[] normals, int at) {
    var p = part.positions();
    var n = part.topology() == Topology.LINES ? new float[0] : part.normals();
    for (int i = 0; i + 2 < p.length; i += 3) {
      put(placement.apply(new Vec3(p[i], p[i + 1], p[i + 2])), xyz, at + i);
    }
    for (int i = 0; i + 2 < n.length; i += 3) {
      var turned = normal(placement, new Vec3(n[i], n[i + 1], n[i + 2]));
      normals[at + i] = (float) turned.x();
      normals[at + i + 1] = (float) turned.y();
      normals[at + i + 2] = (float) turned.z();
    }
  }

  private static void put(Vec3 p, double[] xyz, int at) {
    xyz[at] = p.x() + 0.0;
    xyz[at + 1] = p.y() + 0.0;
    xyz[at + 2] = p.z() + 0.0;
  }

  /** By the map's cofactors, which keep normals upright on what is scaled unevenly. */
  private static Vec3 normal(Affine3 placement, Vec3 n) {
    double way = Math.signum(placement.determinant());
    return placement
        .yAxis()
        .cross(placement.zAxis())
        .times(n.x() * way)
        .plus(placement.zAxis().cross(placement.xAxis()).times(n.y() * way))
        .plus(placement.xAxis().cross(placement.yAxis()).times(n.z() * way))
        .normalized();
  }
}
