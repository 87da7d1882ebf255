package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.geom.Box;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds what a drawing says of its extents ($EXTMIN, $EXTMAX) against what is drawn. */
final class ExtentsCheck {
  static final String CODE = "EXTENTS_DIFFER";

  /** Programs leave texts and hidden things out, or never shrink them: that is nothing to say. */
  private static final double FACTOR = 3;

  private ExtentsCheck() {}

  /** Says so where the two have nothing in common or one is several times the other. */
  static Optional<Diagnostic> of(Box declared, List<DrawingItem> items) {
    if (declared.isEmpty() || items.isEmpty()) {
      return Optional.empty();
    }
    var drawn = new Extents().of(items);
    return drawn.isEmpty() || !differ(declared, drawn)
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                CODE,
                "The file says that the drawing reaches over "
                    + text(declared)
                    + ", it reaches over "
                    + text(drawn),
                Place.UNKNOWN));
  }

  private static boolean differ(Box a, Box b) {
    boolean apart =
        a.max().x() < b.min().x()
            || b.max().x() < a.min().x()
            || a.max().y() < b.min().y()
            || b.max().y() < a.min().y();
    double sizeA = Math.hypot(a.size().x(), a.size().y());
    double sizeB = Math.hypot(b.size().x(), b.size().y());
    return apart || sizeA > FACTOR * sizeB || sizeB > FACTOR * sizeA;
  }

  private static String text(Box box) {
    return String.format(
        Locale.ROOT,
        "(%.6g, %.6g) to (%.6g, %.6g)",
        box.min().x(),
        box.min().y(),
        box.max().x(),
        box.max().y());
  }
}
