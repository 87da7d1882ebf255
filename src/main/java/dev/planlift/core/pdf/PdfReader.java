package dev.planlift.core.pdf;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.View;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** PDF in, drawing out. Stateless and thread-safe. */
public final class PdfReader {
  /** Pages with line work besides the one that was taken. */
  public static final String PAGES_LEFT_OUT = "PAGES_LEFT_OUT";

  private static final String FORMAT = "pdf";

  /**
   * Reads the first page that has line work or fills. One unit is a point of the page as shown.
   *
   * @param progress told how much of the reading is done, 0 to 1
   * @throws PermanentError PARSING_ERROR, ENCRYPTED, ENTITY_BUDGET; NOTHING_TO_CONVERT where no
   *     page has any line work
   */
  public Drawing read(Path file, ConversionOptions options, DoubleConsumer progress) {
    try (var opened = PdfFile.open(file, options)) {
      var pages = new PdfPages(opened);
      for (int number = 1; number <= pages.count(); number++) {
        var content = pages.read(number);
        progress.accept((double) number / pages.count());
        if (content.counts().seenPaths() > 0) {
          return drawing(opened, pages, content);
        }
      }
      throw new PermanentError(
          ErrorCode.NOTHING_TO_CONVERT,
          "None of the " + pages.count() + " pages has lines or areas, only texts or pictures",
          Place.of("file", opened.name()));
    }
  }

  private static Drawing drawing(PdfFile file, PdfPages pages, PageContent page) {
    var diagnostics = new ArrayList<>(file.diagnostics());
    diagnostics.addAll(page.diagnostics());
    if (page.number() < pages.count()) {
      diagnostics.add(
          new Diagnostic(
              PAGES_LEFT_OUT,
              "Page " + page.number() + " of " + pages.count() + " is converted, no other",
              Place.of("page", page.number())));
    }
    return new Drawing(
        FORMAT,
        file.version(),
        DeclaredUnit.NONE,
        page.layers(),
        List.of(new View("page " + page.number(), View.Kind.PAGE, page.box())),
        page.items(),
        page.ledger(),
        List.of(),
        diagnostics);
  }
}
