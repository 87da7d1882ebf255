package dev.planlift.core.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The smallest TrueType font: one blank glyph for each character of a text, from glyph 1 on. */
final class TinyFont {
  private TinyFont() {}

  /** One table's bytes. */
  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Its bytes. */
  static byte[] of(String characters) {
    int glyphs = characters.codePointCount(0, characters.length()) + 1;
    var tables = new TreeMap<String, byte[]>();
    tables.put("cmap", table(out -> cmap(out, characters)));
    tables.put("glyf", new byte[4]);
    tables.put("head", table(TinyFont::head));
    tables.put("hhea", table(out -> hhea(out, glyphs)));
    tables.put("hmtx", table(out -> repeat(out, glyphs, 1000, 0)));
    tables.put("loca", new byte[2 * (glyphs + 1)]);
    tables.put(
        "maxp", table(out -> shorts(out, 1, 0, glyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
    return table(out -> file(out, tables));
  }

  private static void file(DataOutputStream out, SortedMap<String, byte[]> tables)
      throws IOException {
    shorts(out, 1, 0, tables.size(), 0, 0, 0);
    int offset = 12 + 16 * tables.size();
    for (var table : tables.entrySet()) {
      out.writeBytes(table.getKey());
      out.writeInt(0);
      out.writeInt(offset);
      out.writeInt(table.getValue().length);
      offset += table.getValue().length;
    }
    for (var table : tables.values()) {
      out.write(table);
    }
  }

  /** Characters to glyphs: Windows, all of Unicode, format 12. */
  private static void cmap(DataOutputStream out, String characters) throws IOException {
    var points = characters.codePoints().toArray();
    shorts(out, 0, 1, 3, 10, 0, 12);
    shorts(out, 12, 0);
    out.writeInt(16 + 12 * points.length);
    out.writeInt(0);
    out.writeInt(points.length);
    for (int i = 0; i < points.length; i++) {
      out.writeInt(points[i]);
      out.writeInt(points[i]);
      out.writeInt(i + 1);
    }
  }

  private static void head(DataOutputStream out) throws IOException {
    shorts(out, 1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000);
    out.writeLong(0);
    out.writeLong(0);
    shorts(out, 0, 0, 1000, 1000, 0, 8, 2, 0, 0);
  }

  private static void hhea(DataOutputStream out, int glyphs) throws IOException {
    shorts(out, 1, 0, 800, -200, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, glyphs);
  }

  private static void repeat(DataOutputStream out, int times, int... values) throws IOException {
    for (int i = 0; i < times; i++) {
      shorts(out, values);
    }
  }

  private static void shorts(DataOutputStream out, int... values) throws IOException {
    for (int value : values) {
      out.writeShort(value);
    }
  }

  private static byte[] table(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
