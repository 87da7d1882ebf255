package dev.planlift.core.overlay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes SVG; lines of one style one after the other become one path, in pieces. */
final class SvgSurface implements Surface, AutoCloseable {
  /** Path data is written in pieces of this many characters. */
  private static final int PIECE = 32_000;

  private static final String TEXTS =
      """
      .sheet{fill:#fff}
      text{font-family:system-ui,sans-serif;fill:#1b2631;paint-order:stroke;stroke:#fff;stroke-width:3;stroke-opacity:.8}
      .label{text-anchor:middle;font-weight:600}
      """;

  private final Writer out;
  private final StringBuilder lines = new StringBuilder();
  private Style style = Style.LINES;

  SvgSurface(Sheet sheet, Writer out) {
    this.out = out;
    write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    write(sheet.width() + " " + sheet.height() + "\">\n<style>\n" + TEXTS);
    for (var each : Style.values()) {
      write(each.css(sheet.thickness()));
    }
    write("</style>\n<rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n");
  }

  @Override
  public void area(Style style, List<double[]> rings) {
    flush();
    var data = new StringBuilder();
    rings.forEach(ring -> points(data, ring, ring.length / 2, true));
    path(style, data);
  }

  @Override
  public void box(Style style, double x, double y, double width, double height) {
    flush();
    write("<rect class=\"" + style.className() + "\" x=\"" + Sheet.number(x) + "\" y=\"");
    write(Sheet.number(y) + "\" width=\"" + Sheet.number(width) + "\" height=\"");
    write(Sheet.number(height) + "\"/>\n");
  }

  @Override
  public void line(Style style, double[] xy, int count, boolean closed) {
    if (style != this.style || lines.length() > PIECE) {
      flush();
      this.style = style;
    }
    points(lines, xy, count, closed);
  }

  private static void points(StringBuilder data, double[] xy, int count, boolean closed) {
    for (int i = 0; i < count; i++) {
      data.append(i == 0 ? 'M' : 'L');
      Sheet.point(data, xy[2 * i], xy[2 * i + 1]);
    }
    if (closed) {
      data.append('Z');
    }
  }

  @Override
  public void text(String text, double x, double y, double size, Anchor anchor) {
    flush();
    write("<text ");
    write(anchor == Anchor.MIDDLE ? "class=\"label\" " : "");
    write("x=\"" + Sheet.number(x) + "\" y=\"" + Sheet.number(y) + "\" font-size=\"");
    write(Sheet.number(size) + "\">" + Sheet.text(text) + "</text>\n");
  }

  private void flush() {
    if (!lines.isEmpty()) {
      path(style, lines);
      lines.setLength(0);
    }
  }

  private void path(Style style, StringBuilder data) {
    write("<path class=\"" + style.className() + "\" d=\"");
    write(data);
    write("\"/>\n");
  }

  private void write(CharSequence text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException("The overlay cannot be written", e);
    }
  }

  /** Ends the document; the writer stays open. */
  @Override
  public void close() {
    flush();
    write("</svg>\n");
  }
}
