package dev.planlift.core.pdf;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.source.Layer;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Colours, widths and dashes of a graphics state, as a drawing gives them. */
final class Ink {
  private static final double MM_PER_POINT = 25.4 / 72;

  /** A dash no longer than so many widths of its line is a dot. */
  private static final double DOT = 1.6;

  private static final String CONTINUOUS = "CONTINUOUS";

  private final double unit;
  private final ColourValues colours = new ColourValues();
  private final Map<Appearance, Appearance> known = new HashMap<>();

  /**
   * The inks of a page.
   *
   * @param unit points per unit of its default user space
   */
  Ink(double unit) {
    this.unit = unit;
  }

  /** How strokes look now; the width is zero where the thinnest line is asked for. */
  Stroke stroke(PDGraphicsState state) {
    double width = width(state);
    return width > 0 ? new Stroke(width, width) : Stroke.THIN;
  }

  Appearance ofStroke(PDGraphicsState state, Layer layer) {
    int rgb = colours.rgb(state.getStrokingColor());
    double widthMm = width(state) * MM_PER_POINT;
    return one(
        new Appearance(
            layer, new Colour.Rgb(rgb), widthMm, lineType(state), state.getAlphaConstant()));
  }

  Appearance ofFill(PDGraphicsState state, Layer layer) {
    int rgb = colours.rgb(state.getNonStrokingColor());
    return one(
        new Appearance(
            layer, new Colour.Rgb(rgb), 0, CONTINUOUS, state.getNonStrokeAlphaConstant()));
  }

  private Appearance one(Appearance appearance) {
    var before = known.putIfAbsent(appearance, appearance);
    return before == null ? appearance : before;
  }

  private double width(PDGraphicsState state) {
    double width = state.getLineWidth() * unit * scale(state.getCurrentTransformationMatrix());
    return Double.isFinite(width) ? Math.abs(width) : 0;
  }

  private static double scale(Matrix map) {
    double a = map.getScaleX();
    double b = map.getShearY();
    double c = map.getShearX();
    double d = map.getScaleY();
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  /** By the words that CAD has for such lines. */
  private static String lineType(PDGraphicsState state) {
    var dashes = state.getLineDashPattern().getDashArray();
    double gaps = 0;
    double shortest = Double.POSITIVE_INFINITY;
    double longest = 0;
    for (int i = 0; i < dashes.length; i++) {
      if (i % 2 == 1) {
        gaps += dashes[i];
      } else {
        shortest = Math.min(shortest, dashes[i]);
        longest = Math.max(longest, dashes[i]);
      }
    }
    if (dashes.length == 0 || (dashes.length > 1 && gaps <= 0)) {
      return CONTINUOUS;
    }
    double dot = DOT * state.getLineWidth();
    if (longest <= dot) {
      return "DOT";
    }
    return dashes.length >= 4 && (shortest <= dot || longest > 2 * shortest) ? "DASHDOT" : "DASHED";
  }
}
