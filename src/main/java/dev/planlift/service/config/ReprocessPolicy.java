package dev.planlift.service.config;

import dev.planlift.error.ErrorCategory;
import dev.planlift.error.ErrorCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When dead letters are tried once more: the table of {@link ErrorCode}, and what is set to replace
 * it. Immutable.
 */
public final class ReprocessPolicy {
  private static final String NEVER = "never";

  private final Map<String, Optional<Duration>> replaced;

  private ReprocessPolicy(Map<String, Optional<Duration>> replaced) {
    this.replaced = Map.copyOf(replaced);
  }

  /**
   * Reads {@code NAME=age} or {@code NAME=never}, divided by commas; a name is that of an error
   * code or of a category.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  static ReprocessPolicy parse(String text) {
    var replaced = new HashMap<String, Optional<Duration>>();
    for (var rule : text.split(",", -1)) {
      if (!rule.isBlank()) {
        int sign = rule.indexOf('=');
        if (sign < 0) {
          throw new IllegalArgumentException("'" + rule.strip() + "' is not NAME=5m or NAME=never");
        }
        var name = name(rule.substring(0, sign).strip());
        if (replaced.put(name, age(rule.substring(sign + 1).strip())) != null) {
          throw new IllegalArgumentException("'" + name + "' is there twice");
        }
      }
    }
    return new ReprocessPolicy(replaced);
  }

  /** How long a dead letter with this error lies before it is tried once more; empty for never. */
  public Optional<Duration> age(ErrorCode code) {
    var byCode = replaced.get(code.name());
    if (byCode != null) {
      return byCode;
    }
    var byCategory = replaced.get(code.category().name());
    return byCategory != null ? byCategory : code.secondChance().age();
  }

  private static String name(String text) {
    boolean known =
        Arrays.stream(ErrorCode.values()).anyMatch(code -> code.name().equals(text))
            || Arrays.stream(ErrorCategory.values()).anyMatch(c -> c.name().equals(text));
    if (!known) {
      throw new IllegalArgumentException("'" + text + "' is no error code and no category");
    }
    return text;
  }

  private static Optional<Duration> age(String text) {
    if (text.equals(NEVER)) {
      return Optional.empty();
    }
    try {
      var age = SettingValue.duration(text);
      if (!age.isNegative()) {
        return Optional.of(age);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is neither a duration nor never", e);
    }
    throw new IllegalArgumentException("'" + text + "' is negative");
  }
}
