package dev.planlift.cli.bench.pdf;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

/**
 * A set of drawings in one PDF, as offices send them: pages of line work with a picture each,
 * sections by their titles, every fiftieth one a floor plan, every tenth one a scan and every tenth
 * one text. Written as it is made, never whole in memory.
 */
final class LargeSet implements AutoCloseable {
  private static final int WIDTH = 1684;
  private static final int HEIGHT = 1191;
  private static final int PATHS = 6000;
  private static final int TEXT_LINES = 40;

  /** Objects of a page: itself, its content, its picture. */
  private static final int OBJECTS = 3;

  private static final int FIRST = 4;

  private final OutputStream out;
  private final List<Long> places = new ArrayList<>();
  private long written;

  private LargeSet(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a set.
   *
   * @param pages at least one
   * @param bytes about how large the file becomes, by its pictures
   */
  static void write(Path file, int pages, long bytes) throws IOException {
    try (var set = new LargeSet(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      set.write(pages, bytes);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void write(int pages, long bytes) throws IOException {
    text("%%PDF-1.5\n");
    var kids = new StringBuilder();
    for (int i = 0; i < pages; i++) {
      kids.append(FIRST + OBJECTS * i).append(" 0 R ");
    }
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int i = 0; i < pages; i++) {
      page(i, (bytes - written) / (pages - i));
    }
    end();
  }

  private void page(int number, long bytes) throws IOException {
    int self = FIRST + OBJECTS * number;
    object(
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R
           /Resources << /Font << /F 3 0 R >> /XObject << /P %d 0 R >> >> >>"""
            .formatted(WIDTH, HEIGHT, self + 1, self + 2));
    var content = deflated(content(number));
    stream("/Filter /FlateDecode", content);
    picture(number, Math.max(1, bytes - content.length - 600));
  }

  private static String content(int number) {
    return switch (number % 10) {
      case 3 -> form("q %d 0 0 %d 0 0 cm /P Do Q\n", WIDTH, HEIGHT);
      case 7 -> words();
      default -> drawing(number) + "q 200 0 0 200 1400 40 cm /P Do Q\n";
    };
  }

  private static String words() {
    var text = new StringBuilder();
    for (int i = 0; i < TEXT_LINES; i++) {
      text.append(
          form(
              "BT /F 12 Tf 90 %d Td (Of this set the line %d says what is to be built, and how) Tj"
                  + " ET\n",
              1100 - 20 * i, i));
    }
    return text.toString();
  }

  /** Rooms along a corridor, drawn by both faces of their walls, hatched, named. */
  private static String drawing(int number) {
    var title = number % 50 == 10 ? "FLOOR PLAN" : "SECTION " + number;
    var text = new StringBuilder(form("BT /F 24 Tf 90 1130 Td (%s) Tj ET\n", title));
    int rooms = 8 + number % 5;
    double width = 1400.0 / rooms;
    text.append("0.7 w 120 300 1400 760 re 126 306 1388 748 re S\n");
    for (int i = 1; i < rooms; i++) {
      double x = 120 + i * width;
      text.append(form("%.2f 306 m %.2f 640 l %.2f 306 m %.2f 640 l S\n", x, x, x + 4, x + 4));
    }
    text.append("126 640 m 1514 640 l 126 644 m 1514 644 l S 0.18 w\n");
    for (int i = 0; i < PATHS; i++) {
      double x = 130 + i % 120 * 11.4;
      double y = 660 + Math.floorDiv(i, 120) * 7.5;
      text.append(form("%.2f %.2f m %.2f %.2f l S\n", x, y, x + 4, y + 3.0 + i % 3));
    }
    return text.toString();
  }

  /** Grey pixels that nothing makes smaller. */
  private void picture(int number, long pixels) throws IOException {
    var random = new Random(number);
    begin();
    text(
        "<< /Type /XObject /Subtype /Image /Width %d /Height 1 /ColorSpace /DeviceGray"
            + " /BitsPerComponent 8 /Length %d >>\nstream\n",
        pixels, pixels);
    var piece = new byte[1 << 16];
    for (long left = pixels; left > 0; left -= piece.length) {
      random.nextBytes(piece);
      write(piece, (int) Math.min(left, piece.length));
    }
    text("\nendstream\nendobj\n");
  }

  private void stream(String entries, byte[] bytes) throws IOException {
    begin();
    text("<< %s /Length %d >>\nstream\n", entries, bytes.length);
    write(bytes, bytes.length);
    text("\nendstream\nendobj\n");
  }

  private void object(String body) throws IOException {
    begin();
    text("%s\nendobj\n", body);
  }

  private void begin() throws IOException {
    places.add(written);
    text("%d 0 obj\n", places.size());
  }

  private void end() throws IOException {
    long table = written;
    text("xref\n0 %d\n0000000000 65535 f \n", places.size() + 1);
    for (long place : places) {
      text("%010d 00000 n \n", place);
    }
    text("trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", places.size() + 1, table);
  }

  private void text(String format, Object... values) throws IOException {
    var bytes = form(format, values).getBytes(StandardCharsets.US_ASCII);
    write(bytes, bytes.length);
  }

  private void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    written += length;
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is a library of its own
  private static String form(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static byte[] deflated(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
