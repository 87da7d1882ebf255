package dev.planlift.samples;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** What stands on a sheet besides walls, doors, windows and names, by kind of plan. */
enum Dress {
  /** Nothing but what {@link ClutterPen} draws. */
  PLAIN,
  /** Chains of dimensions, axes, a title block, a legend, a north arrow. */
  SHEET(Part.DIMENSIONS, Part.TITLE_BLOCK),
  /** Every room furnished, wet rooms tiled, stairs and lifts. */
  FURNISHED(Part.FURNITURE, Part.TILES, Part.FLIGHTS),
  /** Passages without doors. */
  BARE(Part.PASSAGES),
  /** No unit declared; more feet and inches than others. */
  UNDECLARED,
  /** Another unit declared than the one drawn in. */
  MISDECLARED,
  /** All of it. */
  FULL(Part.values()),
  /** Some storeys beside each other, each with its title. */
  TITLED,
  /** Some storeys beside each other, without a word. */
  UNTITLED;

  enum Part {
    DIMENSIONS,
    TITLE_BLOCK,
    FURNITURE,
    TILES,
    FLIGHTS,
    PASSAGES
  }

  @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
  private final Set<Part> always;

  Dress(Part... parts) {
    always = EnumSet.noneOf(Part.class);
    always.addAll(Set.of(parts));
  }

  boolean storeys() {
    return this == TITLED || this == UNTITLED;
  }

  /** What goes with this kind, and some more for kinds that are about something else. */
  Set<Part> parts(Random random) {
    var parts = EnumSet.noneOf(Part.class);
    parts.addAll(always);
    if (always.isEmpty()) {
      for (var part : Part.values()) {
        if (part != Part.PASSAGES && random.nextInt(3) == 0) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  private static final double INCH = 1 / 0.0254;
  private static final double FOOT = 1 / 0.3048;

  /** Drawn in, declared ($INSUNITS). */
  private static final double[][] WRONG = {
    {INCH, 4}, {FOOT, 1}, {FOOT, 4}, {1000, 1}, {1000, 6}, {100, 4}, {1, 4}, {1, 1}, {INCH, 2}
  };

  private static final double[] UNSAID = {INCH, FOOT, INCH, FOOT, 1000, 100, 1};

  Manner declared(Manner manner, Random random) {
    return switch (this) {
      case UNDECLARED -> manner.in(UNSAID[random.nextInt(UNSAID.length)], 0);
      case MISDECLARED -> {
        var wrong = WRONG[random.nextInt(WRONG.length)];
        yield manner.in(wrong[0], (int) wrong[1]);
      }
      case PLAIN, SHEET, FURNISHED, BARE, FULL, TITLED, UNTITLED -> manner;
    };
  }
}
