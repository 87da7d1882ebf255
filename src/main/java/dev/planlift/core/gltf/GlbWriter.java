package dev.planlift.core.gltf;

import dev.planlift.core.scene.Scene;
import dev.planlift.error.PermanentError;
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
import java.util.Optional;

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

  private final Compression compression;
  private final boolean instancing;

  /** One that compresses nothing. */
  public GlbWriter() {
    this(Compression.NONE, false);
  }

  /**
   * One that stores models in this way.
   *
   * @param instancing whether symbols that stand in many places become one node
   */
  public GlbWriter(Compression compression, boolean instancing) {
    this.compression = compression;
    this.instancing = instancing;
  }

  /**
   * Writes a model, and reads it back. The file appears whole and right or not at all.
   *
   * @param assetExtras what is said of the model as a whole, in writing order; {@code origin} and
   *     {@code maxErrorMillimetres} are put before it
   * @throws UncheckedIOException where the file cannot be written
   * @throws PermanentError INTERNAL where what was written is not what was meant
   */
  public GlbStatistics write(Scene scene, Map<String, Object> assetExtras, Path target) {
    var layout = new GlbLayout(scene, compression, instancing);
    var chunk = new BinaryChunk(layout.primitives(), layout.instances(), compression);
    try {
      return layout.statistics(write(layout, chunk, extras(layout, assetExtras), target));
    } catch (IOException e) {
      throw new UncheckedIOException("The model cannot be written: " + e.getMessage(), e);
    }
  }

  /** What {@link #write} would return, without any file being written. */
  public GlbStatistics measure(Scene scene, Map<String, Object> assetExtras) {
    var layout = new GlbLayout(scene, compression, instancing);
    var chunk = new BinaryChunk(layout.primitives(), layout.instances(), compression);
    try {
      var packed =
          compression == Compression.MESHOPT
              ? Optional.of(MeshoptChunk.measured(chunk))
              : Optional.<MeshoptChunk>empty();
      var buffers = new BuffersJson(chunk, packed);
      var json = GltfJson.of(layout, buffers, generator(), extras(layout, assetExtras));
      return layout.statistics(size(json, buffers));
    } catch (IOException e) {
      throw new UncheckedIOException("The model cannot be measured: " + e.getMessage(), e);
    }
  }

  /** What is said of the model as a whole, in writing order. */
  static Map<String, Object> extras(GlbLayout layout, Map<String, Object> assetExtras) {
    var extras = new LinkedHashMap<String, Object>();
    var origin = layout.origin();
    extras.put("origin", List.of(origin.x(), origin.y(), origin.z()));
    extras.put("maxErrorMillimetres", Math.ceil(layout.maxErrorM() * 1e9) / 1e6);
    extras.putAll(assetExtras);
    return extras;
  }

  private static String generator() {
    var version = GlbWriter.class.getPackage().getImplementationVersion();
    return "planlift " + (version == null ? "dev" : version);
  }

  private static long write(
      GlbLayout layout, BinaryChunk chunk, Map<String, Object> extras, Path target)
      throws IOException {
    var partial = beside(target, "partial");
    try {
      long size =
          layout.compression() == Compression.MESHOPT
              ? compressed(layout, chunk, extras, beside(target, "chunk"), partial)
              : plain(layout, chunk, extras, partial);
      ReadBack.check(partial, layout, extras);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return size;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static Path beside(Path target, String ending) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + "." + ending);
  }

  private static long plain(
      GlbLayout layout, BinaryChunk chunk, Map<String, Object> extras, Path file)
      throws IOException {
    var buffers = new BuffersJson(chunk, Optional.empty());
    var json = GltfJson.of(layout, buffers, generator(), extras);
    return writeChunks(json, buffers, channel -> chunk.write(channel, channel.position()), file);
  }

  private static long compressed(
      GlbLayout layout, BinaryChunk chunk, Map<String, Object> extras, Path aside, Path file)
      throws IOException {
    try (var packed = MeshoptChunk.of(chunk, aside)) {
      var buffers = new BuffersJson(chunk, Optional.of(packed));
      var json = GltfJson.of(layout, buffers, generator(), extras);
      return writeChunks(json, buffers, packed::copyTo, file);
    }
  }

  /** The binary chunk's content, to be put where the channel stands. */
  private interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  private static long writeChunks(byte[] json, BuffersJson buffers, Content content, Path file)
      throws IOException {
    long size = size(json, buffers);
    int jsonLength = (int) padded(json.length);
    long length = buffers.length();
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      words(channel, MAGIC, 2, (int) size, jsonLength, JSON_CHUNK);
      BinaryChunk.writeFully(channel, ByteBuffer.wrap(json));
      pad(channel, jsonLength - json.length, (byte) ' ');
      if (length > 0) {
        words(channel, (int) padded(length), BINARY_CHUNK);
        content.writeTo(channel);
        pad(channel, (int) (padded(length) - length), (byte) 0);
      }
    }
    return size;
  }

  /** Of the file with both chunks. */
  private static long size(byte[] json, BuffersJson buffers) throws IOException {
    long binaryLength = padded(buffers.length());
    long size = 12 + 8 + padded(json.length) + (binaryLength == 0 ? 0 : 8 + binaryLength);
    if (size > MAX_BYTES) {
      throw new IOException("The model would be larger than a GLB can be: " + size + " bytes");
    }
    return size;
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
