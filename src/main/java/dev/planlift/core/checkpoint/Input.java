package dev.planlift.core.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Reads what {@link Output} writes; anything else ends in an IOException. Not thread-safe. */
final class Input {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private final List<String> texts = new ArrayList<>();
  private final IdentityHashMap<Object, Told> told = new IdentityHashMap<>();

  Input(InputStream in) {
    this.in = in;
  }

  /** What was read in one shape. */
  static final class Told {
    /** In the order they were read. */
    final List<Object> values = new ArrayList<>();

    /** The number told last. */
    int last;
  }

  Told told(Shape shape) {
    return told.computeIfAbsent(shape, s -> new Told());
  }

  boolean flag() throws IOException {
    int value = next();
    if (value > 1) {
      throw new IOException("Neither true nor false: " + value);
    }
    return value == 1;
  }

  long count() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int part = next();
      value |= (part & 0x7FL) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw new IOException("A number without end");
  }

  /** A count of things in memory. */
  int size() throws IOException {
    long size = count();
    if (size < 0 || size > Integer.MAX_VALUE - 8) {
      throw new IOException("No such size: " + size);
    }
    return (int) size;
  }

  long whole() throws IOException {
    long value = count();
    return value >>> 1 ^ -(value & 1);
  }

  double number() throws IOException {
    long value = count();
    int decimals = (int) Long.remainderUnsigned(value, Output.FORMS);
    if (decimals == Output.FORMS - 1) {
      return Double.longBitsToDouble(raw());
    }
    long folded = Long.divideUnsigned(value, Output.FORMS);
    return (folded >>> 1 ^ -(folded & 1)) / Output.TENS[decimals];
  }

  String text() throws IOException {
    int before = size();
    if (before > texts.size()) {
      throw new IOException("No such text: " + before);
    }
    if (before > 0) {
      return texts.get(before - 1);
    }
    long form = count();
    boolean narrow = (form & 1) == 0;
    long length = form >>> 1;
    var text = new StringBuilder((int) Math.min(length, BUFFER_BYTES));
    for (long i = 0; i < length; i++) {
      int high = narrow ? 0 : next() << 8;
      text.append((char) (high | next()));
    }
    texts.add(text.toString());
    return texts.getLast();
  }

  private long raw() throws IOException {
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits |= (long) next() << (8 * i);
    }
    return bits;
  }

  private int next() throws IOException {
    if (from == to) {
      fill();
    }
    return buffer[from++] & 0xFF;
  }

  private void fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    if (to == 0) {
      throw new EOFException("It breaks off");
    }
  }
}
