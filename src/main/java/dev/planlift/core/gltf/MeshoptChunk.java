package dev.planlift.core.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The binary chunk compressed view by view (EXT_meshopt_compression), in a file of its own until
 * the lengths are known that the JSON before it tells.
 */
final class MeshoptChunk implements AutoCloseable {
  /** Where a view's compressed bytes lie in the chunk. */
  record Stretch(long offset, long length) {}

  private final Optional<FileChannel> channel;
  private final Map<BinaryChunk.View, Stretch> stretches = new HashMap<>();
  private long length;

  private MeshoptChunk(Optional<FileChannel> channel) {
    this.channel = channel;
  }

  /**
   * Compresses a chunk.
   *
   * @param file is written, and deleted with this
   */
  static MeshoptChunk of(BinaryChunk chunk, Path file) throws IOException {
    var channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.DELETE_ON_CLOSE);
    var compressed = new MeshoptChunk(Optional.of(channel));
    try {
      compressed.addAll(chunk);
      return compressed;
    } catch (IOException | RuntimeException e) {
      compressed.close();
      throw e;
    }
  }

  /** One that is only as long as it would be: there is nothing to copy, and nothing to close. */
  static MeshoptChunk measured(BinaryChunk chunk) throws IOException {
    var compressed = new MeshoptChunk(Optional.empty());
    compressed.addAll(chunk);
    return compressed;
  }

  private void addAll(BinaryChunk chunk) throws IOException {
    var outputs = new EnumMap<ArrayKind, MeshoptOutput>(ArrayKind.class);
    try {
      chunk.pass(kind -> new MeshoptOutput(chunk.views(kind), this::add), outputs);
      for (var output : outputs.values()) {
        output.finish();
      }
    } finally {
      outputs.values().forEach(MeshoptOutput::close);
    }
  }

  private void add(BinaryChunk.View view, ByteBuffer bytes) throws IOException {
    stretches.put(view, new Stretch(length, bytes.remaining()));
    length += bytes.remaining();
    int padding = (int) (-length & 3);
    length += padding;
    if (channel.isPresent()) {
      BinaryChunk.writeFully(channel.get(), bytes);
      BinaryChunk.writeFully(channel.get(), ByteBuffer.allocate(padding));
    }
  }

  Stretch stretch(BinaryChunk.View view) {
    return Objects.requireNonNull(stretches.get(view));
  }

  long length() {
    return length;
  }

  /** Appends it to a file. */
  void copyTo(FileChannel target) throws IOException {
    var source = channel.orElseThrow();
    for (long at = 0; at < length; ) {
      at += source.transferTo(at, length - at, target);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}
