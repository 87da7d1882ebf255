package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mesh as it is written.
 *
 * @param middle where its 16-bit positions are counted from; none where they are floats
 */
record FileMesh(List<Part> parts, Optional<Vec3> middle) {
  /** A primitive and the number of its material. */
  record Part(StoredPrimitive stored, int material) {
    FilePrimitive primitive() {
      return stored.primitive();
    }
  }

  FileMesh {
    parts = List.copyOf(parts);
  }

  /** Chooses how positions are stored: all of a mesh alike. */
  static FileMesh of(
      List<FilePrimitive> primitives, List<Integer> materials, Compression compression) {
    var min = corner(primitives, false);
    var max = corner(primitives, true);
    var middle =
        compression.rounds() && Grid.fitsShorts(min, max)
            ? Optional.of(Grid.middle(min, max))
            : Optional.<Vec3>empty();
    var parts = new ArrayList<Part>();
    for (int i = 0; i < primitives.size(); i++) {
      var stored = new StoredPrimitive(primitives.get(i), middle, compression);
      parts.add(new Part(stored, materials.get(i)));
    }
    return new FileMesh(parts, middle);
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

  /** A point of it as it is stored: in steps from the middle where it has one. */
  Vec3 stored(Vec3 p) {
    return middle.map(m -> p.minus(m).times(1 / Grid.STEP_M)).orElse(p);
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
