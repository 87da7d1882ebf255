package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DeclaredUnit;
import java.util.OptionalDouble;

/** The units of $INSUNITS. DXF Reference, header variables; lengths by their definitions. */
final class DrawingUnits {
  private static final double US_FOOT = 1200.0 / 3937;

  private DrawingUnits() {}

  static DeclaredUnit of(int insUnits, boolean imperial) {
    return switch (insUnits) {
      case 1 -> unit("in", 0.0254, imperial);
      case 2 -> unit("ft", 0.3048, imperial);
      case 3 -> unit("mi", 1609.344, imperial);
      case 4 -> unit("mm", 1e-3, imperial);
      case 5 -> unit("cm", 1e-2, imperial);
      case 6 -> unit("m", 1, imperial);
      case 7 -> unit("km", 1e3, imperial);
      case 8 -> unit("microinch", 0.0254e-6, imperial);
      case 9 -> unit("mil", 0.0254e-3, imperial);
      case 10 -> unit("yd", 0.9144, imperial);
      case 11 -> unit("angstrom", 1e-10, imperial);
      case 12 -> unit("nm", 1e-9, imperial);
      case 13 -> unit("micron", 1e-6, imperial);
      case 14 -> unit("dm", 0.1, imperial);
      case 15 -> unit("dam", 10, imperial);
      case 16 -> unit("hm", 100, imperial);
      case 17 -> unit("Gm", 1e9, imperial);
      case 18 -> unit("au", 149_597_870_700.0, imperial);
      case 19 -> unit("ly", 9_460_730_472_580_800.0, imperial);
      case 20 -> unit("pc", 3.085677581491367e16, imperial);
      case 21 -> unit("us-ft", US_FOOT, imperial);
      case 22 -> unit("us-in", US_FOOT / 12, imperial);
      case 23 -> unit("us-yd", US_FOOT * 3, imperial);
      case 24 -> unit("us-mi", US_FOOT * 5280, imperial);
      default -> new DeclaredUnit("none", OptionalDouble.empty(), imperial);
    };
  }

  private static DeclaredUnit unit(String name, double metres, boolean imperial) {
    return new DeclaredUnit(name, OptionalDouble.of(metres), imperial);
  }
}
