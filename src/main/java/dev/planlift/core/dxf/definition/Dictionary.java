package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** DICTIONARY: names and the handles of what they mean. */
public final class Dictionary extends Definition {
  private final Map<String, String> entries = new LinkedHashMap<>(4);
  private String key = "";

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 3 -> key = tag.name();
      case 340, 350, 360 -> {
        if (!key.isEmpty()) {
          entries.putIfAbsent(key, tag.name());
          key = "";
        }
      }
      default -> {}
    }
  }

  /** The handle that stands under a name. */
  public Optional<String> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }
}
