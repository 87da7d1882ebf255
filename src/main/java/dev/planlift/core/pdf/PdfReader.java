package dev.planlift.core.pdf;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageSelection;
import dev.planlift.core.drawing.PageSummary;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Box;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.InputFormat;
import dev.planlift.core.options.Option;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.Layer;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** PDF in, drawing out. Stateless and thread-safe. */
public final class PdfReader {
  /** A set has more to look at than there is time for. */
  public static final String PAGES_NOT_LOOKED_AT = "PAGES_NOT_LOOKED_AT";

  /** Things drawn on all pages together; a gigabyte, about. */
  private static final int MOST_ITEMS = 1_000_000;

  /** Operators and glyphs of all pages that are looked at: ten seconds, about. */
  private static final long MOST_LOOKED_AT = 15_000_000;

  private final Function<PageSummary, PageClass> judge;
  private final Function<List<PageClass>, PageSelection> selection;
  private final long mostLookedAt;

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
    this(judge, pages -> PageSelection.of(PageClass.best(pages)));
  }

  /**
   * @param judge told what is on a page; says what sort of page it is
   * @param selection told what sort each page is, in their order; says which ones are taken
   */
  public PdfReader(
      Function<PageSummary, PageClass> judge, Function<List<PageClass>, PageSelection> selection) {
    this(judge, selection, MOST_LOOKED_AT);
  }

  PdfReader(
      Function<PageSummary, PageClass> judge,
      Function<List<PageClass>, PageSelection> selection,
      long mostLookedAt) {
    this.judge = judge;
    this.selection = selection;
    this.mostLookedAt = mostLookedAt;
  }

  /** Takes the first page with line work, of those that so much work shows. */
  PdfReader(long mostLookedAt) {
    this(PdfReader::byInk, pages -> PageSelection.of(PageClass.best(pages)), mostLookedAt);
  }

  private static PageClass byInk(PageSummary page) {
    var kind = page.paths() > 0 ? PageClass.Kind.VECTOR_PLAN : PageClass.Kind.DOCUMENT;
    return new PageClass(page.page(), kind, 0.5, page.paths() + " paths");
  }

  /**
   * Reads the pages that are selected. One unit is a point of the page as shown; each page has its
   * lower left corner at zero, and what is drawn names its page.
   *
   * @param progress told how much of the reading is done, 0 to 1
   * @throws PermanentError as {@link PdfFile#open} and PdfPages; INVALID_OPTION for pages that
   *     there are none of; NOTHING_TO_CONVERT where there are pages of text only
   */
  public Drawing read(Path file, ConversionOptions options, DoubleConsumer progress) {
    try (var opened = PdfFile.open(file, options)) {
      var pages = new PdfPages(opened);
      var chosen = PageChoice.of(options.text(Option.PAGES), pages.count());
      var look = look(opened, pages, chosen, progress);
      if (look.best().sort().kind() == PageClass.Kind.DOCUMENT) {
        throw nothingDrawn(opened, look.classes().size());
      }
      var selected = selection.apply(look.classes());
      var diagnostics = new ArrayList<>(opened.diagnostics());
      diagnostics.addAll(selected.diagnostics());
      if (look.classes().size() < chosen.size()) {
        diagnostics.add(notLookedAt(chosen.get(look.classes().size())));
      }
      var contents = contents(selected.pages(), look.best().content(), pages);
      return drawing(opened, contents, look.classes(), diagnostics);
    }
  }

  /** A page that is kept, so that it need not be read again. */
  private record Taken(PageContent content, PageClass sort) {}

  /**
   * What was seen of the pages.
   *
   * @param classes in the pages' order, as far as there was time
   */
  private record Look(List<PageClass> classes, Taken best) {}

  private Look look(PdfFile file, PdfPages pages, List<Integer> chosen, DoubleConsumer progress) {
    var classes = new ArrayList<PageClass>();
    Optional<Taken> best = Optional.empty();
    long lookedAt = 0;
    for (int number : chosen) {
      if (lookedAt > mostLookedAt) {
        break;
      }
      var budget = new WorkBudget();
      var content = pages.read(number, budget);
      lookedAt += budget.used();
      var sort = judge.apply(summary(content, file.names(number)));
      classes.add(sort);
      if (best.isEmpty() || PageClass.BEST_FIRST.compare(sort, best.get().sort()) < 0) {
        best = Optional.of(new Taken(content, sort));
      }
      progress.accept((double) classes.size() / chosen.size());
    }
    return new Look(classes, best.orElseThrow());
  }

  /** Says of a broken file that it is one: what was drawn may be lost. */
  private static PermanentError nothingDrawn(PdfFile file, int pages) {
    var broken = file.diagnostics().stream().map(Diagnostic::message).map("; "::concat).toList();
    return new PermanentError(
        ErrorCode.NOTHING_TO_CONVERT,
        "Nothing that could be a drawing is on %d page%s%s"
            .formatted(pages, pages == 1 ? "" : "s", String.join("", broken)),
        Place.of("file", file.name()));
  }

  private static Diagnostic notLookedAt(int first) {
    return new Diagnostic(
        PAGES_NOT_LOOKED_AT,
        "Pages from %d on were not looked at: those before hold too much (option pages)"
            .formatted(first),
        Place.of("page", first));
  }

  /** The pages again, but for the best one, which is still there; as many as there is room for. */
  private static List<PageContent> contents(
      List<Integer> numbers, PageContent best, PdfPages pages) {
    var contents = new ArrayList<PageContent>();
    long items = 0;
    for (int number : numbers) {
      var content = number == best.number() ? best : pages.read(number);
      items += content.items().size();
      if (contents.isEmpty() || items <= MOST_ITEMS) {
        contents.add(content);
      }
    }
    return contents;
  }

  private static PageSummary summary(PageContent page, List<String> names) {
    var counts = page.counts();
    var texts =
        page.items().stream()
            .filter(TextLabel.class::isInstance)
            .map(TextLabel.class::cast)
            .filter(text -> text.appearance().layer().visible())
            .toList();
    return new PageSummary(
        page.number(),
        names,
        counts.seenPaths(),
        counts.pictures(),
        counts.pictureCover(),
        texts,
        page.items());
  }

  private static Drawing drawing(
      PdfFile file,
      List<PageContent> pages,
      List<PageClass> classes,
      List<Diagnostic> diagnostics) {
    var boxes = new TreeMap<Integer, Box>();
    var layers = new LinkedHashSet<Layer>();
    var items = new ArrayList<DrawingItem>();
    var ledger = new EntityLedger();
    for (var page : pages) {
      boxes.put(page.number(), page.box());
      layers.addAll(page.layers());
      items.addAll(page.items());
      ledger.addAll(page.ledger());
      diagnostics.addAll(page.diagnostics());
    }
    leftOut(boxes.keySet(), classes).ifPresent(diagnostics::add);
    var views = new ArrayList<View>();
    for (var one : classes) {
      var box = boxes.getOrDefault(one.page(), Box.EMPTY);
      views.add(new View(one, box, Optional.empty()));
      if (!box.isEmpty()) {
        views.addAll(measures(file, one.page()));
      }
    }
    return new Drawing(
        InputFormat.PDF.extension(),
        file.version(),
        DeclaredUnit.NONE,
        List.copyOf(layers),
        views,
        items,
        ledger,
        List.of(),
        diagnostics);
  }

  private static Optional<Diagnostic> leftOut(Set<Integer> taken, List<PageClass> classes) {
    var others =
        classes.stream()
            .filter(other -> !taken.contains(other.page()))
            .filter(other -> other.kind() != PageClass.Kind.DOCUMENT)
            .map(PageClass::page)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                PageSelection.PAGES_LEFT_OUT,
                "Taken: page %s; there are drawings on page %s as well (option pages takes those)"
                    .formatted(listed(taken), listed(others)),
                Place.of("page", others.getFirst())));
  }

  private static String listed(Collection<Integer> pages) {
    return String.join(", ", pages.stream().map(String::valueOf).toList());
  }

  /** What of the page the file says how large it is. */
  private static List<View> measures(PdfFile file, int number) {
    var page = file.page(number);
    return PageMeasures.of(page, PageFrame.of(page, number));
  }
}
