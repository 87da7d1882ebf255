package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A mesh as it is written.
 *
 * @param frame how positions are stored: all of a mesh alike
 */
record FileMesh(List<Part> parts, MeshFrame frame) {
  /** A primitive and the number of its material. */
  record Part(StoredPrimitive stored, int material) {
    FilePrimitive primitive() {
      return stored.primitive();
    }
  }

  FileMesh {
    parts = List.copyOf(parts);
  }

  /** Chooses how positions are stored. */
  static FileMesh of(
      List<FilePrimitive> primitives, List<Integer> materials, Compression compression) {
    var min = corner(primitives, false);
    var max = corner(primitives, true);
    var frame = compression.rounds() ? MeshFrame.of(min, max) : MeshFrame.ABSOLUTE;
    var parts = new ArrayList<Part>();
    for (int i = 0; i < primitives.size(); i++) {
      var stored = new StoredPrimitive(primitives.get(i), frame, compression);
      parts.add(new Part(stored, materials.get(i)));
    }
    return new FileMesh(parts, frame);
  }

  /** The least coordinates, in metres. */
  Vec3 corner() {
    return corner(parts.stream().map(Part::primitive).toList(), false);
  }

  /** The greatest coordinates, in metres. */
  Vec3 farCorner() {
    return corner(parts.stream().map(Part::primitive).toList(), true);
  }

  /** The largest distance of a rounded position from its source. */
  double maxErrorM() {
    return parts.stream().mapToDouble(part -> part.primitive().maxErrorM()).max().orElse(0);
  }

  private static Vec3 corner(List<FilePrimitive> primitives, boolean greatest) {
    var corner = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int k = axis;
      var values = primitives.stream().mapToDouble(p -> greatest ? p.max()[k] : p.min()[k]);
      corner[axis] = (greatest ? values.max() : values.min()).orElse(0);
    }
    return new Vec3(corner[0], corner[1], corner[2]);
  }
}
