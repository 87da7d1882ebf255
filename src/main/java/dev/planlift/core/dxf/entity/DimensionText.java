package dev.planlift.core.dxf.entity;

import static dev.planlift.core.dxf.definition.DimensionVariable.DIMADEC;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMAUNIT;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMAZIN;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMDEC;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMDSEP;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMLFAC;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMLUNIT;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMRND;
import static dev.planlift.core.dxf.definition.DimensionVariable.DIMZIN;

import dev.planlift.core.drawing.MeasuredDimension.Kind;
import dev.planlift.core.dxf.PlainText;
import dev.planlift.core.dxf.definition.DimensionStyle;
import dev.planlift.core.dxf.definition.DimensionVariable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The measurement as the dimension's style writes it. DXF Reference, DIMSTYLE: DIMLUNIT, DIMDEC,
 * DIMZIN, DIMRND, DIMLFAC, DIMPOST, DIMAUNIT, DIMADEC, DIMAZIN.
 */
record DimensionText(DimensionLook look, Scope scope) {
  private static final int MAX_DECIMALS = 8;
  private static final int INCHES_A_FOOT = 12;

  /** Longer is no measurement; and {@code BigDecimal} would write it out in full. */
  private static final double TOO_LONG = 1e15;

  private static final int NO_LEADING_ZERO = 4;
  private static final int NO_TRAILING_ZEROS = 8;

  /**
   * The text of a measurement.
   *
   * @param measured drawn length in source units, or radians
   */
  String of(Kind kind, double measured) {
    if (!(Math.abs(measured) < TOO_LONG)) {
      return "";
    }
    var number = kind == Kind.ANGULAR ? angle(measured) : length(measured);
    var post = PlainText.ofParagraphs(look.style(scope).map(DimensionStyle::post).orElse(""));
    if (kind == Kind.ANGULAR) {
      return number;
    }
    if (!post.isEmpty()) {
      return post.contains("<>") ? post.replace("<>", number) : number + post;
    }
    return switch (kind) {
      case RADIUS -> "R" + number;
      case DIAMETER -> "⌀" + number;
      case ARC_LENGTH -> "⌒" + number;
      default -> number;
    };
  }

  private String angle(double rad) {
    int own = (int) value(DIMADEC);
    int places = decimals(own < 0 ? (int) value(DIMDEC) : own);
    int zeros = (int) value(DIMAZIN) << 2;
    double degrees = Math.toDegrees(rad);
    return switch ((int) value(DIMAUNIT)) {
      case 1 -> minutes(degrees);
      case 2 -> decimal(degrees / 0.9, places, zeros) + "g";
      case 3 -> decimal(rad, places, zeros) + "r";
      default -> decimal(degrees, places, zeros) + "°";
    };
  }

  private static String minutes(double degrees) {
    long seconds = Math.round(degrees * 3600);
    var text = seconds / 3600 + "°" + seconds / 60 % 60 + "'";
    return seconds % 60 == 0 ? text : text + seconds % 60 + "\"";
  }

  private String length(double measured) {
    double value = measured * Math.abs(value(DIMLFAC));
    double step = value(DIMRND);
    if (step > 0) {
      value = Math.round(value / step) * step;
    }
    int places = decimals((int) value(DIMDEC));
    int zeros = (int) value(DIMZIN);
    return switch ((int) value(DIMLUNIT)) {
      case 3 -> feet(value, zeros, decimalInches(value, places, zeros));
      case 4 -> feet(value, zeros, fractionalInches(value, places));
      case 5 -> fraction(value, places, "");
      default -> decimal(value, places, zeros);
    };
  }

  private double value(DimensionVariable variable) {
    return look.number(variable, scope);
  }

  private static int decimals(int stated) {
    return Math.clamp(stated, 0, MAX_DECIMALS);
  }

  private String decimal(double value, int places, int zeros) {
    var text = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    if ((zeros & NO_TRAILING_ZEROS) != 0 && text.indexOf('.') >= 0) {
      text = text.replaceFirst("\\.?0+$", "");
    }
    if ((zeros & NO_LEADING_ZERO) != 0 && text.startsWith("0.")) {
      text = text.substring(1);
    }
    char sign = (char) value(DIMDSEP);
    return sign > ' ' ? text.replace('.', sign) : text;
  }

  /** Feet and what is left in inches. */
  private record Parts(long feet, String inches, boolean none) {}

  private Parts decimalInches(double value, int places, int zeros) {
    var rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
    long feet = (long) (rounded / INCHES_A_FOOT);
    double inches = rounded - feet * (double) INCHES_A_FOOT;
    return new Parts(feet, decimal(inches, places, zeros & ~NO_LEADING_ZERO), inches == 0);
  }

  private static Parts fractionalInches(double value, int places) {
    double step = 1 << places;
    double rounded = Math.round(value * step) / step;
    long feet = (long) (rounded / INCHES_A_FOOT);
    double inches = rounded - feet * (double) INCHES_A_FOOT;
    return new Parts(feet, fraction(inches, places, "0"), inches == 0);
  }

  /** DIMZIN 0 leaves out zero feet and zero inches, 1 neither, 2 the inches, 3 the feet. */
  private static String feet(double value, int zeros, Parts parts) {
    int rule = zeros & 3;
    boolean feet = parts.feet != 0 || rule == 1 || rule == 2;
    boolean inches = !parts.none || rule == 1 || rule == 3 || (!feet && value >= 0);
    var text = feet ? parts.feet + "'" : "";
    return inches ? text + (feet ? "-" : "") + parts.inches + '"' : text;
  }

  /** A whole number and a fraction of a power of two. */
  private static String fraction(double value, int places, String nothing) {
    long below = 1L << places;
    long all = Math.round(value * below);
    long whole = all / below;
    long above = all % below;
    if (above == 0) {
      return whole == 0 && !nothing.isEmpty() ? nothing : Long.toString(whole);
    }
    long common = Long.lowestOneBit(above);
    var part = above / common + "/" + below / common;
    return whole == 0 ? part : whole + " " + part;
  }
}
