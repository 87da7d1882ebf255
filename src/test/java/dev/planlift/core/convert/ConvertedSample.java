package dev.planlift.core.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.planlift.core.gltf.GlbContents;
import dev.planlift.core.gltf.GlbReader;
import dev.planlift.core.options.ConversionOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A drawing of the project's, converted.
 *
 * @param gltf the model's JSON chunk, as it lies in the file
 */
@SuppressWarnings("ArrayRecordComponent") // read only, by tests
record ConvertedSample(JsonNode report, JsonNode gltf, byte[] glb, GlbContents contents) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static ConvertedSample of(Path drawing, Path folder, Map<String, String> options)
      throws IOException {
    var model = folder.resolve("model.glb");
    var report = folder.resolve("report.json");
    new Converter()
        .convert(
            new ConversionRequest(
                drawing,
                drawing.getFileName().toString(),
                ConversionOptions.parse(options),
                model,
                Optional.of(report),
                Optional.empty(),
                List.of()),
            ConversionListener.SILENT);
    var glb = Files.readAllBytes(model);
    int length = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    return new ConvertedSample(
        MAPPER.readTree(report.toFile()),
        MAPPER.readTree(glb, 20, length),
        glb,
        new GlbReader().read(model));
  }

  /** Primitives that are drawn: a mesh counts as often as nodes show it. */
  long drawCalls() {
    long calls = 0;
    for (var node : gltf.path("nodes")) {
      calls += primitives(node).size();
    }
    return calls;
  }

  long triangles() {
    long triangles = 0;
    for (var node : gltf.path("nodes")) {
      for (var primitive : primitives(node)) {
        if (primitive.path("mode").asInt(4) == 4) {
          triangles += count(primitive.path("indices")) / 3;
        }
      }
    }
    return triangles;
  }

  long vertices() {
    long vertices = 0;
    for (var node : gltf.path("nodes")) {
      for (var primitive : primitives(node)) {
        vertices += count(primitive.path("attributes").path("POSITION"));
      }
    }
    return vertices;
  }

  private JsonNode primitives(JsonNode node) {
    return node.has("mesh")
        ? gltf.path("meshes").path(node.path("mesh").asInt()).path("primitives")
        : MAPPER.createArrayNode();
  }

  private long count(JsonNode accessor) {
    return gltf.path("accessors").path(accessor.asInt()).path("count").asLong();
  }
}
