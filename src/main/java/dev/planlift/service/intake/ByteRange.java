package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a file: first and last byte, both included, as in RFC 9110 §14. */
record ByteRange(long first, long last) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  ByteRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("No range: " + first + " to " + last);
    }
  }

  /**
   * The range that a Range header asks for, of a file of {@code size} bytes. Empty where the whole
   * file is the right answer: another unit, several ranges, or nonsense (§14.2 lets a server ignore
   * them).
   *
   * @throws PermanentError RANGE_NOT_SATISFIABLE where the range begins behind the file's end
   */
  static Optional<ByteRange> parse(String header, long size) {
    var match = ONE_RANGE.matcher(header);
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return Optional.empty();
    }
    long first;
    long last = size - 1;
    if (match.group(1).isEmpty()) {
      long count = Long.parseLong(match.group(2));
      first = count == 0 ? size : Math.max(0, size - count);
    } else {
      first = Long.parseLong(match.group(1));
      if (!match.group(2).isEmpty()) {
        long asked = Long.parseLong(match.group(2));
        if (asked < first) {
          return Optional.empty();
        }
        last = Math.min(last, asked);
      }
    }
    if (first >= size) {
      throw new PermanentError(
          ErrorCode.RANGE_NOT_SATISFIABLE,
          "The file has " + size + " bytes; " + header + " lies outside.",
          Place.of("header", "Range").and("size", size));
    }
    return Optional.of(new ByteRange(first, last));
  }

  long length() {
    return last - first + 1;
  }

  /** For the Content-Range header. */
  String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
