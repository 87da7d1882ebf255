package dev.planlift.core.drawing;

import dev.planlift.core.source.Diagnostic;
import java.util.List;

/**
 * The pages of a file that are converted together.
 *
 * @param pages from 1, ascending; at least one
 * @param diagnostics of pages that are plans and were left out all the same
 */
public record PageSelection(List<Integer> pages, List<Diagnostic> diagnostics) {
  /** Pages with drawings besides those that were taken. */
  public static final String PAGES_LEFT_OUT = "PAGES_LEFT_OUT";

  public PageSelection {
    pages = List.copyOf(pages);
    diagnostics = List.copyOf(diagnostics);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("No page is chosen");
    }
  }

  /** One page, of which there is nothing to tell. */
  public static PageSelection of(PageClass page) {
    return new PageSelection(List.of(page.page()), List.of());
  }
}
