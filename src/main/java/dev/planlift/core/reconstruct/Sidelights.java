package dev.planlift.core.reconstruct;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/** Finds a hung leaf that fills a gap together with fixed lights on one side or both. */
final class Sidelights {
  /** A frame, beside which nothing is. */
  private static final double FRAME_M = 0.12;

  /** The leaf's hinge and edge stand so far out of the wall at most. */
  private static final double OUT_M = 0.1;

  /** So much of the way from the leaf to the wall's end lights go. */
  private static final double FILLED = 0.7;

  private static final double TOUCH_M = 0.03;

  private final LineWork work;
  private final LineIndex lines;

  /**
   * What fills a gap.
   *
   * @param off how much of the gap nothing is drawn in, metres
   */
  record Fit(List<Swing> leaves, double off) {}

  Sidelights(LineWork work, LineIndex lines) {
    this.work = work;
    this.lines = lines;
  }

  /** The first leaf that does. */
  Optional<Fit> in(Gap gap, List<Swing> swings) {
    var near = gap.bridge().getEnvelopeInternal();
    return swings.stream()
        .filter(swing -> near.distance(new Envelope(swing.hinge())) < OUT_M)
        .flatMap(swing -> swing.sure() ? Stream.of(swing) : Stream.of(swing, swing.turned()))
        .flatMap(swing -> fit(gap, swing).stream())
        .findFirst();
  }

  private Optional<Fit> fit(Gap gap, Swing swing) {
    double half = gap.width() / 2;
    double a = gap.along(swing.hinge());
    double b = gap.along(swing.closed());
    double out =
        Math.max(Math.abs(gap.across(swing.hinge())), Math.abs(gap.across(swing.closed())));
    double before = Math.min(a, b) + half;
    double after = half - Math.max(a, b);
    boolean within = out < gap.depth() / 2 + OUT_M && Math.min(before, after) > -OUT_M;
    if (!within || Math.max(before, after) < FRAME_M) {
      return Optional.empty();
    }
    double off = open(gap, -half, before) + open(gap, half - after, after);
    return off < (1 - FILLED) * (before + after)
        ? Optional.of(new Fit(List.of(swing), off))
        : Optional.empty();
  }

  /** How much of a stretch of a gap no line runs along, metres. */
  private double open(Gap gap, double from, double length) {
    if (length < FRAME_M) {
      return 0;
    }
    double covered = 0;
    var box = gap.bridge().getEnvelopeInternal();
    box.expandBy(TOUCH_M);
    for (var line : lines.in(box)) {
      double a = gap.along(line.a());
      double b = gap.along(line.b());
      double across = Math.max(Math.abs(gap.across(line.a())), Math.abs(gap.across(line.b())));
      boolean level = Math.abs(gap.across(line.a()) - gap.across(line.b())) < TOUCH_M / 3;
      if (level
          && work.use(line.item()) != LineWork.Use.OTHER
          && across < gap.depth() / 2 + TOUCH_M
          && Math.min(a, b) > from - TOUCH_M
          && Math.max(a, b) < from + length + TOUCH_M) {
        covered = Math.max(covered, Math.abs(a - b));
      }
    }
    return Math.max(0, length - covered);
  }
}
