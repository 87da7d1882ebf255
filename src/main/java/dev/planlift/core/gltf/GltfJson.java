package dev.planlift.core.gltf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.SceneNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the JSON chunk. Written by hand, not by jgltf: numbers and order of keys are ours. */
final class GltfJson {
  private static final int LINES = 1;

  private final GlbLayout layout;
  private final BuffersJson buffers;
  private final JsonGenerator json;

  private GltfJson(GlbLayout layout, BuffersJson buffers, JsonGenerator json) {
    this.layout = layout;
    this.buffers = buffers;
    this.json = json;
  }

  static byte[] of(
      GlbLayout layout, BuffersJson buffers, String generator, Map<String, Object> extras)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var json = new JsonFactory().createGenerator(bytes)) {
      new GltfJson(layout, buffers, json).write(generator, extras);
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
    extensions();
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
      buffers.write(json);
    }
    json.writeEndObject();
  }

  /** All of them are needed to read the model. */
  private void extensions() throws IOException {
    var names = new ArrayList<String>();
    if (buffers.compressed().isPresent()) {
      names.add(BuffersJson.MESHOPT);
    }
    if (layout.compression().rounds()) {
      names.add("KHR_mesh_quantization");
    }
    if (!layout.instances().isEmpty()) {
      names.add(InstanceCheck.INSTANCING);
    }
    if (!names.isEmpty() && !layout.meshes().isEmpty()) {
      field("extensionsUsed", names);
      field("extensionsRequired", names);
    }
  }

  private void nodes() throws IOException {
    if (layout.nodes().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("nodes");
    for (var node : layout.nodes()) {
      json.writeStartObject();
      if (!node.source().name().isEmpty()) {
        json.writeStringField("name", node.source().name());
      }
      if (node.mesh() >= 0) {
        json.writeNumberField("mesh", node.mesh());
      }
      place(node);
      if (!node.children().isEmpty()) {
        field("children", node.children());
      }
      if (node.instances() >= 0) {
        instances(node.instances());
      }
      extras(node.source());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void instances(int number) throws IOException {
    var accessors = buffers.chunk().instanceAccessors(number);
    json.writeObjectFieldStart("extensions");
    json.writeObjectFieldStart(InstanceCheck.INSTANCING);
    json.writeObjectFieldStart("attributes");
    json.writeNumberField("TRANSLATION", accessors.get(0));
    json.writeNumberField("ROTATION", accessors.get(1));
    json.writeNumberField("SCALE", accessors.get(2));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Where it stands, and what makes metres of a mesh's steps. */
  private void place(GlbLayout.Node node) throws IOException {
    var frame = node.use().frame();
    if (!node.matrix().isEmpty()) {
      field("matrix", frame.before(node.matrix()));
      return;
    }
    var middle = frame.middle();
    if (!frame.isAbsolute()) {
      field("translation", List.of(middle.x(), middle.y(), middle.z()));
    }
    if (frame.isShort()) {
      field("scale", List.of(frame.unitM(), frame.unitM(), frame.unitM()));
    }
  }

  private void extras(SceneNode node) throws IOException {
    if (node.category().isEmpty() && node.extras().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("extras");
    if (node.category().isPresent()) {
      json.writeStringField("category", node.category().get().outsideName());
    }
    for (var extra : node.extras().entrySet()) {
      field(extra.getKey(), extra.getValue());
    }
    json.writeEndObject();
  }

  private void meshes() throws IOException {
    json.writeArrayFieldStart("meshes");
    int number = 0;
    for (var mesh : layout.meshes()) {
      json.writeStartObject();
      json.writeArrayFieldStart("primitives");
      for (var part : mesh.parts()) {
        var accessors = buffers.chunk().accessors(number++);
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeNumberField("POSITION", accessors.getFirst());
        if (!part.primitive().isLines()) {
          json.writeNumberField("NORMAL", accessors.get(1));
        }
        json.writeEndObject();
        json.writeNumberField("indices", accessors.getLast());
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
    var chunk = buffers.chunk();
    var bounded = layout.primitives();
    int primitive = 0;
    json.writeArrayFieldStart("accessors");
    for (int i = 0; i < chunk.accessorCount(); i++) {
      var place = chunk.place(i);
      startAccessor(place);
      // Positions are never shared: each primitive begins with its own.
      if (primitive < bounded.size() && chunk.accessors(primitive).getFirst() == i) {
        var p = bounded.get(primitive++);
        field("min", p.min());
        field("max", p.max());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void startAccessor(BinaryChunk.Place place) throws IOException {
    var kind = place.kind();
    json.writeStartObject();
    json.writeNumberField("bufferView", place.view());
    if (place.offset() > 0) {
      json.writeNumberField("byteOffset", place.offset());
    }
    json.writeNumberField("componentType", kind.component().number());
    if (kind == ArrayKind.BYTE_NORMALS) {
      json.writeBooleanField("normalized", true);
    }
    json.writeNumberField("count", place.count());
    json.writeStringField("type", kind.type());
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
