package dev.planlift.core.drawing;

import java.util.OptionalDouble;

/**
 * What the drawing itself says about its unit; it may be wrong.
 *
 * @param name as written into the model's {@code units.declared}: "mm", "m", "in" … or "none"
 * @param metresPerUnit empty where the drawing says nothing
 * @param imperial the drawing's own hint (DXF $MEASUREMENT) where no unit is given
 */
public record DeclaredUnit(String name, OptionalDouble metresPerUnit, boolean imperial) {
  public static final DeclaredUnit NONE = new DeclaredUnit("none", OptionalDouble.empty(), false);
}
