package dev.planlift.core.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models without EXT_meshopt_compression, for readers that do not know it. */
public final class Unpacked {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Unpacked() {}

  /**
   * The same model, its views as they are; a file beside it where it was compressed.
   *
   * @throws IOException where a view cannot be unpacked
   */
  public static Path of(Path model) throws IOException {
    var in = ByteBuffer.wrap(Files.readAllBytes(model)).order(ByteOrder.LITTLE_ENDIAN);
    int length = in.getInt(12);
    var json = (ObjectNode) MAPPER.readTree(in.array(), 20, length);
    if (!json.path("extensionsUsed").toString().contains(BuffersJson.MESHOPT)) {
      return model;
    }
    var bytes = new byte[json.path("buffers").path(1).path("byteLength").asInt()];
    for (var view : json.path("bufferViews")) {
      unpack((ObjectNode) view, in, 28 + length, bytes);
    }
    ((ArrayNode) json.path("buffers")).removeAll().addObject().put("byteLength", bytes.length);
    for (var list : new String[] {"extensionsUsed", "extensionsRequired"}) {
      ((ArrayNode) json.path(list)).remove(0);
    }
    var plain = model.resolveSibling(model.getFileName() + ".plain.glb");
    Files.write(plain, glb(json, bytes));
    return plain;
  }

  private static void unpack(ObjectNode view, ByteBuffer in, int start, byte[] bytes)
      throws IOException {
    var packed = view.path("extensions").path(BuffersJson.MESHOPT);
    int count = packed.path("count").asInt();
    int stride = packed.path("byteStride").asInt();
    try (var arena = Arena.ofConfined()) {
      var source = Meshopt.buffer(arena, packed.path("byteLength").asInt());
      source.put(0, in, start + packed.path("byteOffset").asInt(), source.capacity());
      var target = Meshopt.buffer(arena, (long) count * stride);
      if (!decoded(packed, target, source, count, stride)) {
        throw new IOException("A compressed view cannot be unpacked");
      }
      target.get(0, bytes, view.path("byteOffset").asInt(), count * stride);
    }
    view.put("buffer", 0);
    view.remove("extensions");
  }

  private static boolean decoded(
      JsonNode packed, ByteBuffer target, ByteBuffer source, int count, int stride) {
    boolean sound =
        switch (packed.path("mode").asText()) {
          case "ATTRIBUTES" -> Meshopt.decodeVertices(target, source, count, stride);
          case "TRIANGLES" -> Meshopt.decodeTriangles(target, source, count, stride);
          default -> Meshopt.decodeIndices(target, source, count, stride);
        };
    if (packed.path("filter").asText().equals("EXPONENTIAL")) {
      Meshopt.decodeExponentials(target, count, stride);
    }
    return sound;
  }

  private static byte[] glb(JsonNode json, byte[] bytes) throws IOException {
    var text = new StringBuilder(json.toString());
    while (text.toString().getBytes(StandardCharsets.UTF_8).length % 4 != 0) {
      text.append(' ');
    }
    var head = text.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (bytes.length + 3) / 4 * 4;
    var out = ByteBuffer.allocate(28 + head.length + padded).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x46546C67).putInt(2).putInt(out.capacity());
    out.putInt(head.length).putInt(0x4E4F534A).put(head);
    out.putInt(padded).putInt(0x004E4942).put(bytes);
    return out.array();
  }
}
