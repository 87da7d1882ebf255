package dev.planlift.samples;

/**
 * Where a plan designed in metres around the origin lies in its drawing.
 *
 * @param unitsPerMetre drawing units to the metre
 * @param rotationRad turn about the design's origin, counter-clockwise
 * @param shiftXM where the design's origin comes to lie, metres
 * @param shiftYM the same, along y
 */
record Placement(double unitsPerMetre, double rotationRad, double shiftXM, double shiftYM) {

  /** The place of a design point in the frame of the drawing, still in metres. */
  double[] metres(double x, double y) {
    double cos = Math.cos(rotationRad);
    double sin = Math.sin(rotationRad);
    return new double[] {cos * x - sin * y + shiftXM, sin * x + cos * y + shiftYM};
  }

  /** The same in drawing units. */
  double[] units(double x, double y) {
    var p = metres(x, y);
    return new double[] {p[0] * unitsPerMetre, p[1] * unitsPerMetre};
  }

  /** For what is drawn elsewhere on the same sheet, by so many metres of the design. */
  Placement moved(double dx, double dy) {
    var shift = metres(dx, dy);
    return new Placement(unitsPerMetre, rotationRad, shift[0], shift[1]);
  }

  /** Lengths scaled, nothing moved: the frame of a block's definition. */
  Placement withoutMove() {
    return new Placement(unitsPerMetre, 0, 0, 0);
  }
}
