package dev.planlift.service.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Builds a tree of records from flat keys. All that is wrong is told at once, each with its key, so
 * that an operator need not start the server once per mistake.
 */
final class SettingsReader {
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private final Function<String, Optional<String>> source;
  private final List<String> faults = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();

  /** A reader over a lookup from key to configured text. */
  SettingsReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Every key that was asked for so far. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  /**
   * @throws IllegalArgumentException naming every key whose value cannot be
   */
  <R extends Record> R read(Class<R> type, String prefix) {
    var settings = tree(type, prefix);
    if (!faults.isEmpty() || settings.isEmpty()) {
      throw new IllegalArgumentException("Settings are wrong: " + String.join("; ", faults));
    }
    return settings.get();
  }

  private <R extends Record> Optional<R> tree(Class<R> type, String prefix) {
    var components = type.getRecordComponents();
    var values = new Object[components.length];
    int before = faults.size();
    for (int i = 0; i < components.length; i++) {
      var value = component(components[i], prefix + "." + components[i].getName());
      if (value.isPresent()) {
        values[i] = value.get();
      }
    }
    return faults.size() > before ? Optional.empty() : construct(type, prefix, values);
  }

  private Optional<?> component(RecordComponent component, String key) {
    if (component.getType().isRecord() && component.getType() != ByteSize.class) {
      return tree(component.getType().asSubclass(Record.class), key);
    }
    keys.add(key);
    var fallback = component.getAnnotation(DefaultValue.class);
    var text = source.apply(key).or(() -> Optional.ofNullable(fallback).map(DefaultValue::value));
    if (text.isEmpty()) {
      faults.add(key + " is missing");
      return Optional.empty();
    }
    try {
      return Optional.of(convert(component.getType(), text.get()));
    } catch (RuntimeException e) {
      faults.add(key + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private <R extends Record> Optional<R> construct(Class<R> type, String prefix, Object[] values) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException e) {
      var cause = e.getCause();
      faults.add(prefix + ": " + (cause == null ? e.getMessage() : cause.getMessage()));
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A settings record has no constructor: " + type, e);
    }
  }

  private static Object convert(Class<?> type, String text) {
    if (type == int.class) {
      return Integer.parseInt(text.strip());
    } else if (type == double.class) {
      return Double.parseDouble(text);
    } else if (type == boolean.class) {
      return flag(text.strip());
    } else if (type == Duration.class) {
      return duration(text.strip());
    } else if (type == ByteSize.class) {
      return ByteSize.parse(text);
    } else if (type == ReprocessPolicy.class) {
      return ReprocessPolicy.parse(text);
    } else if (type == Path.class) {
      return Path.of(text.strip()).toAbsolutePath().normalize();
    } else if (type == List.class) {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    } else if (type.isEnum()) {
      return choice(type, text.strip());
    }
    return text.strip();
  }

  private static Object choice(Class<?> type, String text) {
    var choices = type.getEnumConstants();
    return Arrays.stream(choices)
        .filter(choice -> choice.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + text
                        + "' is none of "
                        + Arrays.toString(choices).toLowerCase(Locale.ROOT)));
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    };
  }

  static Duration duration(String text) {
    var match = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Duration.parse(text);
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
}
