package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.PageSummary;
import dev.planlift.core.drawing.TextLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells plans from other drawings, scans and text by what is on a page. Stateless. */
public final class PageJudge {
  /** A frame, a stamp and a few rules are fewer. */
  private static final int FEW_PATHS = 30;

  /** Parts of the page that pictures cover. */
  private static final double MUCH = 0.3;

  /** Sentences are this long, characters, and have so many words; notes on a plan are shorter. */
  private static final int LONG = 40;

  private static final int WORDS = 6;

  /** So many lines of prose make a page of text. */
  private static final int PROSE = 12;

  /** Rules, boxes and bullets of a text page: so many to a line of it. */
  private static final int PATHS_A_LINE = 8;

  private static final int MANY_TEXTS = 20;

  /** Titles are among the tallest texts. */
  private static final int TALLEST = 12;

  private PageJudge() {}

  /** Judges a page; linear in its texts. */
  public static PageClass judge(PageSummary page) {
    long prose = page.texts().stream().filter(PageJudge::isProse).count();
    if (page.paths() < FEW_PATHS && page.pictureCover() >= MUCH) {
      return prose < PROSE
          ? of(page, PageClass.Kind.SCANNED_PLAN, 0.7, "pictures cover it and little else is drawn")
          : of(page, PageClass.Kind.DOCUMENT, 0.7, "a picture and " + prose + " lines of text");
    }
    if (page.paths() == 0) {
      return of(page, PageClass.Kind.DOCUMENT, 0.95, "nothing is drawn on it");
    }
    if (prose >= PROSE && page.paths() < PATHS_A_LINE * prose) {
      return of(page, PageClass.Kind.DOCUMENT, 0.85, prose + " lines of text");
    }
    if (page.pictureCover() >= MUCH) {
      return of(page, PageClass.Kind.MIXED, 0.7, "line work, and pictures over much of the page");
    }
    return drawing(page);
  }

  private static PageClass drawing(PageSummary page) {
    var titles = titles(page.texts());
    var plan = titles.stream().filter(PageJudge::isPlan).findFirst();
    if (plan.isPresent()) {
      return of(page, PageClass.Kind.VECTOR_PLAN, 0.9, "titled \"" + plan.get().text() + "\"");
    }
    long rooms =
        page.texts().stream()
            .filter(text -> ViewWords.STANDARD.speaksOf(ViewWords.Topic.ROOM, text.text()))
            .count();
    if (rooms > 2) {
      return of(page, PageClass.Kind.VECTOR_PLAN, 0.8, rooms + " names of rooms");
    }
    if (titles.isEmpty()
        && page.texts().size() >= MANY_TEXTS
        && 2 * page.paths() < page.texts().size()) {
      return of(page, PageClass.Kind.DOCUMENT, 0.6, "more texts than lines, and no title");
    }
    return titles.stream()
        .filter(title -> title.topic().isPresent())
        .filter(title -> title.topic().get() != ViewWords.Topic.LEGEND)
        .findFirst()
        .map(title -> of(page, PageClass.Kind.OTHER_DRAWING, 0.75, other(title)))
        .orElseGet(() -> of(page, PageClass.Kind.VECTOR_PLAN, 0.5, "line work that nothing names"));
  }

  private static List<ViewTitle> titles(List<TextLabel> texts) {
    return texts.stream()
        .sorted(Comparator.comparingDouble(text -> -text.height()))
        .limit(TALLEST)
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

  private static boolean isPlan(ViewTitle title) {
    return title.topic().isEmpty()
        || ViewWords.STANDARD.speaksOf(ViewWords.Topic.PLAN, title.text())
        || (title.topic().get() == ViewWords.Topic.SERVICES && title.storey().isPresent());
  }

  private static String other(ViewTitle title) {
    var topic = title.topic().map(Enum::name).orElse("").toLowerCase(Locale.ROOT);
    return topic + ", titled \"" + title.text() + "\"";
  }

  private static boolean isProse(TextLabel label) {
    var text = label.text().strip();
    return text.length() >= LONG && text.split("\\s+", -1).length >= WORDS;
  }

  private static PageClass of(
      PageSummary page, PageClass.Kind kind, double confidence, String reason) {
    return new PageClass(page.page(), kind, confidence, reason, names(page));
  }
}
