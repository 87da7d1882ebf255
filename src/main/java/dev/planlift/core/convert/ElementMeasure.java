package dev.planlift.core.convert;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.gltf.GlbContents;
import dev.planlift.core.mesh.MeshPrimitive;

/**
 * An element of a model in numbers.
 *
 * @param box around all its vertices; empty where it has no mesh
 * @param lengthM of its lines
 * @param areaM2 of its triangles
 * @param volumeM3 that its triangles enclose; of open meshes no volume, but a number all the same
 */
record ElementMeasure(Box box, double lengthM, double areaM2, double volumeM3) {
  static final ElementMeasure NONE = new ElementMeasure(Box.EMPTY, 0, 0, 0);

  static ElementMeasure of(GlbContents.Element element) {
    var sum = NONE;
    for (var primitive : element.primitives()) {
      sum = sum.plus(of(primitive));
    }
    return sum;
  }

  ElementMeasure plus(ElementMeasure other) {
    return new ElementMeasure(
        box.with(other.box),
        lengthM + other.lengthM,
        areaM2 + other.areaM2,
        volumeM3 + other.volumeM3);
  }

  /** Whether each side of its box lies where the other's does. */
  boolean liesAt(ElementMeasure other, double toleranceM) {
    return near(box.min(), other.box.min(), toleranceM)
        && near(box.max(), other.box.max(), toleranceM);
  }

  private static boolean near(Vec3 a, Vec3 b, double toleranceM) {
    return Math.abs(a.x() - b.x()) <= toleranceM
        && Math.abs(a.y() - b.y()) <= toleranceM
        && Math.abs(a.z() - b.z()) <= toleranceM;
  }

  private static ElementMeasure of(MeshPrimitive primitive) {
    int corners = primitive.topology() == MeshPrimitive.Topology.LINES ? 2 : 3;
    var indices = primitive.indices();
    var sum = NONE;
    // Volumes are summed about a corner of the mesh: about a far origin they would drown in it.
    var about = indices.length == 0 ? Vec3.ZERO : vertex(primitive, indices[0]);
    for (int i = 0; i + corners <= indices.length; i += corners) {
      var a = vertex(primitive, indices[i]);
      var b = vertex(primitive, indices[i + 1]);
      sum =
          sum.plus(
              corners == 2 ? line(a, b) : triangle(a, b, vertex(primitive, indices[i + 2]), about));
    }
    return sum;
  }

  private static ElementMeasure line(Vec3 a, Vec3 b) {
    return new ElementMeasure(Box.EMPTY.with(a).with(b), b.minus(a).length(), 0, 0);
  }

  private static ElementMeasure triangle(Vec3 a, Vec3 b, Vec3 c, Vec3 about) {
    var area = b.minus(a).cross(c.minus(a)).length() / 2;
    var volume = a.minus(about).dot(b.minus(about).cross(c.minus(about))) / 6;
    return new ElementMeasure(Box.EMPTY.with(a).with(b).with(c), 0, area, volume);
  }

  private static Vec3 vertex(MeshPrimitive primitive, int index) {
    var p = primitive.positions();
    return new Vec3(p[3 * index], p[3 * index + 1], p[3 * index + 2]);
  }
}
