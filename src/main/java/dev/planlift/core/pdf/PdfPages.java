package dev.planlift.core.pdf;

import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;

/** Reads a file's pages, one by one; of a page that was read nothing is kept here. */
final class PdfPages {
  private final PdfFile file;
  private final OptionalContent content;

  PdfPages(PdfFile file) {
    this.file = file;
    this.content = new OptionalContent(file.optionalContent());
  }

  int count() {
    return file.pageCount();
  }

  /**
   * Reads a page.
   *
   * @param number from 1
   * @throws PermanentError PARSING_ERROR where its content cannot be read at all, ENTITY_BUDGET,
   *     DECOMPRESSION_BOMB
   */
  PageContent read(int number) {
    return read(number, new WorkBudget());
  }

  PageContent read(int number, WorkBudget budget) {
    return Guard.in(Place.of("page", number), () -> content(number, budget));
  }

  private PageContent content(int number, WorkBudget budget) throws IOException {
    var page = file.page(number);
    var frame = PageFrame.of(page, number);
    var items = new PageItems(frame);
    var layers = new PageLayers(content);
    new PageEngine(page, frame, items, layers, budget).run();
    return new PageContent(
        number,
        frame.box(),
        layers.used(),
        items.items(),
        items.ledger(),
        items.counts(),
        items.diagnostics());
  }
}
