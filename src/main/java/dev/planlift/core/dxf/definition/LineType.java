package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import java.util.ArrayList;
import java.util.List;

/** LTYPE: a pattern of dashes; kept as data, lines are not cut into them. */
public final class LineType extends Definition {
  private static final int MAX_DASHES = 1000;

  private String name = "";
  private String description = "";
  private double length;
  private final List<Double> dashes = new ArrayList<>(4);

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 2 -> name = tag.name();
      case 3 -> description = tag.text();
      case 40 -> length = tag.number();
      case 49 -> {
        if (dashes.size() < MAX_DASHES) {
          dashes.add(tag.number());
        }
      }
      default -> {}
    }
  }

  @Override
  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  /** After which length the pattern begins anew, paper units. */
  public double patternLength() {
    return length;
  }

  /** Lengths of its pieces: positive a dash, negative a gap, zero a dot; none where continuous. */
  public List<Double> dashes() {
    return List.copyOf(dashes);
  }
}
