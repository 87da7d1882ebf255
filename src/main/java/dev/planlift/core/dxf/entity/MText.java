package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * MTEXT: paragraphs in a box. Since 2018 the text of all columns stands here and the embedded
 * object tells their measures; before that each further column is an MTEXT somewhere behind the
 * first, whose extended data names them. All columns make one text.
 */
final class MText extends Entity {
  private static final int TEXT = 1000;
  private static final int HANDLE = 1005;
  private static final int REAL = 1040;
  private static final int INTEGER = 1070;
  private static final int COLUMN_WIDTH = 48;
  private static final int GUTTER = 49;
  private static final int DEFINED_HEIGHT = 46;
  private static final int MAX_COLUMNS = 1000;

  private final Paragraphs paragraphs = new Paragraphs();
  private final Set<String> columns = new LinkedHashSet<>(0);
  private String part = "";
  private int key;
  private int count = 1;
  private boolean inColumns;
  private double columnWidth;
  private double gutter;
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
      case 71 -> inColumns = tag.integer() != 0;
      default -> {}
    }
  }

  /** Lists of application ACAD, each between two names: by turns a number and its value. */
  @Override
  void extended(int code, TagReader tag) {
    switch (code) {
      case TEXT -> {
        part = tag.name();
        key = 0;
      }
      case HANDLE -> {
        if (part.equals("ACAD_MTEXT_COLUMNS_BEGIN") && columns.size() < MAX_COLUMNS) {
          columns.add(tag.name());
          inColumns = true;
        }
      }
      case INTEGER -> key = key == 0 && part.startsWith("ACAD_MTEXT_") ? tag.integer() : 0;
      case REAL -> {
        switch (key) {
          case COLUMN_WIDTH -> columnWidth = tag.number();
          case GUTTER -> gutter = tag.number();
          case DEFINED_HEIGHT -> totalHeight = tag.number();
          default -> {}
        }
        key = 0;
      }
      default -> {}
    }
  }

  @Override
  public Collection<String> awaits() {
    return columns;
  }

  @Override
  public Needs needs() {
    return columns.isEmpty() ? Needs.NOTHING : Needs.DEFINITIONS;
  }

  @Override
  public void adopt(Entity part) {
    if (part instanceof MText column) {
      count++;
      paragraphs.append(column.paragraphs);
    }
  }

  @Override
  public Result convert(Scope scope) {
    if (inColumns) {
      paragraphs.drawnWidth =
          totalWidth > 0 ? totalWidth : count * columnWidth + (count - 1) * gutter;
      paragraphs.drawnHeight = totalHeight;
    }
    return paragraphs.result(ocs(), appearance(scope), source());
  }
}
