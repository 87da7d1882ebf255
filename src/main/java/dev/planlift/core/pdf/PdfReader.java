package dev.planlift.core.pdf;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageSummary;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Box;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** PDF in, drawing out. Stateless and thread-safe. */
public final class PdfReader {
  /** Pages with line work besides the one that was taken. */
  public static final String PAGES_LEFT_OUT = "PAGES_LEFT_OUT";

  private static final String FORMAT = "pdf";

  private static final Comparator<PageClass> BETTER =
      Comparator.comparing(PageClass::kind).thenComparingDouble(PageClass::confidence);

  private final Function<PageSummary, PageClass> judge;

  /** Takes the first page with line work. */
  public PdfReader() {
    this(PdfReader::byInk);
  }

  /**
   * Takes the best page.
   *
   * @param judge told what is on a page; says what sort of page it is
   */
  public PdfReader(Function<PageSummary, PageClass> judge) {
    this.judge = judge;
  }

  private static PageClass byInk(PageSummary page) {
    var kind = page.paths() > 0 ? PageClass.Kind.VECTOR_PLAN : PageClass.Kind.DOCUMENT;
    return new PageClass(page.page(), kind, 0.5, page.paths() + " paths");
  }

  /**
   * Reads the best page: by its class, then by how sure that is, then by its number. One unit is a
   * point of the page as shown.
   *
   * @param progress told how much of the reading is done, 0 to 1
   * @throws PermanentError as {@link PdfFile#open} and PdfPages; INVALID_OPTION for pages that
   *     there are none of; NOTHING_TO_CONVERT where there are pages of text only
   */
  public Drawing read(Path file, ConversionOptions options, DoubleConsumer progress) {
    try (var opened = PdfFile.open(file, options)) {
      var pages = new PdfPages(opened);
      var chosen = PageChoice.of(options.text(Option.PAGES), pages.count());
      var classes = new ArrayList<PageClass>();
      Optional<Taken> best = Optional.empty();
      for (int number : chosen) {
        var content = pages.read(number);
        var sort = judge.apply(summary(content));
        classes.add(sort);
        if (best.isEmpty() || BETTER.compare(sort, best.get().sort()) > 0) {
          best = Optional.of(new Taken(content, sort));
        }
        progress.accept((double) classes.size() / chosen.size());
      }
      return drawing(opened, best.orElseThrow(), classes);
    }
  }

  /** The page to convert. */
  private record Taken(PageContent content, PageClass sort) {}

  private static PageSummary summary(PageContent page) {
    var counts = page.counts();
    var texts =
        page.items().stream()
            .filter(TextLabel.class::isInstance)
            .map(TextLabel.class::cast)
            .filter(text -> text.appearance().layer().visible())
            .toList();
    return new PageSummary(
        page.number(), counts.seenPaths(), counts.pictures(), counts.pictureCover(), texts);
  }

  private static Drawing drawing(PdfFile file, Taken taken, List<PageClass> classes) {
    var page = taken.content();
    if (taken.sort().kind() == PageClass.Kind.DOCUMENT) {
      throw new PermanentError(
          ErrorCode.NOTHING_TO_CONVERT,
          "There is text and nothing that could be a drawing on " + classes.size() + " pages",
          Place.of("file", file.name()));
    }
    var diagnostics = new ArrayList<>(file.diagnostics());
    diagnostics.addAll(page.diagnostics());
    var others =
        classes.stream()
            .filter(other -> other.page() != page.number())
            .filter(other -> other.kind().compareTo(PageClass.Kind.OTHER_DRAWING) >= 0)
            .map(other -> String.valueOf(other.page()))
            .toList();
    if (!others.isEmpty()) {
      diagnostics.add(
          new Diagnostic(
              PAGES_LEFT_OUT,
              "Page %d is converted; there are drawings on page %s as well (option pages)"
                  .formatted(page.number(), String.join(", ", others)),
              Place.of("page", page.number())));
    }
    var views = new ArrayList<View>();
    classes.stream()
        .map(
            other ->
                new View(
                    other,
                    other.page() == page.number() ? page.box() : Box.EMPTY,
                    Optional.empty()))
        .forEach(views::add);
    views.addAll(measures(file, page.number()));
    return new Drawing(
        FORMAT,
        file.version(),
        DeclaredUnit.NONE,
        page.layers(),
        views,
        page.items(),
        page.ledger(),
        List.of(),
        diagnostics);
  }

  /** What of the page the file says how large it is. */
  private static List<View> measures(PdfFile file, int number) {
    var page = file.page(number);
    return PageMeasures.of(page, PageFrame.of(page, number));
  }
}
