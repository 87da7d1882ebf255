package dev.planlift.core.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Reads one primitive and takes its measures; of its vertices four bytes each are kept. */
final class PrimitiveReader {
  private static final int BYTE = 5120;
  private static final int SHORT = 5122;
  private static final int UNSIGNED_SHORT = 5123;
  private static final int UNSIGNED_INT = 5125;
  private static final int FLOAT = 5126;

  private final FileViews views;
  private final MeshFrame frame;
  private final float[] min = new float[3];
  private final float[] max = new float[3];
  private int[] vertices = {};
  private long digest;

  /**
   * @param frame how positions are told
   */
  PrimitiveReader(FileViews views, MeshFrame frame) {
    this.views = views;
    this.frame = frame;
    Arrays.fill(min, Float.POSITIVE_INFINITY);
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
  }

  /** Of positions and normals, in any order: see {@link Digest}. */
  long digest() {
    return digest;
  }

  /** The least coordinates, in metres. */
  float[] min() {
    return min;
  }

  float[] max() {
    return max;
  }

  /**
   * Reads everything.
   *
   * @throws IOException saying what is wrong
   */
  void read(
      FileViews.Accessor positions,
      Optional<FileViews.Accessor> normals,
      FileViews.Accessor indices)
      throws IOException {
    require(positions.count() <= Integer.MAX_VALUE - 8, "too many vertices");
    vertices = new int[(int) positions.count()];
    boolean shorts = positions.componentType() == SHORT;
    require(
        shorts == frame.isShort() && (shorts || positions.componentType() == FLOAT),
        "other positions");
    require(positions.type().equals("VEC3") && !positions.normalized(), "other positions");
    positions(positions, shorts);
    if (normals.isPresent()) {
      normals(normals.get());
    }
    indices(indices, normals.isEmpty());
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  private void positions(FileViews.Accessor accessor, boolean shorts) throws IOException {
    var at = new int[1];
    views.read(
        accessor,
        1,
        (bytes, count, stride) -> {
          for (int i = 0; i < count; i++) {
            position(bytes, i * stride, shorts, at[0]++);
          }
        });
  }

  private void position(ByteBuffer bytes, int at, boolean shorts, int vertex) throws IOException {
    float x;
    float y;
    float z;
    if (shorts) {
      var m = frame.middle();
      x = (float) (m.x() + bytes.getShort(at) * Grid.STEP_M);
      y = (float) (m.y() + bytes.getShort(at + 2) * Grid.STEP_M);
      z = (float) (m.z() + bytes.getShort(at + 4) * Grid.STEP_M);
      require(bytes.getShort(at + 6) == 0, "padding that is not empty");
    } else {
      x = coordinate(bytes.getFloat(at), frame.middle().x());
      y = coordinate(bytes.getFloat(at + 4), frame.middle().y());
      z = coordinate(bytes.getFloat(at + 8), frame.middle().z());
      require(Float.isFinite(x) && Float.isFinite(y) && Float.isFinite(z), "a vertex nowhere");
    }
    min[0] = Math.min(min[0], x);
    min[1] = Math.min(min[1], y);
    min[2] = Math.min(min[2], z);
    max[0] = Math.max(max[0], x);
    max[1] = Math.max(max[1], y);
    max[2] = Math.max(max[2], z);
    vertices[vertex] = Digest.vertex(x, y, z);
  }

  /** What a reader gets, who counts from the middle: nothing may be lost then. */
  private float coordinate(float stored, double middle) throws IOException {
    if (frame.isAbsolute()) {
      return stored;
    }
    float sum = (float) (middle + stored);
    int back = Float.floatToRawIntBits((float) (sum - middle));
    require(back == Float.floatToRawIntBits(stored), "a vertex beside the grid");
    return sum;
  }

  private void normals(FileViews.Accessor accessor) throws IOException {
    boolean bytes = accessor.componentType() == BYTE && accessor.normalized();
    require(bytes || accessor.componentType() == FLOAT, "other normals");
    require(accessor.type().equals("VEC3") && accessor.count() == vertices.length, "other normals");
    var vertex = new int[1];
    views.read(
        accessor,
        1,
        (block, count, stride) -> {
          for (int i = 0; i < count; i++) {
            normal(block, i * stride, bytes, vertex[0]++);
          }
        });
  }

  private void normal(ByteBuffer block, int at, boolean bytes, int vertex) throws IOException {
    if (bytes) {
      require(block.get(at + 3) == 0, "padding that is not empty");
      vertices[vertex] =
          Digest.normal(
              vertices[vertex],
              Grid.normal(block.get(at)),
              Grid.normal(block.get(at + 1)),
              Grid.normal(block.get(at + 2)));
    } else {
      vertices[vertex] =
          Digest.normal(
              vertices[vertex], block.getFloat(at), block.getFloat(at + 4), block.getFloat(at + 8));
    }
  }

  private void indices(FileViews.Accessor accessor, boolean lines) throws IOException {
    boolean shorts = accessor.componentType() == UNSIGNED_SHORT;
    require(shorts || accessor.componentType() == UNSIGNED_INT, "other indices");
    int size = lines ? 2 : 3;
    require(accessor.type().equals("SCALAR") && accessor.count() % size == 0, "other indices");
    views.read(
        accessor,
        size,
        (bytes, count, stride) -> {
          for (int i = 0; i < count; i += size) {
            int a = vertex(bytes, i * stride, shorts);
            int b = vertex(bytes, (i + 1) * stride, shorts);
            int c = lines ? b : vertex(bytes, (i + 2) * stride, shorts);
            digest += Digest.piece(a, b, c, lines);
          }
        });
  }

  private int vertex(ByteBuffer bytes, int at, boolean shorts) throws IOException {
    int index = shorts ? Short.toUnsignedInt(bytes.getShort(at)) : bytes.getInt(at);
    require(index >= 0 && index < vertices.length, "an index beyond the vertices");
    return vertices[index];
  }
}
