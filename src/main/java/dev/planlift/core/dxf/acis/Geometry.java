package dev.planlift.core.dxf.acis;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;

/** The numbers of a record, three by three. Behind their end all are zero. */
@SuppressWarnings("ArrayRecordComponent") // flat on purpose, never handed on
record Geometry(double... values) {
  /** No drawing reaches further. */
  private static final double LIMIT = 1e15;

  static Geometry of(AcisRecord record) {
    return new Geometry(record.numbers());
  }

  double number(int i) {
    double value = i < values.length ? values[i] : 0;
    return Math.abs(value) <= LIMIT ? value : 0;
  }

  /** The vector whose first number is at a place. */
  Vec3 vector(int i) {
    return new Vec3(number(i), number(i + 1), number(i + 2));
  }

  /**
   * The map of a transform: three rows of a matrix that points are multiplied with from the left, a
   * translation, a scale of the matrix. A binary file has them as a text.
   */
  static Affine3 transform(AcisRecord record) {
    var numbers = of(record);
    if (numbers.values.length < 13) {
      var text = record.word(0).strip().split("\\s+", -1);
      var parsed = new double[text.length];
      for (int i = 0; i < text.length; i++) {
        try {
          parsed[i] = Double.parseDouble(text[i]);
        } catch (NumberFormatException e) {
          break;
        }
      }
      numbers = new Geometry(parsed);
    }
    double scale = numbers.number(12) == 0 ? 1 : numbers.number(12);
    var map =
        new Affine3(
            numbers.vector(0).times(scale),
            numbers.vector(3).times(scale),
            numbers.vector(6).times(scale),
            numbers.vector(9));
    return map.determinant() == 0 ? Affine3.IDENTITY : map;
  }
}
