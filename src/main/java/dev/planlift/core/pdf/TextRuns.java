package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Puts glyphs together to texts: what follows on the same baseline in the same size is one, however
 * many operators drew it.
 */
final class TextRuns {
  /** Parts of the size of the letters (em). */
  private static final double SPACE = 0.17;

  private static final double WORDS_APART = 0.8;
  private static final double BACK = 0.5;
  private static final double OFF_LINE = 0.12;

  private final PageItems items;
  private @Nullable TextRun run;
  private @Nullable TextRun last;

  TextRuns(PageItems items) {
    this.items = items;
  }

  /**
   * A glyph as it is drawn.
   *
   * @param text what it stands for; empty where that is not known
   * @param from where it stands on the baseline
   * @param to where the next one would
   * @param up from the baseline to the height of the letters' size
   * @param capHeight of a capital letter, as a part of {@code up}
   */
  record Glyph(
      String text,
      Vec3 from,
      Vec3 to,
      Vec3 up,
      double capHeight,
      Appearance appearance,
      PageClip clip) {}

  void add(Glyph glyph) {
    if (!glyph.from().isFinite() || !glyph.to().isFinite() || !glyph.up().isFinite()) {
      return;
    }
    var current = run;
    if (current == null || !follows(current, glyph)) {
      end();
      current = new TextRun(glyph);
      run = current;
    } else {
      current.add(glyph, gap(current, glyph) > SPACE * current.size());
    }
  }

  private static double gap(TextRun run, Glyph glyph) {
    return glyph.from().minus(run.end()).dot(run.direction());
  }

  private static boolean follows(TextRun run, Glyph glyph) {
    double em = run.size();
    double size = glyph.up().length();
    var step = glyph.from().minus(run.end());
    double along = step.dot(run.direction());
    double across = step.minus(run.direction().times(along)).length();
    return run.appearance().equals(glyph.appearance())
        && Math.abs(size - em) < 0.05 * em
        && run.up().dot(glyph.up()) > 0.999 * em * size
        && across < OFF_LINE * em
        && along > -BACK * em
        && along < WORDS_APART * em;
  }

  /** Ends the text that is being put together. */
  void end() {
    var ended = run;
    run = null;
    if (ended == null || ended.isBlank()) {
      return;
    }
    var before = last;
    if (before != null && before.isUnder(ended)) {
      return; // drawn twice, for boldness or a shadow
    }
    last = ended;
    var box = ended.box();
    if (!ended.isReadable()) {
      items.unreadable(ended.appearance(), box);
      return;
    }
    items.text(label(ended, box), box, ended.clip());
  }

  private TextLabel label(TextRun text, Box box) {
    return new TextLabel(
        text.text(),
        text.center(),
        text.direction(),
        text.height(),
        text.width(),
        text.appearance(),
        items.source(box));
  }
}
