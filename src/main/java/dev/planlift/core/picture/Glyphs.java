package dev.planlift.core.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The outlines of a font (OpenType 1.9, tables loca and glyf), curves cut into chords. */
final class Glyphs {
  private static final int ON_CURVE = 1;
  private static final int SHORT_X = 2;
  private static final int SHORT_Y = 4;
  private static final int REPEAT = 8;
  private static final int SAME_X = 16;
  private static final int SAME_Y = 32;

  private static final int WORDS = 1;
  private static final int OFFSETS = 2;
  private static final int SCALE = 8;
  private static final int MORE = 0x20;
  private static final int TWO_SCALES = 0x40;
  private static final int MATRIX = 0x80;

  /** A font that is ours nests two deep. */
  private static final int DEEPEST = 4;

  /** Chords for one curve: at 40 pixels an em none is a quarter pixel off. */
  private static final int CHORDS = 5;

  private final ByteBuffer font;
  private final int glyf;
  private final int loca;
  private final boolean longOffsets;

  Glyphs(ByteBuffer font, int glyf, int loca, boolean longOffsets) {
    this.font = font;
    this.glyf = glyf;
    this.loca = loca;
    this.longOffsets = longOffsets;
  }

  /** Rings of x, y pairs, font units, y up. */
  List<double[]> rings(int glyph) {
    var rings = new ArrayList<double[]>();
    add(glyph, new double[] {1, 0, 0, 1, 0, 0}, 0, rings);
    return rings;
  }

  private int offset(int glyph) {
    return longOffsets
        ? font.getInt(loca + 4 * glyph)
        : 2 * Short.toUnsignedInt(font.getShort(loca + 2 * glyph));
  }

  private void add(int glyph, double[] m, int depth, List<double[]> rings) {
    int start = offset(glyph);
    if (start == offset(glyph + 1)) {
      return;
    }
    int contours = font.getShort(glyf + start);
    if (contours >= 0) {
      simple(glyf + start + 10, contours, m, rings);
    } else if (depth < DEEPEST) {
      composite(glyf + start + 10, m, depth, rings);
    }
  }

  private void composite(int start, double[] m, int depth, List<double[]> rings) {
    var in = font.duplicate().position(start);
    int flags;
    do {
      flags = in.getShort();
      int glyph = Short.toUnsignedInt(in.getShort());
      double dx = (flags & WORDS) != 0 ? in.getShort() : in.get();
      double dy = (flags & WORDS) != 0 ? in.getShort() : in.get();
      boolean moved = (flags & OFFSETS) != 0;
      var p = new double[] {1, 0, 0, 1, moved ? dx : 0, moved ? dy : 0};
      if ((flags & SCALE) != 0) {
        p[0] = p[3] = fraction(in);
      } else if ((flags & TWO_SCALES) != 0) {
        p[0] = fraction(in);
        p[3] = fraction(in);
      } else if ((flags & MATRIX) != 0) {
        for (int i = 0; i < 4; i++) {
          p[i] = fraction(in);
        }
      }
      add(glyph, after(m, p), depth + 1, rings);
    } while ((flags & MORE) != 0);
  }

  /** F2DOT14. */
  private static double fraction(ByteBuffer in) {
    return in.getShort() / 16384.0;
  }

  private static double[] after(double[] m, double[] p) {
    return new double[] {
      m[0] * p[0] + m[2] * p[1],
      m[1] * p[0] + m[3] * p[1],
      m[0] * p[2] + m[2] * p[3],
      m[1] * p[2] + m[3] * p[3],
      m[0] * p[4] + m[2] * p[5] + m[4],
      m[1] * p[4] + m[3] * p[5] + m[5]
    };
  }

  private void simple(int start, int contours, double[] m, List<double[]> rings) {
    var in = font.duplicate().position(start);
    var ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = Short.toUnsignedInt(in.getShort());
    }
    int count = contours == 0 ? 0 : ends[contours - 1] + 1;
    int hints = Short.toUnsignedInt(in.getShort());
    in.position(in.position() + hints);
    var flags = flags(in, count);
    var x = coordinates(in, flags, SHORT_X, SAME_X);
    var y = coordinates(in, flags, SHORT_Y, SAME_Y);
    var xy = new double[2 * count];
    for (int i = 0; i < count; i++) {
      xy[2 * i] = m[0] * x[i] + m[2] * y[i] + m[4];
      xy[2 * i + 1] = m[1] * x[i] + m[3] * y[i] + m[5];
    }
    int first = 0;
    for (int end : ends) {
      if (end - first >= 2) {
        rings.add(ring(xy, flags, first, end - first + 1));
      }
      first = end + 1;
    }
  }

  private static byte[] flags(ByteBuffer in, int count) {
    var flags = new byte[count];
    for (int i = 0; i < count; i++) {
      byte flag = in.get();
      flags[i] = flag;
      if ((flag & REPEAT) != 0) {
        for (int left = Byte.toUnsignedInt(in.get()); left > 0; left--) {
          flags[++i] = flag;
        }
      }
    }
    return flags;
  }

  private static int[] coordinates(ByteBuffer in, byte[] flags, int isShort, int isSame) {
    var values = new int[flags.length];
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean same = (flags[i] & isSame) != 0;
      if ((flags[i] & isShort) != 0) {
        int step = Byte.toUnsignedInt(in.get());
        value += same ? step : -step;
      } else if (!same) {
        value += in.getShort();
      }
      values[i] = value;
    }
    return values;
  }

  /** Between two points off the curve lies one on it, in their middle. */
  private static double[] ring(double[] xy, byte[] flags, int first, int count) {
    var out = new Chords(count);
    for (int i = 0; i < count; i++) {
      int at = first + i;
      int next = first + (i + 1) % count;
      if ((flags[at] & ON_CURVE) != 0) {
        out.add(xy[2 * at], xy[2 * at + 1]);
      } else {
        int before = first + (i + count - 1) % count;
        boolean from = (flags[before] & ON_CURVE) != 0;
        boolean to = (flags[next] & ON_CURVE) != 0;
        out.curve(
            from ? xy[2 * before] : (xy[2 * before] + xy[2 * at]) / 2,
            from ? xy[2 * before + 1] : (xy[2 * before + 1] + xy[2 * at + 1]) / 2,
            xy[2 * at],
            xy[2 * at + 1],
            to ? xy[2 * next] : (xy[2 * at] + xy[2 * next]) / 2,
            to ? xy[2 * next + 1] : (xy[2 * at + 1] + xy[2 * next + 1]) / 2);
      }
    }
    return out.ring();
  }

  /** A ring being made. */
  private static final class Chords {
    private final double[] xy;
    private int used;

    Chords(int points) {
      xy = new double[2 * points * CHORDS];
    }

    void add(double x, double y) {
      xy[used++] = x;
      xy[used++] = y;
    }

    /** A quadratic Bézier curve, without its first point where that is on the curve already. */
    void curve(double x0, double y0, double x1, double y1, double x2, double y2) {
      for (int i = 1; i <= CHORDS; i++) {
        double t = (double) i / CHORDS;
        double s = 1 - t;
        add(s * s * x0 + 2 * s * t * x1 + t * t * x2, s * s * y0 + 2 * s * t * y1 + t * t * y2);
      }
    }

    double[] ring() {
      return Arrays.copyOf(xy, used);
    }
  }
}
