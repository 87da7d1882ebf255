package dev.planlift.core.reconstruct;

import java.util.Arrays;
import java.util.Optional;

/** The units a drawing may be in. */
enum LengthUnit {
  MM("mm", 0.001),
  CM("cm", 0.01),
  DM("dm", 0.1),
  M("m", 1),
  KM("km", 1000),
  IN("in", 0.0254),
  FT("ft", 0.3048),
  YD("yd", 0.9144);

  private final String symbol;
  private final double metres;

  LengthUnit(String symbol, double metres) {
    this.symbol = symbol;
    this.metres = metres;
  }

  String symbol() {
    return symbol;
  }

  double metres() {
    return metres;
  }

  static Optional<LengthUnit> named(String symbol) {
    return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }
}
