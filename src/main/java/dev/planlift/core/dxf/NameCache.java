package dev.planlift.core.dxf;

import java.util.Arrays;

/**
 * One String for each of the few names (entity types, layers, line types) that a drawing repeats
 * all the time. A name pushed out by another is simply decoded again.
 */
final class NameCache {
  private static final int SLOTS = 1024;
  private static final int MAX_LENGTH = 64;

  private final byte[][] keys = new byte[SLOTS][];
  private final String[] names = new String[SLOTS];

  NameCache() {
    clear();
  }

  /**
   * The name of some bytes.
   *
   * @param mark where they stand
   */
  String get(byte[] bytes, int from, int to, TextDecoder decoder, long mark) {
    if (to - from > MAX_LENGTH) {
      return decoder.decode(bytes, from, to, mark);
    }
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    var key = keys[slot];
    if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
      return names[slot];
    }
    var decoded = decoder.decode(bytes, from, to, mark);
    keys[slot] = Arrays.copyOfRange(bytes, from, to);
    names[slot] = decoded;
    return decoded;
  }

  void clear() {
    Arrays.fill(keys, new byte[0]);
    Arrays.fill(names, "");
  }
}
