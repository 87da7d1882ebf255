package dev.planlift.core.dxf.definition;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** SPATIAL_FILTER: the boundary of a clipped insert (XCLIP). DXF Reference, SPATIAL_FILTER. */
public final class SpatialFilter extends Definition {
  /** A boundary of more corners is not used. */
  public static final int MAX_VERTICES = 1000;

  private static final int MATRIX = 12;

  private final List<Vec2> boundary = new ArrayList<>(4);
  private double x;
  private boolean enabled = true;
  private boolean front;
  private boolean back;
  private boolean frontRead;
  private final double[] matrices = new double[2 * MATRIX];
  private int matrixValues;

  @Override
  void own(int code, TagReader tag) {
    switch (code) {
      case 10 -> x = tag.number();
      case 20 -> {
        if (boundary.size() <= MAX_VERTICES) {
          boundary.add(new Vec2(x, tag.number()));
        }
      }
      case 71 -> enabled = tag.integer() != 0;
      case 72 -> front = tag.integer() != 0;
      case 73 -> back = tag.integer() != 0;
      case 40 -> takeForty(tag);
      default -> {}
    }
  }

  /** The distance of a front plane, where there is one, shares the code of the matrices. */
  private void takeForty(TagReader tag) {
    if (front && !frontRead) {
      frontRead = true;
    } else if (matrixValues < matrices.length) {
      matrices[matrixValues++] = tag.number();
    }
  }

  /** Two corners of a rectangle or at least three of a polygon, in the boundary's own plane. */
  public List<Vec2> boundary() {
    return List.copyOf(boundary);
  }

  /** Whether the boundary is switched on. */
  public boolean isEnabled() {
    return enabled;
  }

  /** Whether planes before or behind cut, too. */
  public boolean hasPlanes() {
    return front || back;
  }

  /** From the coordinates around the insert at the time of clipping to those of its block. */
  public Affine3 toBlock() {
    return map(0);
  }

  /** From the block's coordinates to those of the boundary. */
  public Affine3 toBoundary() {
    return map(MATRIX);
  }

  /** Written row by row, three rows of four. */
  private Affine3 map(int from) {
    var m = Arrays.copyOfRange(matrices, from, from + MATRIX);
    return matrixValues < 2 * MATRIX
        ? Affine3.IDENTITY
        : new Affine3(
            new Vec3(m[0], m[4], m[8]),
            new Vec3(m[1], m[5], m[9]),
            new Vec3(m[2], m[6], m[10]),
            new Vec3(m[3], m[7], m[11]));
  }
}
