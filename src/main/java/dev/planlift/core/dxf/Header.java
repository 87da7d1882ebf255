package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;

/** The header variables that matter here; at their defaults until the section was read. */
final class Header {
  private static final int INCH = 1;
  private static final int ENGINEERING = 3;
  private static final int ARCHITECTURAL = 4;

  /** Writers put ±1e20 where a drawing has no extents. */
  private static final double NO_EXTENT = 1e19;

  /** Drawings without a header are as old as that. */
  private String version = "AC1009";

  private String codePage = "";
  private int insUnits;
  private int linearUnits = 2;
  private int measurement = 1;
  private final double[] extents = new double[6];
  private boolean hasExtents;
  private final double[] base = new double[3];

  /** Takes one value of a variable. */
  void take(String variable, TagReader tag) {
    switch (variable) {
      case "$ACADVER" -> version = tag.name();
      case "$DWGCODEPAGE" -> codePage = tag.name();
      case "$INSUNITS" -> insUnits = tag.integer();
      case "$LUNITS" -> linearUnits = tag.integer();
      case "$MEASUREMENT" -> measurement = tag.integer();
      case "$INSBASE" -> base[axis(tag)] = tag.number();
      case "$EXTMIN" -> extent(0, tag);
      case "$EXTMAX" -> extent(3, tag);
      default -> {}
    }
  }

  private void extent(int at, TagReader tag) {
    int axis = tag.code() / 10 - 1;
    if (axis >= 0 && axis < 3) {
      extents[at + axis] = tag.number();
      hasExtents = true;
    }
  }

  private static int axis(TagReader tag) {
    return Math.clamp(tag.code() / 10 - 1, 0, 2);
  }

  /** The point by which the drawing is placed in another. */
  Vec3 base() {
    return new Vec3(base[0], base[1], base[2]);
  }

  String version() {
    return version;
  }

  int insUnits() {
    return insUnits;
  }

  CodePage codePage() {
    return CodePage.of(version, codePage);
  }

  /**
   * Feet and inches in the display formats are inches in the drawing, whatever else is set; where
   * no unit is set, they say that it is the inch.
   */
  DeclaredUnit unit() {
    boolean inches = linearUnits == ENGINEERING || linearUnits == ARCHITECTURAL;
    boolean unset = insUnits == 0 && inches;
    return DrawingUnits.of(unset ? INCH : insUnits, measurement == 0 || inches);
  }

  /** What the drawing says of its extents; empty where it says nothing that can be. */
  Box extents() {
    var min = new Vec3(extents[0], extents[1], extents[2]);
    var max = new Vec3(extents[3], extents[4], extents[5]);
    boolean real =
        hasExtents
            && min.isFinite()
            && max.isFinite()
            && min.x() <= max.x()
            && min.y() <= max.y()
            && Math.abs(min.x()) < NO_EXTENT
            && Math.abs(max.x()) < NO_EXTENT;
    return real ? new Box(min, max) : Box.EMPTY;
  }
}
