package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.geom.Vec3;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The blocks by name, upper and lower case alike; one may be named before it is read. */
final class BlockTable {
  /** A block as far as it is known. */
  static final class Block {
    final Symbol symbol;
    Vec3 base = Vec3.ZERO;
    boolean defined;
    boolean external;

    /** One unit of its content in units of the drawing; other than 1 for other drawings only. */
    double unitFactor = 1;

    /** The blocks that are named in its content. */
    private Set<Block> used = Set.of();

    private Set<Symbol> leftOut = Set.of();

    void uses(Block other) {
      if (used.isEmpty()) {
        used = new LinkedHashSet<>();
      }
      used.add(other);
    }

    Set<Block> used() {
      return used;
    }

    /** Leaves out every insert of a block in this one's content, once {@link #cut} is called. */
    void leaveOut(Block other) {
      if (leftOut.isEmpty()) {
        leftOut = new HashSet<>();
      }
      leftOut.add(other.symbol);
    }

    void cut() {
      if (!leftOut.isEmpty()) {
        symbol.define(symbol.items().stream().filter(item -> !isLeftOut(item)).toList());
        leftOut = Set.of();
      }
    }

    private boolean isLeftOut(DrawingItem item) {
      return item instanceof SymbolInstance instance && leftOut.contains(instance.symbol());
    }

    /** Whether there is something to show. */
    boolean shown() {
      return defined && !external;
    }

    Block(String name) {
      symbol = new Symbol(name);
    }
  }

  private final Map<String, Block> blocks = new LinkedHashMap<>();

  /** By their names as they were written. */
  private final Map<String, Block> written = new HashMap<>();

  int count() {
    return (int) blocks.values().stream().filter(block -> block.defined).count();
  }

  Collection<Block> all() {
    return blocks.values();
  }

  Block get(String name) {
    var known = written.get(name);
    return known == null ? firstTime(name) : known;
  }

  private Block firstTime(String name) {
    var decoded = PlainText.decoded(name);
    var block = blocks.computeIfAbsent(decoded.toUpperCase(Locale.ROOT), key -> new Block(decoded));
    written.put(name, block);
    return block;
  }
}
