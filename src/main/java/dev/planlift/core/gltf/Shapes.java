package dev.planlift.core.gltf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Meshes that are the same to the last bit but for the place they are counted from: each shape is
 * stored once. Ribbons, which are made anew whenever they are written, are not compared.
 */
final class Shapes {
  private final Map<Long, List<Integer>> numbers = new HashMap<>();

  /**
   * The first mesh of a shape.
   *
   * @param number of the mesh, should it be the first
   * @param known the meshes by number
   * @return {@code number} where no other has the shape
   */
  int first(FileMesh mesh, int number, List<FileMesh> known) {
    boolean whole = mesh.parts().stream().allMatch(part -> part.primitive().ribbons().count() == 0);
    if (mesh.frame().isAbsolute() || !whole) {
      return number;
    }
    var candidates = numbers.computeIfAbsent(hash(mesh), h -> new ArrayList<>());
    for (int candidate : candidates) {
      if (isSame(mesh, known.get(candidate))) {
        return candidate;
      }
    }
    candidates.add(number);
    return number;
  }

  private static long hash(FileMesh mesh) {
    long hash = mesh.parts().size();
    for (var part : mesh.parts()) {
      var piece = part.primitive().whole();
      hash = 31 * hash + part.material();
      hash = 31 * hash + Arrays.hashCode(mesh.frame().fromMiddle(piece.positions()));
      hash = 31 * hash + Arrays.hashCode(piece.normals());
      hash = 31 * hash + Arrays.hashCode(piece.indices());
    }
    return hash;
  }

  private static boolean isSame(FileMesh a, FileMesh b) {
    boolean same =
        a.parts().size() == b.parts().size() && a.frame().isShort() == b.frame().isShort();
    for (int i = 0; same && i < a.parts().size(); i++) {
      var one = a.parts().get(i);
      var other = b.parts().get(i);
      var first = one.primitive().whole();
      var second = other.primitive().whole();
      same =
          one.material() == other.material()
              && one.primitive().isLines() == other.primitive().isLines()
              && Arrays.equals(first.indices(), second.indices())
              && Arrays.equals(first.normals(), second.normals())
              && Arrays.equals(
                  a.frame().fromMiddle(first.positions()),
                  b.frame().fromMiddle(second.positions()));
    }
    return same;
  }
}
