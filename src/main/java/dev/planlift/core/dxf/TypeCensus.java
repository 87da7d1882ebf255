package dev.planlift.core.dxf;

import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.core.dxf.entity.Result;
import dev.planlift.core.source.SourceRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts entities by type: as they stand in the model, and with all blocks taken apart. */
final class TypeCensus implements Census {
  private static final int MAX_DEPTH = 64;

  /** What stands directly in the model or in one block. */
  private static final class Tally {
    final Map<String, Long> types = new TreeMap<>();
    final Map<String, Long> blocks = new HashMap<>();
  }

  private final Tally model = new Tally();
  private final Map<String, Tally> blocks = new HashMap<>();
  private final IdentityHashMap<SourceRef, String> typeOf = new IdentityHashMap<>();
  private final Map<String, Map<String, Long>> takenApart = new HashMap<>();
  private long failed;

  @Override
  public void met(Entity entity, String owner, Result result) {
    if (result.reason().equals("PAPER_SPACE")) {
      return;
    }
    failed += result.reason().equals("NOT_FINITE") ? 1 : 0;
    var tally = owner.isEmpty() ? model : blocks.computeIfAbsent(key(owner), k -> new Tally());
    tally.types.merge(entity.type(), 1L, Long::sum);
    if (!entity.block().isEmpty()) {
      tally.blocks.merge(key(entity.block()), entity.cells(), Long::sum);
    }
    for (var item : result.items()) {
      typeOf.put(item.source(), entity.type());
    }
  }

  private static String key(String block) {
    return PlainText.decoded(block).toUpperCase(Locale.ROOT);
  }

  /** The type of the entity behind an item. */
  String typeOf(SourceRef source) {
    return typeOf.getOrDefault(source, "");
  }

  long failed() {
    return failed;
  }

  /** The model's own entities, without the attributes that belong to inserts. */
  Map<String, Long> inModel() {
    var types = new TreeMap<>(model.types);
    types.remove("ATTRIB");
    return types;
  }

  /** The model's entities with the content of blocks in place of what refers to them. */
  Map<String, Long> takenApart() {
    return apart(model, new HashSet<>(), false);
  }

  private Map<String, Long> apart(Tally tally, Set<String> around, boolean inBlock) {
    var sum = new TreeMap<>(tally.types);
    sum.keySet().removeIf(type -> Entity.shownByBlock(type) || (inBlock && type.equals("ATTDEF")));
    tally.blocks.forEach(
        (name, times) ->
            ofBlock(name, around)
                .forEach((type, count) -> sum.merge(type, times(times, count), TypeCensus::plus)));
    return sum;
  }

  private Map<String, Long> ofBlock(String name, Set<String> around) {
    var known = takenApart.get(name);
    if (known != null) {
      return known;
    }
    var tally = blocks.get(name);
    if (tally == null || around.size() > MAX_DEPTH || !around.add(name)) {
      return Map.of();
    }
    var types = apart(tally, around, true);
    around.remove(name);
    takenApart.put(name, types);
    return types;
  }

  private static long times(long a, long b) {
    return a > Long.MAX_VALUE / Math.max(1, b) ? Long.MAX_VALUE : a * b;
  }

  private static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
