package dev.planlift.service.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One key that can be set, and the component of a record that its value goes to.
 *
 * @param key with all its dots
 */
record Setting(String key, RecordComponent component) {
  /** The settings of a tree of records, in its order. */
  static List<Setting> of(Class<? extends Record> type, String prefix) {
    var settings = new ArrayList<Setting>();
    for (var component : type.getRecordComponents()) {
      var key = prefix + "." + component.getName();
      if (isTree(component)) {
        settings.addAll(of(component.getType().asSubclass(Record.class), key));
      } else {
        settings.add(new Setting(key, component));
      }
    }
    return settings;
  }

  /** Whether settings lie below a component: it is no value itself. */
  static boolean isTree(RecordComponent component) {
    return component.getType().isRecord() && component.getType() != ByteSize.class;
  }

  /** The key's name in the environment, as MicroProfile Config looks for it. */
  String environmentName() {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** What stands where nothing is configured; empty where something must be. */
  Optional<String> standard() {
    return Optional.ofNullable(component.getAnnotation(DefaultValue.class))
        .map(DefaultValue::value);
  }

  /** What it can be, for people; empty where its type says it all. */
  String range() {
    var type = component.getType();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
    }
    var range = component.getAnnotation(Range.class);
    if (range == null) {
      return "";
    }
    var from = range.from().isEmpty() ? "" : "from " + range.from();
    var to = range.to().isEmpty() ? "" : " to " + range.to();
    return (from + to).strip();
  }

  /**
   * The value that a text stands for.
   *
   * @throws RuntimeException whose message says what is wrong with it
   */
  Object value(String text) {
    var value = SettingValue.parse(component.getType(), text);
    var range = component.getAnnotation(Range.class);
    if (range != null && !(lies(range.from(), value, 1) && lies(range.to(), value, -1))) {
      throw new IllegalArgumentException("'" + text.strip() + "' does not lie " + range());
    }
    return value;
  }

  /** Whether a value is on the right side of an end. */
  private boolean lies(String end, Object value, int side) {
    if (end.isEmpty()) {
      return true;
    }
    return SettingValue.compare(value, SettingValue.parse(component.getType(), end)) * side >= 0;
  }
}
