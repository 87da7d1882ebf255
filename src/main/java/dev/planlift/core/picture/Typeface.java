package dev.planlift.core.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A TrueType font (OpenType 1.9: head, hhea, hmtx, loca, glyf, cmap format 12), of a collection the
 * first. It is our own file, so it is not checked. Immutable.
 */
public final class Typeface {
  private static final int COLLECTION = tag("ttcf");

  private final ByteBuffer font;
  private final Map<Integer, Integer> tables = new HashMap<>();
  private final int unitsPerEm;
  private final int metrics;
  private final int groups;
  private final Glyphs glyphs;

  /** Read when it is first needed: most runs need it not at all, or once. */
  private static final class Standard {
    static final Typeface FACE = resource("wqy-microhei.ttc");
  }

  private Typeface(byte[] bytes) {
    font = ByteBuffer.wrap(bytes);
    int start = font.getInt(0) == COLLECTION ? font.getInt(12) : 0;
    for (int i = 0; i < font.getShort(start + 4); i++) {
      int entry = start + 12 + 16 * i;
      tables.put(font.getInt(entry), font.getInt(entry + 8));
    }
    unitsPerEm = unsigned(table("head") + 18);
    metrics = unsigned(table("hhea") + 34);
    groups = characters();
    boolean longOffsets = font.getShort(table("head") + 50) == 1;
    glyphs = new Glyphs(font, table("glyf"), table("loca"), longOffsets);
  }

  /** The one that travels with us: Latin, Cyrillic, Greek, Chinese, Japanese, Korean. */
  public static Typeface standard() {
    return Standard.FACE;
  }

  private static Typeface resource(String name) {
    try (var in = Objects.requireNonNull(Typeface.class.getResourceAsStream(name), name)) {
      return new Typeface(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int tag(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }

  private int table(String name) {
    return Objects.requireNonNull(tables.get(tag(name)), name);
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(font.getShort(at));
  }

  /** Where the cmap's format 12 begins. */
  private int characters() {
    int cmap = table("cmap");
    for (int i = 0; i < font.getShort(cmap + 2); i++) {
      int at = cmap + font.getInt(cmap + 8 + 8 * i);
      if (font.getShort(at) == 12) {
        return at;
      }
    }
    throw new IllegalStateException("The font has no cmap of format 12");
  }

  /** Whether there is a glyph for a character. */
  public boolean has(int codePoint) {
    return glyph(codePoint) != 0;
  }

  private int glyph(int codePoint) {
    int low = 0;
    int high = font.getInt(groups + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = groups + 16 + 12 * middle;
      if (codePoint < font.getInt(at)) {
        high = middle - 1;
      } else if (codePoint > font.getInt(at + 4)) {
        low = middle + 1;
      } else {
        return font.getInt(at + 8) + codePoint - font.getInt(at);
      }
    }
    return 0;
  }

  private double advance(int glyph) {
    return unsigned(table("hmtx") + 4 * Math.min(glyph, metrics - 1)) / (double) unitsPerEm;
  }

  /** How long a text runs, in sizes of the font. */
  public double width(String text) {
    return text.codePoints().mapToDouble(c -> advance(glyph(c))).sum();
  }

  /**
   * A text broken at its blanks. What is left over after the last line is cut off, with an
   * ellipsis.
   *
   * @param widest in sizes of the font; a longer word stands alone
   */
  public List<String> wrapped(String text, double widest, int mostLines) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : text.strip().split("\\s+", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || width(longer) <= widest) {
        line = longer;
      } else if (lines.size() + 1 == mostLines) {
        line += "…";
        break;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return List.copyOf(lines);
  }

  /**
   * A line of text as rings, to be filled.
   *
   * @param x where it begins, pixels
   * @param y of its base line, pixels, down
   * @param size pixels an em
   * @return rings of x, y pairs
   */
  List<double[]> outline(String text, double x, double y, double size) {
    var rings = new ArrayList<double[]>();
    double scale = size / unitsPerEm;
    double pen = x;
    for (int c : text.codePoints().toArray()) {
      int glyph = glyph(c);
      for (var ring : glyphs.rings(glyph)) {
        var placed = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
          placed[i] = pen + ring[i] * scale;
          placed[i + 1] = y - ring[i + 1] * scale;
        }
        rings.add(placed);
      }
      pen += advance(glyph) * size;
    }
    return rings;
  }
}
