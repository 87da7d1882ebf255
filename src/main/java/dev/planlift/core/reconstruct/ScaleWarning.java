package dev.planlift.core.reconstruct;

import dev.planlift.core.plan.UnitDecision;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.Locale;
import java.util.Optional;

/** Tells where a sheet says no scale, or one that was not followed. */
final class ScaleWarning {
  /** What is written is rounded; so much is no matter. */
  private static final double SAME = 0.005;

  private ScaleWarning() {}

  static Optional<Diagnostic> of(UnitDecision units) {
    if (units.confidence() == 1 || isSame(units.declared(), units.used())) {
      return Optional.empty();
    }
    boolean none = units.declared().equals("none");
    var message =
        String.format(
            Locale.ROOT,
            "%s; it is taken to be at %s (sure to %.0f %%): %s",
            none ? "The sheet says no scale" : "The sheet says " + units.declared(),
            units.used(),
            100 * units.confidence(),
            String.join("; ", units.evidence().subList(1, units.evidence().size())));
    return Optional.of(
        new Diagnostic(none ? "SCALE_MISSING" : "SCALE_CORRECTED", message, Place.UNKNOWN));
  }

  private static boolean isSame(String declared, String used) {
    return declared.startsWith("1:") && Math.abs(Math.log(number(declared) / number(used))) < SAME;
  }

  private static double number(String scale) {
    return Double.parseDouble(scale.substring(2));
  }
}
