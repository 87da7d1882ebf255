package dev.planlift.core.gltf;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes buffer views and buffers. Compressed views name their place in the file's own buffer; what
 * they unpack to is a second buffer that only exists in the reader's memory.
 *
 * @param compressed where the views are not stored as they are
 */
record BuffersJson(BinaryChunk chunk, Optional<MeshoptChunk> compressed) {
  static final String MESHOPT = "EXT_meshopt_compression";
  private static final int ARRAY_BUFFER = 34962;
  private static final int ELEMENT_ARRAY_BUFFER = 34963;

  /** Of what is stored, without padding. */
  long length() {
    return compressed.map(MeshoptChunk::length).orElseGet(chunk::length);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("bufferViews");
    for (var view : chunk.views()) {
      view(view, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("buffers");
    if (compressed.isPresent()) {
      buffer(compressed.get().length(), json);
      json.writeEndObject();
    }
    buffer(chunk.length(), json);
    if (compressed.isPresent()) {
      json.writeObjectFieldStart("extensions");
      json.writeObjectFieldStart(MESHOPT);
      json.writeBooleanField("fallback", true);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void buffer(long length, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("byteLength", length);
  }

  private void view(BinaryChunk.View view, JsonGenerator json) throws IOException {
    boolean indices = view.kind().isIndices();
    json.writeStartObject();
    json.writeNumberField("buffer", compressed.isPresent() ? 1 : 0);
    json.writeNumberField("byteOffset", view.offset());
    json.writeNumberField("byteLength", view.length());
    if (view.kind().isVertices()) {
      json.writeNumberField("byteStride", view.kind().stride());
      json.writeNumberField("target", ARRAY_BUFFER);
    } else if (indices) {
      json.writeNumberField("target", ELEMENT_ARRAY_BUFFER);
    }
    if (compressed.isPresent()) {
      compression(view, compressed.get().stretch(view), json);
    }
    json.writeEndObject();
  }

  private static void compression(
      BinaryChunk.View view, MeshoptChunk.Stretch stretch, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("extensions");
    json.writeObjectFieldStart(MESHOPT);
    json.writeNumberField("buffer", 0);
    json.writeNumberField("byteOffset", stretch.offset());
    json.writeNumberField("byteLength", stretch.length());
    json.writeNumberField("byteStride", view.kind().stride());
    json.writeStringField("mode", view.kind().mode().name());
    if (view.kind() == ArrayKind.FLOAT_POSITIONS) {
      json.writeStringField("filter", "EXPONENTIAL");
    }
    json.writeNumberField("count", view.count());
    json.writeEndObject();
    json.writeEndObject();
  }
}
