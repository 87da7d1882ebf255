package dev.planlift.service.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** A number of bytes; written {@code 4096}, {@code 64KiB}, {@code 100MiB} or {@code 2GiB}. */
public record ByteSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(|b|kib|mib|gib)");

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("A size is not negative: " + bytes);
    }
  }

  public static ByteSize parse(String text) {
    var match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size; write 4096, 64KiB, 100MiB or 2GiB");
    }
    long unit =
        switch (match.group(2)) {
          case "kib" -> 1L << 10;
          case "mib" -> 1L << 20;
          case "gib" -> 1L << 30;
          default -> 1L;
        };
    return new ByteSize(Math.multiplyExact(Long.parseLong(match.group(1)), unit));
  }
}
