package dev.planlift.core.dxf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.planlift.core.geom.Vec3;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** An inspection as one JSON object; numbers with nine digits. */
final class InspectionJson {
  private static final MathContext DIGITS = new MathContext(9);

  private InspectionJson() {}

  static String write(Inspection inspection) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      write(inspection, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Inspection i, JsonGenerator json) throws IOException {
    json.writeStringField("file", i.file());
    json.writeStringField("mode", i.mode());
    json.writeStringField("acadver", i.version());
    json.writeStringField("encoding", i.encoding());
    json.writeNumberField("insunits", i.insUnits());
    counts("modelspace", i.modelSpace(), json);
    json.writeArrayFieldStart("layers");
    for (var layer : i.layers()) {
      json.writeString(layer.name());
    }
    json.writeEndArray();
    json.writeNumberField("blocks", i.blocks());
    counts("decomposed", i.decomposed(), json);
    json.writeObjectFieldStart("length");
    for (var one : i.length().entrySet()) {
      json.writeFieldName(one.getKey());
      number(one.getValue(), json);
    }
    json.writeEndObject();
    json.writeNumberField("failed", i.failed());
    if (!i.extents().isEmpty()) {
      json.writeArrayFieldStart("extents");
      point(i.extents().min(), json);
      point(i.extents().max(), json);
      json.writeEndArray();
    }
    counts("reasons", i.reasons(), json);
    diagnostics(i, json);
  }

  private static void counts(String name, Map<String, Long> counts, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (var one : counts.entrySet()) {
      json.writeNumberField(one.getKey(), one.getValue());
    }
    json.writeEndObject();
  }

  private static void diagnostics(Inspection i, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("diagnostics");
    for (var diagnostic : i.diagnostics()) {
      json.writeStartObject();
      json.writeStringField("code", diagnostic.code());
      json.writeStringField("message", diagnostic.message());
      for (var place : diagnostic.where().coordinates().entrySet()) {
        if (place.getKey().equals("line")) {
          json.writeNumberField("line", Long.parseLong(place.getValue()));
        } else {
          json.writeStringField(place.getKey(), place.getValue());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void point(Vec3 p, JsonGenerator json) throws IOException {
    json.writeStartArray();
    number(p.x(), json);
    number(p.y(), json);
    number(p.z(), json);
    json.writeEndArray();
  }

  private static void number(double value, JsonGenerator json) throws IOException {
    json.writeNumber(new BigDecimal(value).round(DIGITS).doubleValue());
  }
}
