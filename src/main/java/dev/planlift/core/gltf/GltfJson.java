package dev.planlift.core.gltf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.planlift.core.scene.Material;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the JSON chunk. Written by hand, not by jgltf: numbers and order of keys are ours. */
final class GltfJson {
  private static final int FLOAT = 5126;
  private static final int UNSIGNED_SHORT = 5123;
  private static final int UNSIGNED_INT = 5125;
  private static final int ARRAY_BUFFER = 34962;
  private static final int ELEMENT_ARRAY_BUFFER = 34963;
  private static final int LINES = 1;

  private final GlbLayout layout;
  private final BinaryChunk chunk;
  private final JsonGenerator json;

  private GltfJson(GlbLayout layout, BinaryChunk chunk, JsonGenerator json) {
    this.layout = layout;
    this.chunk = chunk;
    this.json = json;
  }

  static byte[] of(
      GlbLayout layout, BinaryChunk chunk, String generator, Map<String, Object> extras)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var json = new JsonFactory().createGenerator(bytes)) {
      new GltfJson(layout, chunk, json).write(generator, extras);
    }
    return bytes.toByteArray();
  }

  private void write(String generator, Map<String, Object> extras) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("asset");
    json.writeStringField("version", "2.0");
    json.writeStringField("generator", generator);
    field("extras", extras);
    json.writeEndObject();
    json.writeNumberField("scene", 0);
    json.writeArrayFieldStart("scenes");
    json.writeStartObject();
    if (!layout.roots().isEmpty()) {
      field("nodes", layout.roots());
    }
    json.writeEndObject();
    json.writeEndArray();
    nodes();
    if (!layout.meshes().isEmpty()) {
      meshes();
      materials();
      accessors();
      views();
    }
    json.writeEndObject();
  }

  private void nodes() throws IOException {
    if (layout.nodes().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("nodes");
    for (var node : layout.nodes()) {
      json.writeStartObject();
      json.writeStringField("name", node.source().name());
      if (node.mesh() >= 0) {
        json.writeNumberField("mesh", node.mesh());
      }
      if (!node.matrix().isEmpty()) {
        field("matrix", node.matrix());
      }
      if (!node.children().isEmpty()) {
        field("children", node.children());
      }
      json.writeObjectFieldStart("extras");
      if (node.source().category().isPresent()) {
        json.writeStringField("category", node.source().category().get().outsideName());
      }
      for (var extra : node.source().extras().entrySet()) {
        field(extra.getKey(), extra.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void meshes() throws IOException {
    json.writeArrayFieldStart("meshes");
    int accessor = 0;
    for (var mesh : layout.meshes()) {
      json.writeStartObject();
      json.writeArrayFieldStart("primitives");
      for (var part : mesh) {
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeNumberField("POSITION", accessor++);
        if (!part.primitive().isLines()) {
          json.writeNumberField("NORMAL", accessor++);
        }
        json.writeEndObject();
        json.writeNumberField("indices", accessor++);
        json.writeNumberField("material", part.material());
        if (part.primitive().isLines()) {
          json.writeNumberField("mode", LINES);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void materials() throws IOException {
    json.writeArrayFieldStart("materials");
    for (var material : layout.materials()) {
      json.writeStartObject();
      json.writeStringField("name", material.name());
      json.writeObjectFieldStart("pbrMetallicRoughness");
      field("baseColorFactor", linear(material));
      json.writeNumberField("metallicFactor", 0);
      json.writeNumberField("roughnessFactor", material.roughness());
      json.writeEndObject();
      if (material.opacity() < 1) {
        json.writeStringField("alphaMode", "BLEND");
      }
      if (material.doubleSided()) {
        json.writeBooleanField("doubleSided", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Linear RGBA: the transfer function of sRGB (IEC 61966-2-1) undone, four decimals. */
  private static double[] linear(Material material) {
    var rgba = new double[4];
    for (int i = 0; i < 3; i++) {
      double c = ((material.rgb() >> (16 - 8 * i)) & 255) / 255.0;
      double value = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
      rgba[i] = Math.rint(value * 1e4) / 1e4;
    }
    rgba[3] = material.opacity();
    return rgba;
  }

  private void accessors() throws IOException {
    json.writeArrayFieldStart("accessors");
    int number = 0;
    for (var mesh : layout.meshes()) {
      for (var part : mesh) {
        var p = part.primitive();
        var places = chunk.places(number++);
        accessor(places.positions(), FLOAT, p.vertexCount(), "VEC3");
        field("min", doubles(p.min()));
        field("max", doubles(p.max()));
        json.writeEndObject();
        if (!p.isLines()) {
          accessor(places.normals(), FLOAT, p.vertexCount(), "VEC3");
          json.writeEndObject();
        }
        int type = p.fitsShortIndices() ? UNSIGNED_SHORT : UNSIGNED_INT;
        accessor(places.indices(), type, p.indexCount(), "SCALAR");
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void accessor(BinaryChunk.Place place, int componentType, long count, String type)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("bufferView", place.view());
    json.writeNumberField("byteOffset", place.offset());
    json.writeNumberField("componentType", componentType);
    json.writeNumberField("count", count);
    json.writeStringField("type", type);
  }

  private static double[] doubles(float[] xyz) {
    return new double[] {xyz[0], xyz[1], xyz[2]};
  }

  private void views() throws IOException {
    json.writeArrayFieldStart("bufferViews");
    for (var view : chunk.views()) {
      json.writeStartObject();
      json.writeNumberField("buffer", 0);
      json.writeNumberField("byteOffset", view.offset());
      json.writeNumberField("byteLength", view.length());
      if (!view.indices()) {
        json.writeNumberField("byteStride", 12);
      }
      json.writeNumberField("target", view.indices() ? ELEMENT_ARRAY_BUFFER : ARRAY_BUFFER);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("buffers");
    json.writeStartObject();
    json.writeNumberField("byteLength", chunk.length());
    json.writeEndObject();
    json.writeEndArray();
  }

  private void field(String name, Object value) throws IOException {
    json.writeFieldName(name);
    value(value);
  }

  private void value(Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Number number -> number(number.doubleValue());
      case double[] numbers -> {
        json.writeStartArray();
        for (double number : numbers) {
          number(number);
        }
        json.writeEndArray();
      }
      case List<?> list -> {
        json.writeStartArray();
        for (var item : list) {
          value(item);
        }
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          value(entry.getValue());
        }
        json.writeEndObject();
      }
      default ->
          throw new IllegalArgumentException("Extras do not hold a " + value.getClass().getName());
    }
  }

  /** JSON has no way to say "not a number", only "nothing". */
  private void number(double number) throws IOException {
    if (!Double.isFinite(number)) {
      json.writeNull();
      return;
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }
}
