package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.geom.Vec3;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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

    /** Whether there is something to show. */
    boolean shown() {
      return defined && !external;
    }

    Block(String name) {
      symbol = new Symbol(name);
    }
  }

  private final Map<String, Block> blocks = new LinkedHashMap<>();

  int count() {
    return (int) blocks.values().stream().filter(block -> block.defined).count();
  }

  Block get(String name) {
    var decoded = PlainText.decoded(name);
    return blocks.computeIfAbsent(decoded.toUpperCase(Locale.ROOT), key -> new Block(decoded));
  }
}
