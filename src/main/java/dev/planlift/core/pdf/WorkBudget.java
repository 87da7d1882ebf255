package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;

/** How much one page may ask to be done: a form of a few bytes can draw itself a million times. */
final class WorkBudget {
  /**
   * A hundred times what the densest sheet seen asks for: operators, glyphs, pieces of cut fills.
   */
  static final long MOST_STEPS = 20_000_000;

  /** Every state that is saved is kept; 28 is what PDF 32000-1, Annex C, promises. */
  private static final int MOST_SAVED = 5_000;

  private final Set<COSDictionary> drawing = Collections.newSetFromMap(new IdentityHashMap<>());
  private final long allowed;
  private long steps;

  WorkBudget() {
    this(MOST_STEPS);
  }

  WorkBudget(long steps) {
    this.allowed = steps;
    this.steps = steps;
  }

  /** One operator or glyph more. */
  void step() {
    steps(1);
  }

  void steps(long more) {
    steps -= more;
    if (steps < 0) {
      throw new PermanentError(
          ErrorCode.ENTITY_BUDGET, "The page draws more operators and glyphs than are allowed");
    }
  }

  /** What was asked for so far. */
  long used() {
    return allowed - steps;
  }

  /** So many states or marks are open. */
  static void checkOpen(int open) {
    if (open > MOST_SAVED) {
      throw broken("More than " + MOST_SAVED + " states or marks are begun and not ended");
    }
  }

  /** A form is begun; to be {@link #left}. */
  void entered(COSDictionary form) {
    if (!drawing.add(form)) {
      throw broken("A form draws itself");
    }
  }

  void left(COSDictionary form) {
    drawing.remove(form);
  }

  private static PermanentError broken(String detail) {
    return new PermanentError(ErrorCode.PARSING_ERROR, detail);
  }
}
