package dev.planlift.service.intake;

import dev.planlift.error.PermanentError;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long a client wants to wait for an answer. */
final class Patience {
  static final Duration MOST = Duration.ofSeconds(60);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)?");

  private Patience() {}

  /**
   * Reads {@code 30s}, {@code 500ms}, {@code 1m}; a bare number is seconds.
   *
   * @throws PermanentError INVALID_REQUEST for anything else, or more than a minute
   */
  static Duration parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw JsonBody.invalid("wait", "is a time such as 30s, not '" + text + "'");
    }
    long number = Long.parseLong(match.group(1));
    var unit = match.group(2) == null ? "s" : match.group(2);
    var patience =
        switch (unit) {
          case "ms" -> Duration.ofMillis(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofSeconds(number);
        };
    if (patience.compareTo(MOST) > 0) {
      throw JsonBody.invalid("wait", "is at most " + MOST.toSeconds() + "s, not " + text);
    }
    return patience;
  }
}
