package dev.planlift.core.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A named piece of drawing that is placed many times: a DXF block, a PDF form. Two symbols are the
 * same only if they are the same object. Its items are in its own coordinates, base point at zero.
 */
public final class Symbol {
  private final String name;
  private List<DrawingItem> items;

  public Symbol(String name, List<DrawingItem> items) {
    this.name = name;
    this.items = List.copyOf(items);
  }

  /**
   * A symbol whose content is given later with {@link #define}: blocks may be used before they are
   * read.
   */
  public Symbol(String name) {
    this.name = name;
    this.items = List.of();
  }

  /** Sets the content; to be called by the reader only, before the drawing is handed on. */
  public void define(List<DrawingItem> content) {
    this.items = Collections.unmodifiableList(new ArrayList<>(content));
  }

  public String name() {
    return name;
  }

  public List<DrawingItem> items() {
    return items;
  }

  @Override
  public String toString() {
    return "Symbol " + name;
  }
}
