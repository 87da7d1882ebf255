package dev.planlift.core.gltf;

import dev.planlift.core.geom.Vec3;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes arrays of numbers, little-endian, one after the other. */
abstract class NumberOutput {
  /** A little-endian buffer that takes so many bytes more, no more than an element has. */
  abstract ByteBuffer room(int bytes) throws IOException;

  final void floats(float[] values) throws IOException {
    for (float value : values) {
      room(Float.BYTES).putFloat(value);
    }
  }

  void floatPositions(float[] values) throws IOException {
    floats(values);
  }

  final void ints(int[] values, int raisedBy) throws IOException {
    for (int value : values) {
      room(Integer.BYTES).putInt(value + raisedBy);
    }
  }

  void shorts(int[] values, int raisedBy) throws IOException {
    for (int value : values) {
      room(Short.BYTES).putShort((short) (value + raisedBy));
    }
  }

  /**
   * Positions on the grid, 16 bits a coordinate.
   *
   * @param xyz 3 × n coordinates
   * @param middle what they are counted from
   */
  final void shortPositions(float[] xyz, Vec3 middle) throws IOException {
    for (int i = 0; i < xyz.length; i += 3) {
      room(ArrayKind.SHORT_POSITIONS.stride())
          .putShort(Grid.steps(xyz[i], middle.x()))
          .putShort(Grid.steps(xyz[i + 1], middle.y()))
          .putShort(Grid.steps(xyz[i + 2], middle.z()))
          .putShort((short) 0);
    }
  }

  /**
   * Normals, 8 bits a component.
   *
   * @param xyz 3 × n components
   */
  final void byteNormals(float[] xyz) throws IOException {
    for (int i = 0; i < xyz.length; i += 3) {
      room(ArrayKind.BYTE_NORMALS.stride())
          .put(Grid.normalSteps(xyz[i]))
          .put(Grid.normalSteps(xyz[i + 1]))
          .put(Grid.normalSteps(xyz[i + 2]))
          .put((byte) 0);
    }
  }
}
