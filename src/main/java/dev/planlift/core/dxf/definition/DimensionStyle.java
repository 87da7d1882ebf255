package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import java.util.HashMap;
import java.util.Map;

/** DIMSTYLE: how dimensions are drawn and their texts composed. */
public final class DimensionStyle extends Definition {
  private static final int MAX_VALUES = 300;

  private String name = "";
  private final Map<Integer, Double> numbers = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();

  @Override
  boolean hasHandleInFive() {
    return false;
  }

  @Override
  void own(int code, TagReader tag) {
    if (code == 2) {
      name = tag.name();
    } else if (numbers.size() + texts.size() >= MAX_VALUES) {
      return;
    } else if ((code >= 3 && code <= 7) || (code >= 340 && code <= 349)) {
      texts.put(code, tag.name());
    } else if ((code >= 40 && code < 80)
        || (code >= 140 && code < 180)
        || (code >= 270 && code < 300)
        || (code >= 371 && code <= 372)) {
      numbers.put(code, tag.number());
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** A variable as the style has it, or as it is by default. */
  public double number(DimensionVariable variable) {
    return numbers.getOrDefault(variable.code(), variable.otherwise());
  }

  /** Whether the style itself says what a variable is. */
  public boolean has(DimensionVariable variable) {
    return numbers.containsKey(variable.code());
  }

  /** DIMPOST: what stands around the measured length, {@code <>} in its place; may be empty. */
  public String post() {
    return text(3);
  }

  /** DIMBLK: name (R12) of the arrow head's block; empty for the common one. */
  public String arrowBlockName() {
    return text(5);
  }

  /** DIMBLK: handle of the arrow head's BLOCK_RECORD; empty for the common one. */
  public String arrowBlockHandle() {
    return text(342);
  }

  /** DIMLDRBLK: handle of the BLOCK_RECORD of the arrow heads of leaders. */
  public String leaderBlockHandle() {
    return text(341);
  }

  /** DIMTXSTY: handle of the STYLE of texts. */
  public String textStyleHandle() {
    return text(340);
  }

  /** The text of any group of the style; empty where it has none. */
  public String text(int code) {
    return texts.getOrDefault(code, "");
  }
}
