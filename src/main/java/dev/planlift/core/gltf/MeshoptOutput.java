package dev.planlift.core.gltf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.List;

/** Gathers the arrays of one kind view by view and passes each on compressed, once it is full. */
final class MeshoptOutput extends NumberOutput {
  /** Takes what a view became. */
  interface Sink {
    void view(BinaryChunk.View view, ByteBuffer compressed) throws IOException;
  }

  private final List<BinaryChunk.View> views;
  private final Sink sink;
  private Arena arena = Arena.ofConfined();
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private int next;

  /**
   * @param views of one kind
   */
  MeshoptOutput(List<BinaryChunk.View> views, Sink sink) {
    this.views = views;
    this.sink = sink;
  }

  @Override
  ByteBuffer room(int bytes) throws IOException {
    if (!buffer.hasRemaining()) {
      compress();
      var view = views.get(next++);
      long width = view.kind().isIndices() ? Integer.BYTES : view.kind().stride();
      buffer = Meshopt.buffer(arena, view.count() * width);
    }
    return buffer;
  }

  /** As the filter EXPONENTIAL has them. */
  @Override
  void floatPositions(float[] values) throws IOException {
    for (float value : values) {
      room(Float.BYTES).putInt(Meshopt.exponential(value));
    }
  }

  /** The library takes indices in 32 bits, however they will be read. */
  @Override
  void shorts(int[] values, int raisedBy) throws IOException {
    ints(values, raisedBy);
  }

  private void compress() throws IOException {
    if (next > 0) {
      var view = views.get(next - 1);
      buffer.flip();
      sink.view(
          view,
          switch (view.kind().mode()) {
            case ATTRIBUTES -> Meshopt.encodeVertices(arena, buffer, view.kind().stride());
            case TRIANGLES -> Meshopt.encodeTriangles(arena, buffer.asIntBuffer());
            case INDICES -> Meshopt.encodeIndices(arena, buffer.asIntBuffer());
          });
    }
    arena.close();
    arena = Arena.ofConfined();
  }

  /** Passes on what is left; nothing can be added then. */
  void finish() throws IOException {
    compress();
    close();
  }

  /** Gives the memory back. */
  void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
