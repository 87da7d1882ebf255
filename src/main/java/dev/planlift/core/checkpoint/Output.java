package dev.planlift.core.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Numbers and texts as few bytes: whole numbers seven bits a byte, numbers of few decimals as whole
 * ones, each text once. Remembers the objects that were written. Not thread-safe.
 */
final class Output {
  /** Powers of ten that doubles hold exactly, as many as a coordinate has decimals. */
  static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  /** A number is written as {@code mantissa · FORMS + decimals}; the last form is the raw one. */
  static final int FORMS = TENS.length + 1;

  private static final int BUFFER_BYTES = 1 << 16;

  /** Above this a mantissa times {@link #FORMS} might not fit. */
  private static final double MAX_MANTISSA = 1L << 53;

  private final OutputStream out;
  private final BoundedOutput bound;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int used;
  private final Map<String, Integer> texts = new HashMap<>();
  private final IdentityHashMap<Object, Told> told = new IdentityHashMap<>();

  Output(OutputStream out, BoundedOutput bound) {
    this.out = out;
    this.bound = bound;
  }

  /** What was written in one shape. */
  static final class Told {
    /** Each with its number, in the order they were written. */
    final Map<Object, Integer> numbers;

    /** The number told last. */
    int last;

    private Told(boolean byIdentity) {
      numbers = byIdentity ? new IdentityHashMap<>() : new HashMap<>();
    }
  }

  Told told(Shape shape, boolean byIdentity) {
    return told.computeIfAbsent(shape, s -> new Told(byIdentity));
  }

  void flag(boolean value) throws IOException {
    room(1);
    buffer[used++] = (byte) (value ? 1 : 0);
  }

  /** A number that is not negative; a negative one takes ten bytes. */
  void count(long value) throws IOException {
    room(10);
    long left = value;
    while ((left & ~0x7FL) != 0) {
      buffer[used++] = (byte) ((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    buffer[used++] = (byte) left;
  }

  void whole(long value) throws IOException {
    count(value << 1 ^ value >> 63);
  }

  void number(double value) throws IOException {
    for (int decimals = 0; decimals < TENS.length; decimals++) {
      double scaled = value * TENS[decimals];
      if (!(Math.abs(scaled) < MAX_MANTISSA)) {
        break;
      }
      double near = Math.rint(scaled);
      // Most that are no decimals are told without a division.
      if (Math.abs(scaled - near) <= Math.abs(scaled) * 0x1p-51) {
        long mantissa = (long) near;
        double again = mantissa / TENS[decimals];
        if (Double.doubleToRawLongBits(again) == Double.doubleToRawLongBits(value)) {
          count((mantissa << 1 ^ mantissa >> 63) * FORMS + decimals);
          return;
        }
      }
    }
    count(FORMS - 1);
    raw(Double.doubleToRawLongBits(value));
  }

  void text(String value) throws IOException {
    var before = texts.get(value);
    if (before != null) {
      count(before + 1L);
      return;
    }
    texts.put(value, texts.size());
    boolean narrow = value.chars().allMatch(c -> c < 256);
    count(0);
    count(value.length() * 2L + (narrow ? 0 : 1));
    // Character by character: lone surrogates have no UTF-8, and have to come back as they are.
    for (int i = 0; i < value.length(); i++) {
      room(2);
      if (!narrow) {
        buffer[used++] = (byte) (value.charAt(i) >>> 8);
      }
      buffer[used++] = (byte) value.charAt(i);
    }
  }

  /** To be followed by nothing but the stream's own end. */
  void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
    bound.checkTime();
  }

  private void raw(long bits) throws IOException {
    room(Long.BYTES);
    for (int i = 0; i < Long.BYTES; i++) {
      buffer[used++] = (byte) (bits >>> (8 * i));
    }
  }

  private void room(int bytes) throws IOException {
    if (used + bytes > BUFFER_BYTES) {
      flush();
    }
  }
}
