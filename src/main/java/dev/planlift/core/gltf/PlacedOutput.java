package dev.planlift.core.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Writes arrays to their place in a file, through a small buffer. */
final class PlacedOutput extends NumberOutput {
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

  @Override
  ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
    buffer.clear();
  }
}
