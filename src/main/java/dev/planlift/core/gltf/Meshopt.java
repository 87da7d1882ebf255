package dev.planlift.core.gltf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.lwjgl.system.Configuration;
import org.lwjgl.util.meshoptimizer.MeshOptimizer;

/**
 * The meshoptimizer library: the modes and the filter of EXT_meshopt_compression that are used
 * here, each with its way back. Its machine code is unpacked into a folder of its own under {@code
 * java.io.tmpdir} when the class is first used, and the folder is gone as soon as it is loaded.
 * Thread-safe. All buffers are direct and little-endian.
 */
final class Meshopt {
  /** The versions that EXT_meshopt_compression knows. */
  private static final int VERTEX_VERSION = 0;

  private static final int INDEX_VERSION = 1;

  /** Only the size of a bound on the output depends on it. */
  private static final long MOST_VERTICES = 1L << 31;

  /** Of the filter EXPONENTIAL: 24 bits of mantissa below 8 of exponent. */
  private static final int MANTISSA_BITS = 24;

  static {
    load();
  }

  private Meshopt() {}

  private static void load() {
    try {
      var folder = Files.createTempDirectory("meshopt");
      try {
        // By default it takes sun.misc.Unsafe, which the JVM warns of.
        Configuration.MEMORY_BACKEND.set("ffm");
        Configuration.SHARED_LIBRARY_EXTRACT_PATH.set(folder.toString());
        MeshOptimizer.meshopt_encodeVertexVersion(VERTEX_VERSION);
        MeshOptimizer.meshopt_encodeIndexVersion(INDEX_VERSION);
      } finally {
        delete(folder);
      }
    } catch (IOException | LinkageError e) {
      throw new PermanentError(
          ErrorCode.UNSUPPORTED,
          "compression=meshopt needs Linux on x64 or arm64 and a temporary folder: " + e,
          Place.of("field", "options.compression"),
          e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A buffer that lives as long as the arena. */
  static ByteBuffer buffer(Arena arena, long bytes) {
    return arena.allocate(bytes, 16).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Mode ATTRIBUTES.
   *
   * @param vertices whole elements of {@code stride} bytes each, a multiple of 4
   */
  static ByteBuffer encodeVertices(Arena arena, ByteBuffer vertices, int stride) {
    int count = vertices.remaining() / stride;
    var target = buffer(arena, MeshOptimizer.meshopt_encodeVertexBufferBound(count, stride));
    return encoded(
        target, MeshOptimizer.meshopt_encodeVertexBuffer(target, vertices, count, stride));
  }

  /** Mode TRIANGLES: three indices each; a triangle may begin with another of its corners then. */
  static ByteBuffer encodeTriangles(Arena arena, IntBuffer indices) {
    long bound = MeshOptimizer.meshopt_encodeIndexBufferBound(indices.remaining(), MOST_VERTICES);
    var target = buffer(arena, bound);
    return encoded(target, MeshOptimizer.meshopt_encodeIndexBuffer(target, indices));
  }

  /** Mode INDICES: any number of them. */
  static ByteBuffer encodeIndices(Arena arena, IntBuffer indices) {
    long bound = MeshOptimizer.meshopt_encodeIndexSequenceBound(indices.remaining(), MOST_VERTICES);
    var target = buffer(arena, bound);
    return encoded(target, MeshOptimizer.meshopt_encodeIndexSequence(target, indices));
  }

  private static ByteBuffer encoded(ByteBuffer target, long length) {
    if (length == 0) {
      throw new IllegalStateException("meshoptimizer's own bound is too small");
    }
    return target.limit((int) length);
  }

  /** Fills {@code target} with so many elements; false where the source is damaged. */
  static boolean decodeVertices(ByteBuffer target, ByteBuffer source, int count, int stride) {
    return MeshOptimizer.meshopt_decodeVertexBuffer(target, count, stride, source) == 0;
  }

  static boolean decodeTriangles(ByteBuffer target, ByteBuffer source, int count, int stride) {
    return MeshOptimizer.meshopt_decodeIndexBuffer(target, count, stride, source) == 0;
  }

  static boolean decodeIndices(ByteBuffer target, ByteBuffer source, int count, int stride) {
    return MeshOptimizer.meshopt_decodeIndexSequence(target, count, stride, source) == 0;
  }

  /** Undoes the filter EXPONENTIAL in place. */
  static void decodeExponentials(ByteBuffer vectors, int count, int stride) {
    MeshOptimizer.meshopt_decodeFilterExp(vectors, count, stride);
  }

  /**
   * A float as the filter EXPONENTIAL has it, exactly: a number of the {@link Grid}, or one of 23
   * bits.
   */
  static int exponential(float value) {
    int step = Math.getExponent(Grid.STEP_M);
    int exponent = Math.max(step, Math.getExponent(value) + 2 - MANTISSA_BITS);
    int mantissa = (int) Math.scalb((double) value, -exponent);
    return exponent << MANTISSA_BITS | (mantissa & 0xFFFFFF);
  }

  /**
   * Orders triangles for the processors of vertices, then says in which order they use the
   * vertices.
   *
   * @param indices 3 per triangle; replaced
   * @return for each vertex its place in that order; all of them are used
   */
  static int[] order(int[] indices, int vertexCount) {
    try (var arena = Arena.ofConfined()) {
      var source = buffer(arena, 4L * indices.length).asIntBuffer().put(indices).flip();
      var target = buffer(arena, 4L * indices.length).asIntBuffer();
      MeshOptimizer.meshopt_optimizeVertexCache(target, source, vertexCount);
      var places = buffer(arena, 4L * vertexCount).asIntBuffer();
      MeshOptimizer.meshopt_optimizeVertexFetchRemap(places, target);
      target.get(0, indices);
      var order = new int[vertexCount];
      places.get(0, order);
      return order;
    }
  }
}
