package dev.planlift.core.gltf;

import dev.planlift.core.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a scene as glTF 2.0 binary (GLB): one JSON chunk, one binary chunk. The same scene gives
 * the same bytes. Stateless and thread-safe.
 */
public final class GlbWriter {
  private static final int MAGIC = 0x46546C67;
  private static final int JSON_CHUNK = 0x4E4F534A;
  private static final int BINARY_CHUNK = 0x004E4942;

  /** GLB counts its length in 32 bits without sign (glTF 2.0 §4.4.2). */
  private static final long MAX_BYTES = 0xFFFFFFFFL;

  /**
   * Writes a model. The file appears whole or not at all.
   *
   * @param assetExtras what is said of the model as a whole, in writing order; {@code origin} and
   *     {@code maxErrorMillimetres} are put before it
   * @throws UncheckedIOException where the file cannot be written
   */
  public GlbStatistics write(Scene scene, Map<String, Object> assetExtras, Path target) {
    return prepared(scene, assetExtras, (json, chunk) -> write(json, chunk, target));
  }

  /** What {@link #write} would return, without any file being written. */
  public GlbStatistics measure(Scene scene, Map<String, Object> assetExtras) {
    return prepared(scene, assetExtras, GlbWriter::size);
  }

  /** What is done with the two chunks; returns the file's size. */
  private interface Chunks {
    long of(byte[] json, BinaryChunk chunk) throws IOException;
  }

  private static GlbStatistics prepared(
      Scene scene, Map<String, Object> assetExtras, Chunks chunks) {
    var layout = new GlbLayout(scene);
    var chunk =
        new BinaryChunk(
            layout.meshes().stream().flatMap(List::stream).map(GlbLayout.Part::primitive).toList());
    var extras = new LinkedHashMap<String, Object>();
    var origin = layout.origin();
    extras.put("origin", List.of(origin.x(), origin.y(), origin.z()));
    extras.put("maxErrorMillimetres", Math.ceil(layout.maxErrorM() * 1e9) / 1e6);
    extras.putAll(assetExtras);
    try {
      var json = GltfJson.of(layout, chunk, generator(), extras);
      return layout.statistics(chunks.of(json, chunk));
    } catch (IOException e) {
      throw new UncheckedIOException("The model cannot be written: " + e.getMessage(), e);
    }
  }

  private static String generator() {
    var version = GlbWriter.class.getPackage().getImplementationVersion();
    return "planlift " + (version == null ? "dev" : version);
  }

  private static long write(byte[] json, BinaryChunk chunk, Path target) throws IOException {
    var partial =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
    try {
      long size = writeChunks(json, chunk, partial);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return size;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static long writeChunks(byte[] json, BinaryChunk chunk, Path file) throws IOException {
    long jsonLength = padded(json.length);
    long binaryLength = padded(chunk.length());
    long size = size(json, chunk);
    if (size > MAX_BYTES) {
      throw new IOException("The model would be larger than a GLB can be: " + size + " bytes");
    }
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      words(channel, MAGIC, 2, (int) size, (int) jsonLength, JSON_CHUNK);
      BinaryChunk.writeFully(channel, ByteBuffer.wrap(json));
      pad(channel, (int) (jsonLength - json.length), (byte) ' ');
      if (binaryLength > 0) {
        words(channel, (int) binaryLength, BINARY_CHUNK);
        chunk.write(channel, channel.position());
        pad(channel, (int) (binaryLength - chunk.length()), (byte) 0);
      }
    }
    return size;
  }

  private static long size(byte[] json, BinaryChunk chunk) {
    long binaryLength = padded(chunk.length());
    return 12 + 8 + padded(json.length) + (binaryLength == 0 ? 0 : 8 + binaryLength);
  }

  private static long padded(long length) {
    return (length + 3) & ~3L;
  }

  private static void words(FileChannel channel, int... words) throws IOException {
    var buffer = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(words);
    BinaryChunk.writeFully(channel, buffer);
  }

  private static void pad(FileChannel channel, int count, byte with) throws IOException {
    var padding = new byte[count];
    Arrays.fill(padding, with);
    BinaryChunk.writeFully(channel, ByteBuffer.wrap(padding));
  }
}
