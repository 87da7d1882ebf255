package dev.planlift.samples;

import java.util.Locale;

/** A content stream in the making: operators of PDF 32000-1, annex A. Points of the page shown. */
final class PlotStream {
  private final StringBuilder out = new StringBuilder();
  private final double gridPt;

  PlotStream(double gridPt) {
    this.gridPt = gridPt;
  }

  PlotStream op(String operator, double... operands) {
    for (double operand : operands) {
      out.append(number(operand)).append(' ');
    }
    out.append(operator).append('\n');
    return this;
  }

  /** Concatenates a map; its turn is as exact as its move is over a large page. */
  PlotStream map(double... matrix) {
    for (double operand : matrix) {
      out.append(number(operand, 9)).append(' ');
    }
    out.append("cm\n");
    return this;
  }

  /** An operator whose operands are points; they lie on the plot's grid. */
  PlotStream at(String operator, double... xy) {
    var snapped = xy.clone();
    for (int i = 0; gridPt > 0 && i < xy.length; i++) {
      snapped[i] = Math.rint(xy[i] / gridPt) * gridPt;
    }
    return op(operator, snapped);
  }

  PlotStream raw(String text) {
    out.append(text).append('\n');
    return this;
  }

  void line(double x0, double y0, double x1, double y1) {
    at("m", x0, y0);
    at("l", x1, y1);
    op("S");
  }

  String text() {
    return out.toString();
  }

  /** A point of the page to a thousandth of a dot of the finest plotter. */
  static String number(double value) {
    return number(value, 4);
  }

  private static String number(double value, int decimals) {
    var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    text = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    return text.equals("-0") ? "0" : text;
  }
}
