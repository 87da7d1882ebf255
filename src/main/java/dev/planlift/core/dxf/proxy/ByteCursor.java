package dev.planlift.core.dxf.proxy;

import dev.planlift.core.geom.Vec3;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Reads one command's bytes, little-endian. Behind their end all is zero and {@link #isDamaged}
 * true, as it is behind a number that no coordinate can be.
 */
final class ByteCursor {
  /** No drawing reaches further. */
  private static final double LIMIT = 1e15;

  private final ByteBuffer bytes;
  private final Function<byte[], String> decoder;
  private boolean damaged;

  /**
   * A cursor at the start.
   *
   * @param decoder of texts in the file's code page
   */
  ByteCursor(ByteBuffer bytes, Function<byte[], String> decoder) {
    this.decoder = decoder;
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean isDamaged() {
    return damaged;
  }

  int left() {
    return bytes.remaining();
  }

  private boolean missing(int count) {
    damaged |= bytes.remaining() < count;
    return damaged;
  }

  int integer() {
    return missing(4) ? 0 : bytes.getInt();
  }

  double number() {
    if (missing(8)) {
      return 0;
    }
    double value = bytes.getDouble();
    if (!(Math.abs(value) <= LIMIT)) {
      damaged = true;
      return 0;
    }
    return value;
  }

  Vec3 point() {
    double x = number();
    double y = number();
    return new Vec3(x, y, number());
  }

  /** A count of things that take so many bytes each at least; 0 where there cannot be so many. */
  int count(int size) {
    int count = integer();
    if (count < 0 || (long) count * size > left()) {
      damaged = true;
      return 0;
    }
    return count;
  }

  /** 3 × count coordinates. */
  double[] points(int count) {
    var xyz = new double[3 * count];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = number();
    }
    return xyz;
  }

  /** A text that ends with a zero byte, filled up to four, in the file's code page. */
  String text() {
    int start = bytes.position();
    while (bytes.hasRemaining()) {
      if (bytes.get() == 0) {
        var raw = new byte[bytes.position() - 1 - start];
        bytes.get(start, raw);
        align();
        return decoder.apply(raw);
      }
    }
    damaged = true;
    return "";
  }

  /** A text in UTF-16 that ends with a zero character, filled up to four bytes. */
  String wideText() {
    int start = bytes.position();
    while (bytes.remaining() >= 2) {
      if (bytes.getShort() == 0) {
        var raw = bytes.slice(start, bytes.position() - 2 - start);
        align();
        return StandardCharsets.UTF_16LE.decode(raw).toString();
      }
    }
    damaged = true;
    return "";
  }

  private void align() {
    int aligned = (bytes.position() + 3) / 4 * 4;
    bytes.position(Math.min(aligned, bytes.limit()));
  }
}
