package dev.planlift.core.gltf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The buffer views and accessors of a written model, as its JSON tells them. Compressed views are
 * unpacked when they are read; the last few stay unpacked.
 */
final class FileViews implements AutoCloseable {
  /** The arrays of one primitive, and some more. */
  private static final int UNPACKED = 4;

  /**
   * A buffer view.
   *
   * @param packed what EXT_meshopt_compression says of it; empty where it is stored as it is
   */
  private record View(long offset, long length, int stride, Map<String, @Nullable Object> packed) {}

  /**
   * An accessor.
   *
   * @param min as stored; empty where it is not said
   */
  record Accessor(
      int view,
      long offset,
      int componentType,
      boolean normalized,
      long count,
      String type,
      List<?> min,
      List<?> max) {
    /** Of one element, without padding. */
    int elementBytes() {
      int components = type.startsWith("VEC") ? type.charAt(3) - '0' : 1;
      int bytes =
          switch (componentType) {
            case 5120, 5121 -> 1;
            case 5122, 5123 -> 2;
            default -> 4;
          };
      return components * bytes;
    }
  }

  private record Unpacked(Arena arena, ByteBuffer bytes) {}

  private final GlbFile file;
  private final List<View> views = new ArrayList<>();
  private final List<Accessor> accessors = new ArrayList<>();
  private final LinkedHashMap<Integer, Unpacked> unpacked = new LinkedHashMap<>();
  private final ByteBuffer block =
      ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  FileViews(GlbFile file) {
    this.file = file;
  }

  void addView(Map<String, @Nullable Object> json) {
    Map<String, @Nullable Object> packed = Map.of();
    if (json.get("extensions") instanceof Map<?, ?> extensions
        && extensions.get(BuffersJson.MESHOPT) instanceof Map<?, ?> meshopt) {
      packed = new LinkedHashMap<>();
      for (var entry : meshopt.entrySet()) {
        packed.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    views.add(
        new View(
            number(json, "byteOffset", 0),
            number(json, "byteLength", -1),
            (int) number(json, "byteStride", 0),
            packed));
  }

  void addAccessor(Map<String, @Nullable Object> json) {
    accessors.add(
        new Accessor(
            (int) number(json, "bufferView", -1),
            number(json, "byteOffset", 0),
            (int) number(json, "componentType", -1),
            Boolean.TRUE.equals(json.get("normalized")),
            number(json, "count", -1),
            String.valueOf(json.get("type")),
            json.get("min") instanceof List<?> min ? min : List.of(),
            json.get("max") instanceof List<?> max ? max : List.of()));
  }

  int accessorCount() {
    return accessors.size();
  }

  /** An accessor by its number. */
  Accessor accessor(long number) throws IOException {
    if (number < 0 || number >= accessors.size()) {
      throw new IOException("There is no accessor " + number);
    }
    return accessors.get((int) number);
  }

  static long number(Map<String, ?> json, String name, long otherwise) {
    return json.get(name) instanceof Number number ? number.longValue() : otherwise;
  }

  /** Takes the elements of an accessor block by block. */
  interface BlockVisitor {
    /**
     * Takes some.
     *
     * @param bytes holds them from 0 on, {@code stride} bytes each
     */
    void block(ByteBuffer bytes, int count, int stride) throws IOException;
  }

  /**
   * Reads an accessor.
   *
   * @param multiple how many elements belong together
   */
  void read(Accessor accessor, int multiple, BlockVisitor visitor) throws IOException {
    if (accessor.view() < 0 || accessor.view() >= views.size()) {
      throw new IOException("There is no view " + accessor.view());
    }
    var view = views.get(accessor.view());
    int stride = view.stride() == 0 ? accessor.elementBytes() : view.stride();
    if (accessor.count() < 0 || accessor.offset() + accessor.count() * stride > view.length()) {
      throw new IOException("An accessor reaches beyond its view");
    }
    int most = block.capacity() / stride / multiple * multiple;
    for (long first = 0; first < accessor.count(); first += most) {
      int count = (int) Math.min(most, accessor.count() - first);
      visitor.block(
          bytes(accessor.view(), accessor.offset() + first * stride, count * stride),
          count,
          stride);
    }
  }

  private ByteBuffer bytes(int number, long offset, int length) throws IOException {
    var view = views.get(number);
    if (view.packed().isEmpty()) {
      block.clear().limit(length);
      file.read(view.offset() + offset, block);
      return block;
    }
    var known = unpacked.get(number);
    if (known == null) {
      if (unpacked.size() == UNPACKED) {
        unpacked.pollFirstEntry().getValue().arena().close();
      }
      known = unpack(view);
      unpacked.put(number, known);
    }
    return known.bytes().slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Unpacked unpack(View view) throws IOException {
    var json = view.packed();
    int count = (int) number(json, "count", -1);
    int stride = (int) number(json, "byteStride", -1);
    if (count < 0 || stride <= 0 || (long) count * stride != view.length()) {
      throw new IOException("A compressed view is not as long as it says");
    }
    var arena = Arena.ofConfined();
    try (var packed = Arena.ofConfined()) {
      var source = Meshopt.buffer(packed, number(json, "byteLength", -1));
      file.read(number(json, "byteOffset", 0), source);
      var target = Meshopt.buffer(arena, view.length());
      boolean sound =
          switch (String.valueOf(json.get("mode"))) {
            case "ATTRIBUTES" -> Meshopt.decodeVertices(target, source, count, stride);
            case "TRIANGLES" -> Meshopt.decodeTriangles(target, source, count, stride);
            case "INDICES" -> Meshopt.decodeIndices(target, source, count, stride);
            default -> false;
          };
      if (!sound) {
        throw new IOException("A compressed view cannot be unpacked");
      }
      if ("EXPONENTIAL".equals(json.get("filter"))) {
        Meshopt.decodeExponentials(target, count, stride);
      }
      return new Unpacked(arena, target);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public void close() {
    unpacked.values().forEach(view -> view.arena().close());
    unpacked.clear();
  }
}
