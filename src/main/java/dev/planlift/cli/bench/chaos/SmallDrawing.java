package dev.planlift.cli.bench.chaos;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A room of four walls as DXF, in metres; each number gives other bytes. */
final class SmallDrawing {
  private static final String HEAD =
      "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n6\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n";
  private static final String END = "0\nENDSEC\n0\nEOF\n";

  private SmallDrawing() {}

  static byte[] of(String number) {
    var text = new StringBuilder("999\n").append(number).append('\n').append(HEAD);
    rectangle(text, 0, 0, 5, 4);
    rectangle(text, 0.3, 0.3, 4.7, 3.7);
    return text.append(END).toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void rectangle(StringBuilder text, double x0, double y0, double x1, double y1) {
    line(text, x0, y0, x1, y0);
    line(text, x1, y0, x1, y1);
    line(text, x1, y1, x0, y1);
    line(text, x0, y1, x0, y0);
  }

  private static void line(StringBuilder text, double x0, double y0, double x1, double y1) {
    text.append(
        String.format(
            Locale.ROOT,
            "0\nLINE\n8\nWALLS\n10\n%.1f\n20\n%.1f\n11\n%.1f\n21\n%.1f\n",
            x0,
            y0,
            x1,
            y1));
  }
}
