package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.GroupCode;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.PermanentError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The definitions read so far, by handle and by name, upper and lower case alike. Of two with the
 * same handle or name the first holds. Bounded in number and in groups; what is beyond is passed
 * over with a diagnostic. Not thread-safe.
 */
public final class Definitions {
  private static final int MAX_DEFINITIONS = 500_000;
  private static final int MAX_GROUPS = 5_000_000;

  private final Map<String, Definition> byHandle = new HashMap<>();
  private final Map<Class<?>, Map<String, Definition>> byName = new HashMap<>();
  private final Map<String, Diagnostic> diagnostics = new HashMap<>();
  private int count;
  private int groups;

  /**
   * Reads the record whose start the reader stands on, up to the next structure, on which it stays.
   * Types that nobody needs are passed over.
   */
  public void read(TagReader tags) {
    var definition = Definition.of(tags.name());
    if (definition.isEmpty()) {
      return;
    }
    var one = definition.get();
    boolean sound = true;
    while (tags.next()) {
      if (tags.code() == GroupCode.STRUCTURE) {
        tags.stay();
        break;
      }
      sound = sound && take(one, tags);
    }
    if (sound && one.isOfUse()) {
      keep(one);
    }
  }

  /** One that cannot be made out is left out: what refers to it finds nothing. */
  private boolean take(Definition one, TagReader tags) {
    if (count >= MAX_DEFINITIONS || groups >= MAX_GROUPS) {
      diagnose(
          "ENTITY_BUDGET", "There are too many styles and objects; the last are left out", tags);
      return false;
    }
    groups++;
    try {
      one.take(tags);
      return true;
    } catch (PermanentError e) {
      diagnose("BROKEN_DEFINITION", "A style or object is left out: " + e.getMessage(), tags);
      return false;
    }
  }

  private void diagnose(String code, String message, TagReader tags) {
    diagnostics.computeIfAbsent(code, key -> new Diagnostic(code, message, tags.place()));
  }

  private void keep(Definition one) {
    count++;
    if (!one.handle().isEmpty()) {
      byHandle.putIfAbsent(handleKey(one.handle()), one);
    }
    if (!one.name().isEmpty()) {
      byName
          .computeIfAbsent(one.getClass(), kind -> new HashMap<>())
          .putIfAbsent(nameKey(one.name()), one);
    }
  }

  /** The definition of a kind that a handle means; none for "" and "0". */
  public <T extends Definition> Optional<T> byHandle(Class<T> kind, String handle) {
    var found = handle.isEmpty() ? null : byHandle.get(handleKey(handle));
    return kind.isInstance(found) ? Optional.of(kind.cast(found)) : Optional.empty();
  }

  /** The definition of a kind that has a name. */
  public <T extends Definition> Optional<T> named(Class<T> kind, String name) {
    var found = byName.getOrDefault(kind, Map.of()).get(nameKey(name));
    return kind.isInstance(found) ? Optional.of(kind.cast(found)) : Optional.empty();
  }

  /** All of a kind that have a name, in no particular order. */
  public <T extends Definition> List<T> all(Class<T> kind) {
    var all = new ArrayList<T>();
    byName.getOrDefault(kind, Map.of()).values().forEach(one -> all.add(kind.cast(one)));
    return all;
  }

  /** The name of the block that a BLOCK_RECORD's handle means. */
  public Optional<String> blockName(String recordHandle) {
    return byHandle(BlockRecord.class, recordHandle).map(BlockRecord::name);
  }

  /** What could not be read or kept, each kind once. */
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics.values());
  }

  private static String nameKey(String name) {
    return PlainText.decoded(name).toUpperCase(Locale.ROOT);
  }

  /** Handles are hexadecimal numbers; some writers put zeros in front. */
  private static String handleKey(String handle) {
    int from = 0;
    while (from < handle.length() - 1 && handle.charAt(from) == '0') {
      from++;
    }
    return handle.substring(from).toUpperCase(Locale.ROOT);
  }
}
