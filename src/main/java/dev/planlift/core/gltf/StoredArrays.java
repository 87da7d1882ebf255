package dev.planlift.core.gltf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells arrays that were stored before: boxes have the same normals and indices, however long they
 * are. Positions, and what ribbons make, are not compared.
 */
final class StoredArrays {
  private record Key(ArrayKind kind, int hash) {}

  private record Held(FilePiece piece, int accessor) {}

  private final Map<Key, List<Held>> held = new HashMap<>();

  /**
   * The accessor of an array.
   *
   * @param accessor its number, should it be the first of its content
   * @return the number of the first
   */
  int first(StoredPrimitive p, ArrayKind kind, int accessor) {
    if (kind == p.positions() || p.primitive().ribbons().count() > 0) {
      return accessor;
    }
    var piece = p.primitive().whole();
    int hash =
        kind.isIndices() ? Arrays.hashCode(piece.indices()) : Arrays.hashCode(piece.normals());
    var candidates = held.computeIfAbsent(new Key(kind, hash), key -> new ArrayList<>());
    for (var candidate : candidates) {
      boolean same =
          kind.isIndices()
              ? Arrays.equals(candidate.piece().indices(), piece.indices())
              : Arrays.equals(candidate.piece().normals(), piece.normals());
      if (same) {
        return candidate.accessor();
      }
    }
    candidates.add(new Held(piece, accessor));
    return accessor;
  }
}
