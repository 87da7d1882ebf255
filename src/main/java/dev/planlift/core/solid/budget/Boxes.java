package dev.planlift.core.solid.budget;

import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.mesh.MeshPrimitive.Topology;
import dev.planlift.core.scene.SceneMesh.Part;
import java.util.Comparator;
import java.util.List;

/** The box around a mesh instead of it: an outline on the floor where it is flat. */
final class Boxes {
  private static final double FLAT_M = 0.02;

  private Boxes() {}

  /** One part, of the material with most triangles, or of the first where there are only lines. */
  static List<Part> of(List<Part> parts) {
    var box = Box.EMPTY;
    for (var part : parts) {
      var p = part.primitive().positions();
      for (int i = 0; i + 2 < p.length; i += 3) {
        box = box.with(new Vec3(p[i], p[i + 1], p[i + 2]));
      }
    }
    boolean ribbons = parts.stream().anyMatch(part -> part.primitive().ribbons().count() > 0);
    if (box.isEmpty() || ribbons) {
      return parts;
    }
    var faces =
        parts.stream()
            .filter(part -> part.primitive().topology() == Topology.TRIANGLES)
            .max(Comparator.comparingLong(part -> part.primitive().triangleCount()));
    boolean solid = faces.isPresent() && box.size().z() > FLAT_M;
    return solid
        ? List.of(new Part(solid(box).build(), faces.get().material()))
        : outline(box, parts);
  }

  private static List<Part> outline(Box box, List<Part> parts) {
    var lines =
        parts.stream().filter(part -> part.primitive().topology() == Topology.LINES).findFirst();
    var mesh = MeshBuilder.lines();
    double z = box.min().z();
    mesh.polyline(
        new double[] {
          box.min().x(), box.min().y(), z,
          box.max().x(), box.min().y(), z,
          box.max().x(), box.max().y(), z,
          box.min().x(), box.max().y(), z
        },
        true);
    return mesh.isEmpty()
        ? parts
        : List.of(new Part(mesh.build(), lines.orElse(parts.getFirst()).material()));
  }

  private static MeshBuilder solid(Box box) {
    var mesh = MeshBuilder.triangles();
    var c = new Vec3[8];
    for (int i = 0; i < 8; i++) {
      c[i] =
          new Vec3(
              (i & 1) == 0 ? box.min().x() : box.max().x(),
              (i & 2) == 0 ? box.min().y() : box.max().y(),
              (i & 4) == 0 ? box.min().z() : box.max().z());
    }
    mesh.quad(c[0], c[2], c[3], c[1]);
    mesh.quad(c[4], c[5], c[7], c[6]);
    mesh.quad(c[0], c[1], c[5], c[4]);
    mesh.quad(c[1], c[3], c[7], c[5]);
    mesh.quad(c[3], c[2], c[6], c[7]);
    mesh.quad(c[2], c[0], c[4], c[6]);
    return mesh;
  }
}
