package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What names mean: layers' and symbols', by the words of {@link WordTable}. Thread-safe. */
final class LayerWords {
  static final LayerWords STANDARD = read();

  /** So many names are remembered; drawings that have more begin anew. */
  private static final int MAX_REMEMBERED = 20_000;

  private final Map<Role, List<LayerWord>> words;
  private final Map<String, Role> remembered = new ConcurrentHashMap<>();

  private LayerWords(Map<Role, List<LayerWord>> words) {
    this.words = words;
  }

  /** Whether a name speaks of a role among others. */
  boolean speaksOf(Role role, String text) {
    return speaksOf(role, LayerName.of(text), false);
  }

  private boolean speaksOf(Role role, LayerName name, boolean alone) {
    return words.getOrDefault(role, List.of()).stream()
        .anyMatch(word -> word.alone() == alone && word.isIn(name));
  }

  /** The role a name speaks of; the first of {@link Role}'s order where it speaks of several. */
  Role roleOf(String text) {
    if (remembered.size() > MAX_REMEMBERED) {
      remembered.clear();
    }
    return remembered.computeIfAbsent(text, this::firstRole);
  }

  private Role firstRole(String text) {
    var name = LayerName.of(text);
    for (boolean alone : new boolean[] {false, true}) {
      for (var role : Role.values()) {
        if (speaksOf(role, name, alone)) {
          return role;
        }
      }
    }
    return Role.UNKNOWN;
  }

  private static LayerWords read() {
    var words = new EnumMap<Role, List<LayerWord>>(Role.class);
    WordTable.rows("layer")
        .forEach(
            row -> {
              var role = Role.valueOf(row.subject());
              var list = words.computeIfAbsent(role, r -> new ArrayList<>());
              row.words().forEach(word -> list.add(LayerWord.of(word, row.language())));
            });
    return new LayerWords(words);
  }
}
