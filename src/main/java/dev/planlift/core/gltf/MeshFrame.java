package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * How a mesh tells its positions: counted from a point, in a unit. Meshes of one shape tell the
 * same numbers, wherever they stand.
 *
 * @param middle in metres, in the file's axes
 * @param unitM metres; a step of the {@link Grid} where positions have 16 bits
 */
record MeshFrame(Vec3 middle, double unitM) {
  /** Metres from the model's origin. */
  static final MeshFrame ABSOLUTE = new MeshFrame(Vec3.ZERO, 1);

  /** The frame of a rounded mesh between two corners. */
  static MeshFrame of(Vec3 min, Vec3 max) {
    if (!Grid.reaches(min, max)) {
      return ABSOLUTE;
    }
    return new MeshFrame(Grid.middle(min, max), Grid.fitsShorts(min, max) ? Grid.STEP_M : 1);
  }

  boolean isAbsolute() {
    return equals(ABSOLUTE);
  }

  /** Whether positions are whole numbers of 16 bits. */
  boolean isShort() {
    return unitM < 1;
  }

  /** A point as it is stored. */
  Vec3 stored(Vec3 p) {
    return isAbsolute() ? p : p.minus(middle).times(1 / unitM);
  }

  /**
   * Positions counted from the middle, in metres: exact where they lie on the grid.
   *
   * @param xyz 3 × n, in metres
   */
  float[] fromMiddle(float[] xyz) {
    if (isAbsolute()) {
      return xyz;
    }
    var moved = new float[xyz.length];
    for (int i = 0; i < xyz.length; i += 3) {
      moved[i] = (float) (xyz[i] - middle.x());
      moved[i + 1] = (float) (xyz[i + 1] - middle.y());
      moved[i + 2] = (float) (xyz[i + 2] - middle.z());
    }
    return moved;
  }

  /**
   * A matrix that takes stored positions, by one that takes metres.
   *
   * @param matrix 16 numbers column by column
   */
  List<Double> before(List<Double> matrix) {
    if (isAbsolute()) {
      return matrix;
    }
    var result = new ArrayList<Double>();
    for (int i = 0; i < 12; i++) {
      result.add(matrix.get(i) * unitM);
    }
    for (int i = 0; i < 3; i++) {
      double moved =
          matrix.get(i) * middle.x()
              + matrix.get(4 + i) * middle.y()
              + matrix.get(8 + i) * middle.z();
      result.add(matrix.get(12 + i) + moved);
    }
    result.add(1.0);
    return result;
  }
}
