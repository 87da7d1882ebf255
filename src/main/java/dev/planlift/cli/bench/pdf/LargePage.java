package dev.planlift.cli.bench.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;

/** A page of A0 full of short lines, rectangles and curves, as CAD plots them. */
final class LargePage {
  private static final int WIDTH = 3370;
  private static final int HEIGHT = 2384;

  private LargePage() {}

  /** The bytes of a PDF with so many painted paths. */
  static byte[] of(int paths) throws IOException {
    var content = deflated(content(paths));
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        ascii(
            "%%PDF-1.5%n1 0 obj%n<< /Type /Catalog /Pages 2 0 R >>%nendobj%n"
                + "2 0 obj%n<< /Type /Pages /Kids [3 0 R] /Count 1 >>%nendobj%n"
                + "3 0 obj%n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R"
                + " >>%nendobj%n4 0 obj%n<< /Length %d /Filter /FlateDecode >>%nstream%n",
            WIDTH, HEIGHT, content.length));
    out.writeBytes(content);
    // Without a table of its objects: readers look for them.
    out.writeBytes(ascii("%nendstream%nendobj%ntrailer%n<< /Root 1 0 R >>%n%%%%EOF%n"));
    return out.toByteArray();
  }

  private static String content(int paths) {
    var text = new StringBuilder();
    for (int i = 0; i < paths; i++) {
      double x = 20 + i % 300 * 11.03;
      int row = i / 300;
      double y = 20 + row * 12.17;
      text.append(
          switch (i % 8) {
            case 0 -> form("q 0.5 w 0 0 %s RG %.3f %.3f 8.25 9.5 re S Q\n", i % 2, x, y);
            case 1 ->
                form(
                    "%.3f %.3f m %.3f %.3f %.3f %.3f %.3f %.3f c S\n",
                    x, y, x + 3, y, x + 6, y + 3, x + 6, y + 8);
            case 2 -> form("%.3f %.3f 6.5 2.25 re f\n", x, y, 0);
            default -> form("0.25 w %.3f %.3f m %.3f %.3f l S\n", x, y, x + i % 7, y + i % 5 + 1);
          });
    }
    return text.toString();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is a library of its own
  private static String form(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @SuppressWarnings("AnnotateFormatMethod") // as above
  private static byte[] ascii(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] deflated(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
