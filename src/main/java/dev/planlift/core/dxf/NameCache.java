package dev.planlift.core.dxf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One String for each of the few names (entity types, layers, line types) that a drawing repeats
 * all the time. A name pushed out by another is simply decoded again.
 */
final class NameCache {
  private static final int SLOTS = 1024;
  private static final int MAX_LENGTH = 64;

  private final byte @Nullable [][] keys = new byte[SLOTS][];
  private final @Nullable String[] names = new String[SLOTS];

  String get(byte[] bytes, int from, int to, CodePage page) {
    if (to - from > MAX_LENGTH) {
      return page.decode(bytes, from, to);
    }
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    var key = keys[slot];
    var name = names[slot];
    if (key != null && name != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
      return name;
    }
    var decoded = page.decode(bytes, from, to);
    keys[slot] = Arrays.copyOfRange(bytes, from, to);
    names[slot] = decoded;
    return decoded;
  }

  void clear() {
    Arrays.fill(keys, null);
    Arrays.fill(names, null);
  }
}
