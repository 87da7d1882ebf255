package dev.planlift.cli;

import dev.planlift.core.dxf.PageStyle;
import java.io.PrintWriter;
import java.util.Locale;

/** The look of what people read: colours and moving lines on a terminal, plain text elsewhere. */
final class Terminal {
  private static final int BAR_CELLS = 24;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

  private final PrintWriter out;
  private final boolean live;

  Terminal(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Standard error, live where the start script found a terminal there. */
  static Terminal ofStandardError(PrintWriter error) {
    return new Terminal(error, Boolean.getBoolean("planlift.terminal.error"));
  }

  /** Standard output, live where the start script found a terminal there. */
  static Terminal ofStandardOutput(PrintWriter out) {
    return new Terminal(out, Boolean.getBoolean("planlift.terminal.output"));
  }

  boolean isLive() {
    return live;
  }

  void line(String text) {
    out.println(live ? "\r\033[K" + text : text);
    out.flush();
  }

  /** A line that the next one overwrites; nothing where lines do not move. */
  void passing(String text) {
    if (live) {
      out.print("\r\033[K" + text);
      out.flush();
    }
  }

  String bold(String text) {
    return live ? "\033[1m" + text + "\033[0m" : text;
  }

  String faint(String text) {
    return live ? "\033[2m" + text + "\033[0m" : text;
  }

  String good(String text) {
    return live ? "\033[32m" + text + "\033[0m" : text;
  }

  String bad(String text) {
    return live ? "\033[31m" + text + "\033[0m" : text;
  }

  /** A text of a stranger without what moves a terminal's cursor. */
  static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** A page on this terminal; of 80 columns where nobody looks at it. */
  PageStyle pageStyle() {
    return new PageStyle() {
      @Override
      public int columns() {
        return live ? Math.clamp(Integer.getInteger("planlift.terminal.columns", 80), 40, 160) : 80;
      }

      @Override
      public String strong(String text) {
        return bold(text);
      }

      @Override
      public String faint(String text) {
        return Terminal.this.faint(text);
      }

      @Override
      public String alert(String text) {
        return live ? "\033[33m" + text + "\033[0m" : text;
      }
    };
  }

  /**
   * A bar of fixed width.
   *
   * @param fraction 0 to 1
   */
  static String bar(double fraction) {
    int eighths = (int) Math.round(Math.clamp(fraction, 0, 1) * BAR_CELLS * 8);
    var bar = new StringBuilder("█".repeat(eighths / 8));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt(eighths % 8));
    }
    return bar.append("░".repeat(BAR_CELLS - bar.length())).toString();
  }

  /** {@code 831 B}, {@code 1.2 MB}: decimal units. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 10 ? "%.1f %sB" : "%.0f %sB", value, "kMGT".charAt(unit));
  }

  /** {@code 12 ms}, {@code 1.25 s}. */
  static String time(long millis) {
    return millis < 1000
        ? millis + " ms"
        : String.format(Locale.ROOT, millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000.0);
  }

  /** {@code 1 wall}, {@code 12 walls}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
