package dev.planlift.service.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as tests need them: what is given, and the defaults. */
public final class TestSettings {
  private TestSettings() {}

  public static Settings of(Map<String, String> values) {
    return new SettingsReader(key -> Optional.ofNullable(values.get(key)), List.of())
        .read(Settings.class, "planlift");
  }
}
