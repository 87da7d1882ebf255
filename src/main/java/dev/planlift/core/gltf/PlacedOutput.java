package dev.planlift.core.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Writes one array of numbers to its place in a file, little-endian, through a small buffer. */
final class PlacedOutput {
  private static final int BUFFER = 1 << 17;

  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long at;

  /** Writes from here on. */
  PlacedOutput(FileChannel channel, long at) {
    this.channel = channel;
    this.at = at;
  }

  void floats(float[] values) throws IOException {
    for (int from = 0; from < values.length; ) {
      room();
      int count = Math.min(values.length - from, buffer.remaining() / Float.BYTES);
      buffer.asFloatBuffer().put(values, from, count);
      buffer.position(buffer.position() + count * Float.BYTES);
      from += count;
    }
  }

  void ints(int[] values, int raisedBy) throws IOException {
    for (int value : values) {
      room();
      buffer.putInt(value + raisedBy);
    }
  }

  void shorts(int[] values, int raisedBy) throws IOException {
    for (int value : values) {
      room();
      buffer.putShort((short) (value + raisedBy));
    }
  }

  private void room() throws IOException {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
    buffer.clear();
  }
}
