package dev.planlift.core.mesh;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing row of vertices with normals, in blocks: those of a large drawing fill hundreds of
 * megabytes, and an array that grows is there twice for a while.
 */
final class Vertices {
  private static final int BITS = 13;
  private static final int BLOCK = 1 << BITS;
  private static final int FIRST = 16;

  /** Normals nearer than 1/512 in each component shade alike. */
  private static final float NORMAL_STEPS = 512;

  /** 3 × {@link #BLOCK} coordinates each, but for the only block of a small mesh. */
  private final List<double[]> positions = new ArrayList<>();

  private final List<float[]> normals = new ArrayList<>();
  private int count;

  int count() {
    return count;
  }

  /** Adds a vertex and returns its number. */
  int add(Vec3 p, Vec3 normal) {
    int at = 3 * (count & (BLOCK - 1));
    grow(at);
    var to = positions.getLast();
    to[at] = p.x() + 0.0;
    to[at + 1] = p.y() + 0.0;
    to[at + 2] = p.z() + 0.0;
    var normalTo = normals.getLast();
    normalTo[at] = (float) normal.x();
    normalTo[at + 1] = (float) normal.y();
    normalTo[at + 2] = (float) normal.z();
    return count++;
  }

  private void grow(int at) {
    if (at == 0) {
      int size = 3 * (count == 0 ? FIRST : BLOCK);
      positions.add(new double[size]);
      normals.add(new float[size]);
    } else if (at == positions.getLast().length) {
      positions.add(Arrays.copyOf(positions.removeLast(), 2 * at));
      normals.add(Arrays.copyOf(normals.removeLast(), 2 * at));
    }
  }

  Vec3 position(int vertex) {
    var block = positions.get(vertex >>> BITS);
    int at = 3 * (vertex & (BLOCK - 1));
    return new Vec3(block[at], block[at + 1], block[at + 2]);
  }

  boolean isAt(int vertex, Vec3 p, Vec3 normal) {
    var block = positions.get(vertex >>> BITS);
    int at = 3 * (vertex & (BLOCK - 1));
    return block[at] == p.x()
        && block[at + 1] == p.y()
        && block[at + 2] == p.z()
        && shadesAs(vertex, normal);
  }

  boolean shadesAs(int vertex, Vec3 normal) {
    var block = normals.get(vertex >>> BITS);
    int at = 3 * (vertex & (BLOCK - 1));
    return step(block[at]) == step((float) normal.x())
        && step(block[at + 1]) == step((float) normal.y())
        && step(block[at + 2]) == step((float) normal.z());
  }

  static int step(float component) {
    return Math.round(component * NORMAL_STEPS);
  }

  /**
   * Hands the vertices over; none are left here.
   *
   * @param xyz 3 × {@link #count}
   * @param directions as many, or none where normals are not wanted
   */
  void moveTo(double[] xyz, float[] directions) {
    for (int from = 0, block = 0; from < xyz.length; from += 3 * BLOCK, block++) {
      int length = Math.min(3 * BLOCK, xyz.length - from);
      System.arraycopy(positions.get(block), 0, xyz, from, length);
      if (directions.length > 0) {
        System.arraycopy(normals.get(block), 0, directions, from, length);
      }
      positions.set(block, new double[0]);
      normals.set(block, new float[0]);
    }
    count = 0;
  }
}
