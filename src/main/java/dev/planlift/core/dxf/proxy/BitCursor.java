package dev.planlift.core.dxf.proxy;

import java.nio.ByteBuffer;

/**
 * Reads the bit codes of DWG, which proxy graphics use for one command. Open Design Specification,
 * chapter 2. Behind the end all bits are zero and {@link #isDamaged} true.
 */
final class BitCursor {
  private final ByteBuffer bytes;
  private long bit;
  private boolean damaged;

  BitCursor(ByteBuffer bytes) {
    this.bytes = bytes.slice();
  }

  boolean isDamaged() {
    return damaged;
  }

  /** A count of things that take a bit each at least; 0 where there cannot be so many. */
  int count() {
    int count = bitLong();
    if (count < 0 || count > 8L * bytes.limit() - bit) {
      damaged = true;
      return 0;
    }
    return count;
  }

  private long bits(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      int at = (int) (bit >> 3);
      int set = 0;
      if (at < bytes.limit()) {
        set = bytes.get(at) >> (7 - (bit & 7)) & 1;
      } else {
        damaged = true;
      }
      value = value << 1 | set;
      bit++;
    }
    return value;
  }

  /** So many bytes, the least significant first. */
  private long littleEndian(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= bits(8) << (8 * i);
    }
    return value;
  }

  int rawLong() {
    return (int) littleEndian(4);
  }

  int bitShort() {
    return switch ((int) bits(2)) {
      case 0 -> (short) littleEndian(2);
      case 1 -> (int) bits(8);
      case 2 -> 0;
      default -> 256;
    };
  }

  private int bitLong() {
    return switch ((int) bits(2)) {
      case 0 -> rawLong();
      case 1 -> (int) bits(8);
      default -> 0;
    };
  }

  double rawDouble() {
    return Double.longBitsToDouble(littleEndian(8));
  }

  double bitDouble() {
    return switch ((int) bits(2)) {
      case 0 -> rawDouble();
      case 1 -> 1;
      default -> 0;
    };
  }

  /** A double that differs from one known in some of its bytes, or in none. */
  double near(double known) {
    long bytesOfKnown = Double.doubleToRawLongBits(known);
    return switch ((int) bits(2)) {
      case 0 -> known;
      case 1 -> Double.longBitsToDouble((bytesOfKnown & 0xFFFFFFFF00000000L) | littleEndian(4));
      case 2 -> {
        long middle = littleEndian(2) << 32;
        yield Double.longBitsToDouble(
            (bytesOfKnown & 0xFFFF000000000000L) | middle | littleEndian(4));
      }
      default -> rawDouble();
    };
  }
}
