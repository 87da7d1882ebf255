package dev.planlift.cli.bench.dxf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Draws a plan in millimetres to an ASCII DXF of R12's kind, piece by piece, and counts the line
 * segments that are seen: those of symbols for every place where they stand, an arc as one.
 */
final class PlanDraft implements Closeable {
  /**
   * A piece of furniture, a fitting: pairs of corners of its lines, and arcs.
   *
   * @param lines x, y, x, y for each
   * @param arcs x, y, radius, from and to in degrees for each
   */
  @SuppressWarnings("ArrayRecordComponent") // tables of numbers, never changed
  record Symbol(String name, double[] lines, double[] arcs) {
    int segments() {
      return lines.length / 4 + arcs.length / 5;
    }

    /** Lines of rectangles: x, y, width, height for each. */
    static double[] boxes(double... boxes) {
      var lines = new double[boxes.length * 4];
      int at = 0;
      for (int i = 0; i < boxes.length; i += 4) {
        double[] xs = {boxes[i], boxes[i] + boxes[i + 2]};
        double[] ys = {boxes[i + 1], boxes[i + 1] + boxes[i + 3]};
        double[] corners = {xs[0], ys[0], xs[1], ys[0], xs[1], ys[1], xs[0], ys[1]};
        for (int k = 0; k < 16; k++) {
          lines[at++] = corners[(k / 4 * 2 + k % 4) % 8];
        }
      }
      return lines;
    }
  }

  private final GroupWriter out;
  private final Map<String, String> layerOf;
  private long segments;

  /**
   * A new drawing.
   *
   * @param symbols that it may place
   * @param layerOf what pieces are drawn on; what is not named there lies on layer 0
   */
  PlanDraft(Path file, List<Symbol> symbols, Map<String, String> layerOf) throws IOException {
    this.out = new GroupWriter(file, false);
    this.layerOf = Map.copyOf(layerOf);
    head();
    section("BLOCKS");
    for (var symbol : symbols) {
      block(symbol);
    }
    out.write(0, "ENDSEC");
    section("ENTITIES");
    segments = 0;
  }

  long segments() {
    return segments;
  }

  private void head() throws IOException {
    section("HEADER");
    out.write(9, "$ACADVER");
    out.write(1, "AC1009");
    out.write(9, "$INSUNITS");
    out.write(70, "4");
    out.write(0, "ENDSEC");
  }

  private void section(String name) throws IOException {
    out.write(0, "SECTION");
    out.write(2, name);
  }

  private void block(Symbol symbol) throws IOException {
    out.write(0, "BLOCK");
    out.write(8, "0");
    out.write(2, symbol.name());
    out.write(70, "0");
    point(0, 0, 0);
    for (int i = 0; i < symbol.lines().length; i += 4) {
      var line = symbol.lines();
      line("", line[i], line[i + 1], line[i + 2], line[i + 3]);
    }
    for (int i = 0; i < symbol.arcs().length; i += 5) {
      arc(symbol.arcs(), i);
    }
    out.write(0, "ENDBLK");
    out.write(8, "0");
  }

  private void arc(double[] arc, int at) throws IOException {
    boolean circle = arc[at + 4] - arc[at + 3] >= 360;
    out.write(0, circle ? "CIRCLE" : "ARC");
    out.write(8, "0");
    point(0, arc[at], arc[at + 1]);
    out.write(40, arc[at + 2]);
    if (!circle) {
      out.write(50, arc[at + 3]);
      out.write(51, arc[at + 4]);
    }
  }

  private void point(int ordinal, double x, double y) throws IOException {
    out.write(10 + ordinal, x);
    out.write(20 + ordinal, y);
    out.write(30 + ordinal, 0.0);
  }

  private void start(String type, String what) throws IOException {
    out.write(0, type);
    out.write(8, layerOf.getOrDefault(what, "0"));
  }

  /** A line; none where it has no length. */
  void line(String what, double x0, double y0, double x1, double y1) throws IOException {
    if (x0 == x1 && y0 == y1) {
      return;
    }
    start("LINE", what);
    point(0, x0, y0);
    point(1, x1, y1);
    segments++;
  }

  /** Lines from corner to corner: x, y for each. */
  void lines(String what, double... corners) throws IOException {
    for (int i = 0; i + 3 < corners.length; i += 2) {
      line(what, corners[i], corners[i + 1], corners[i + 2], corners[i + 3]);
    }
  }

  void place(String what, Symbol symbol, double x, double y, double degrees, boolean mirrored)
      throws IOException {
    start("INSERT", what);
    out.write(2, symbol.name());
    point(0, x, y);
    out.write(41, 1.0);
    out.write(42, mirrored ? -1.0 : 1.0);
    out.write(43, 1.0);
    out.write(50, degrees);
    segments += symbol.segments();
  }

  void text(double x, double y, double height, String text) throws IOException {
    start("TEXT", "text");
    point(0, x, y);
    out.write(40, height);
    out.write(1, text);
  }

  @Override
  public void close() throws IOException {
    out.write(0, "ENDSEC");
    out.write(0, "EOF");
    out.close();
  }
}
