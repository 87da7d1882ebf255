package dev.planlift.core.drawing;

import java.util.Comparator;
import java.util.List;

/**
 * What a page of a file is.
 *
 * @param page from 1
 * @param confidence 0 to 1
 * @param reason in words
 * @param titles what it may be called, the likeliest first
 */
public record PageClass(
    int page, Kind kind, double confidence, String reason, List<String> titles) {
  /** Sorts of pages; the later one is the better one to make a model of. */
  public enum Kind {
    /** Text, tables, pictures beside it. */
    DOCUMENT,
    /** Hardly anything but a picture of a drawing. */
    SCANNED_PLAN,
    /** An elevation, a section, a detail, a schematic, a map. */
    OTHER_DRAWING,
    /** Line work over a picture that covers much of the page. */
    MIXED,
    VECTOR_PLAN
  }

  /** By sort, then by how sure that is: the best page to make a model of is the first. */
  public static final Comparator<PageClass> BEST_FIRST =
      Comparator.comparing(PageClass::kind).thenComparingDouble(PageClass::confidence).reversed();

  public PageClass {
    titles = List.copyOf(titles);
  }

  /** Of a page that has no title. */
  public PageClass(int page, Kind kind, double confidence, String reason) {
    this(page, kind, confidence, reason, List.of());
  }

  /**
   * The best page to make a model of; of equal ones the first.
   *
   * @param pages at least one
   */
  public static PageClass best(List<PageClass> pages) {
    return pages.stream().min(BEST_FIRST).orElseThrow();
  }
}
