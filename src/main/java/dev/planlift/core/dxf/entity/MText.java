package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;

/**
 * MTEXT: paragraphs in a box. Since 2018 the text of all columns stands here and the embedded
 * object tells their measures; before that each further column is an MTEXT of its own.
 */
final class MText extends Entity {
  private static final int NO_COLUMNS = 0;

  private final Paragraphs paragraphs = new Paragraphs();
  private int columns = NO_COLUMNS;
  private double totalWidth;
  private double totalHeight;

  @Override
  public String type() {
    return "MTEXT";
  }

  @Override
  void own(int code, TagReader tag) {
    paragraphs.take(code, tag);
  }

  @Override
  void embedded(int code, TagReader tag) {
    switch (code) {
      case 42 -> totalWidth = tag.number();
      case 43 -> totalHeight = tag.number();
      case 71 -> columns = tag.integer();
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (columns != NO_COLUMNS) {
      paragraphs.drawnWidth = totalWidth;
      paragraphs.drawnHeight = totalHeight;
    }
    return paragraphs.result(ocs(), appearance(scope), source(), scope);
  }
}
