package dev.planlift.service.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How values are written. */
final class SettingValue {
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private SettingValue() {}

  /**
   * @throws IllegalArgumentException whose message says what is wrong with the text
   */
  static Object parse(Class<?> type, String text) {
    var stripped = text.strip();
    if (type == int.class) {
      return number(stripped);
    } else if (type == double.class) {
      return decimal(stripped);
    } else if (type == boolean.class) {
      return flag(stripped);
    } else if (type == Duration.class) {
      return duration(stripped);
    } else if (type == ByteSize.class) {
      return ByteSize.parse(stripped);
    } else if (type == ReprocessPolicy.class) {
      return ReprocessPolicy.parse(stripped);
    } else if (type == Path.class) {
      return Path.of(stripped).toAbsolutePath().normalize();
    } else if (type == List.class) {
      return list(stripped);
    } else if (type.isEnum()) {
      return choice(type, stripped);
    } else if (type == String.class) {
      return stripped;
    }
    throw new IllegalStateException("Nobody knows how a " + type + " is written");
  }

  /** Which of two values of one type is larger. */
  static int compare(Object one, Object other) {
    return switch (one) {
      case Integer number -> Integer.compare(number, (Integer) other);
      case Double number -> Double.compare(number, (Double) other);
      case Duration time -> time.compareTo((Duration) other);
      case ByteSize size -> Long.compare(size.bytes(), ((ByteSize) other).bytes());
      default -> throw new IllegalStateException("There is no range of " + one.getClass());
    };
  }

  /** The type in words. */
  static String name(Class<?> type) {
    if (type == int.class) {
      return "whole number";
    } else if (type == double.class) {
      return "number";
    } else if (type == boolean.class) {
      return "true or false";
    } else if (type == ByteSize.class) {
      return "size";
    } else if (type == Path.class) {
      return "path";
    } else if (type == String.class) {
      return "text";
    } else if (type == ReprocessPolicy.class) {
      return "policy";
    } else if (type.isEnum()) {
      return "choice";
    }
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no whole number", e);
    }
  }

  private static double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number", e);
    }
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Object choice(Class<?> type, String text) {
    var choices = type.getEnumConstants();
    return Arrays.stream(choices)
        .filter(choice -> choice.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is none of %s"
                        .formatted(text, Arrays.toString(choices).toLowerCase(Locale.ROOT))));
  }

  /** {@code 30s} and the like, or ISO 8601. */
  static Duration duration(String text) {
    var match = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return longDuration(text);
    }
    long number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static Duration longDuration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time; write 250ms, 30s, 5m, 24h, 7d or as ISO 8601", e);
    }
  }
}
