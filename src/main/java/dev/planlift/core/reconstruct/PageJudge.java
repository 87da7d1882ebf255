package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageSummary;
import dev.planlift.core.drawing.TextLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells plans from other drawings, scans and text by what is on a page. Stateless. */
public final class PageJudge {
  /** A frame, a stamp and a few rules are fewer. */
  private static final int FEW_PATHS = 30;

  /** Parts of the page that pictures cover. */
  private static final double MUCH = 0.3;

  /** So many lines of prose make a page of text. */
  private static final int PROSE = 12;

  /** So many do where they are half of all that is written. */
  private static final int SOME_PROSE = 5;

  /** Rules, boxes and bullets of a text page: so many to a line of it. */
  private static final int PATHS_A_LINE = 8;

  private static final int MANY_TEXTS = 20;

  /** Among drawings that come on pages plans are somewhat commoner than all others. */
  private static final double PRIOR = 0.3;

  /** So much speaks for a plan where it is titled as one, or rooms are named. */
  private static final double SURE = 1.5;

  private static final double MOST_SURE = 0.95;

  private static final int MOST_REASONS = 3;

  private PageJudge() {}

  /** Judges a page; hardly more than linear in what is on it. */
  public static PageClass judge(PageSummary page) {
    long prose = PageTexts.prose(page.texts());
    if (page.paths() < FEW_PATHS && page.pictureCover() >= MUCH) {
      return prose < PROSE
          ? of(page, PageClass.Kind.SCANNED_PLAN, 0.7, "pictures cover it and little else is drawn")
          : of(page, PageClass.Kind.DOCUMENT, 0.7, "a picture and " + prose + " lines of text");
    }
    if (page.paths() == 0) {
      return of(page, PageClass.Kind.DOCUMENT, 0.95, "nothing is drawn on it");
    }
    boolean mostly = prose >= SOME_PROSE && 2 * prose >= page.texts().size();
    if ((prose >= PROSE || mostly) && page.paths() < PATHS_A_LINE * prose) {
      return of(page, PageClass.Kind.DOCUMENT, 0.85, prose + " lines of text");
    }
    if (page.pictureCover() >= MUCH) {
      return of(page, PageClass.Kind.MIXED, 0.7, "line work, and pictures over much of the page");
    }
    return drawing(page);
  }

  private static PageClass drawing(PageSummary page) {
    var clues = PageClues.of(page);
    double odds = PRIOR + clues.stream().mapToDouble(PageClue::odds).sum();
    boolean wordy = page.texts().size() >= MANY_TEXTS && 2 * page.paths() < page.texts().size();
    if (wordy && odds < SURE) {
      return of(page, PageClass.Kind.DOCUMENT, 0.6, "more texts than lines, and no title");
    }
    var kind = odds < 0 ? PageClass.Kind.OTHER_DRAWING : PageClass.Kind.VECTOR_PLAN;
    var reason =
        clues.stream()
            .filter(clue -> clue.odds() * odds > 0)
            .sorted(Comparator.comparingDouble(clue -> -Math.abs(clue.odds())))
            .limit(MOST_REASONS)
            .map(PageClue::words)
            .collect(Collectors.joining("; "));
    double confidence = Math.min(MOST_SURE, 1 / (1 + Math.exp(-Math.abs(odds))));
    return of(page, kind, confidence, reason.isEmpty() ? "line work that nothing names" : reason);
  }

  private static List<ViewTitle> titles(List<TextLabel> texts) {
    return PageTexts.tallest(texts).stream()
        .map(text -> ViewTitle.of(text.text()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What it says of itself, and what the file calls it. */
  private static List<String> names(PageSummary page) {
    return Stream.concat(
            titles(page.texts()).stream(),
            page.names().stream().map(ViewTitle::of).flatMap(Optional::stream))
        .map(ViewTitle::text)
        .distinct()
        .toList();
  }

  private static PageClass of(
      PageSummary page, PageClass.Kind kind, double confidence, String reason) {
    return new PageClass(page.page(), kind, confidence, reason, names(page));
  }
}
