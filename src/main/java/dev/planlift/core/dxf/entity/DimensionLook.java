package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.definition.DimensionStyle;
import dev.planlift.core.dxf.definition.DimensionVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one dimension, leader or tolerance looks: its style, and what the entity itself says
 * otherwise in its extended data (application ACAD, list DSTYLE: by turns the number of a
 * variable's group and its value).
 */
final class DimensionLook {
  private static final int APPLICATION = 1001;
  private static final int TEXT = 1000;
  private static final int BRACE = 1002;
  private static final int HANDLE = 1005;
  private static final int REAL = 1040;
  private static final int INTEGER = 1070;
  private static final int MAX_VALUES = 300;

  private final Map<Integer, Double> numbers = new HashMap<>(0);
  private final Map<Integer, String> handles = new HashMap<>(0);
  private boolean acad;
  private boolean listNext;
  private boolean inList;
  private int variable = -1;
  String style = "STANDARD";

  /** Takes a group of extended data. */
  void extended(int code, TagReader tag) {
    switch (code) {
      case APPLICATION -> acad = tag.is("ACAD");
      case TEXT -> listNext = acad && !inList && tag.is("DSTYLE");
      case BRACE -> {
        inList = listNext && tag.is("{");
        listNext = false;
        variable = -1;
      }
      case HANDLE, REAL, INTEGER -> {
        if (inList && numbers.size() + handles.size() < MAX_VALUES) {
          pair(code, tag);
        }
      }
      default -> {}
    }
  }

  private void pair(int code, TagReader tag) {
    if (variable < 0) {
      variable = code == INTEGER ? tag.integer() : -1;
      return;
    }
    if (code == HANDLE) {
      handles.put(variable, tag.name());
    } else {
      numbers.put(variable, tag.number());
    }
    variable = -1;
  }

  double number(DimensionVariable wanted, Scope scope) {
    var own = numbers.get(wanted.code());
    return own != null ? own : style(scope).map(s -> s.number(wanted)).orElse(wanted.otherwise());
  }

  /** A size of the drawing's: with the factor that all sizes have. */
  double size(DimensionVariable wanted, Scope scope) {
    double scale = number(DimensionVariable.DIMSCALE, scope);
    // Zero: scaled to the sheet on which it is seen.
    return number(wanted, scope) * (scale > 0 ? scale : 1);
  }

  boolean isOn(DimensionVariable wanted, Scope scope) {
    return number(wanted, scope) != 0;
  }

  /** The name of the block that a group of the style refers to by handle; empty where none. */
  String block(int group, Scope scope) {
    var own = handles.get(group);
    var handle = own != null ? own : style(scope).map(s -> s.text(group)).orElse("");
    return scope.definitions().blockName(handle).orElse("");
  }

  Optional<DimensionStyle> style(Scope scope) {
    return scope.definitions().named(DimensionStyle.class, style);
  }
}
