package dev.planlift.service.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds a tree of records from flat keys. All that is wrong is told at once, each with its key, so
 * that an operator need not start the server once per mistake.
 */
final class SettingsReader {
  private final Function<String, Optional<String>> source;
  private final List<String> faults;

  /**
   * A reader over a lookup from key to configured text.
   *
   * @param faults what is known to be wrong already
   */
  SettingsReader(Function<String, Optional<String>> source, Collection<String> faults) {
    this.source = source;
    this.faults = new ArrayList<>(faults);
  }

  /**
   * @throws IllegalArgumentException naming every key whose value cannot be
   */
  <R extends Record> R read(Class<R> type, String prefix) {
    var settings = tree(type, prefix);
    if (!faults.isEmpty() || settings.isEmpty()) {
      throw new IllegalArgumentException("Settings are wrong: " + String.join("; ", faults) + ".");
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
    return Setting.isTree(component)
        ? tree(component.getType().asSubclass(Record.class), key)
        : value(new Setting(key, component));
  }

  private Optional<Object> value(Setting setting) {
    var text = source.apply(setting.key()).or(setting::standard);
    if (text.isEmpty()) {
      faults.add(setting.key() + " is missing");
      return Optional.empty();
    }
    try {
      return Optional.of(setting.value(text.get()));
    } catch (RuntimeException e) {
      faults.add(setting.key() + ": " + e.getMessage());
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
}
