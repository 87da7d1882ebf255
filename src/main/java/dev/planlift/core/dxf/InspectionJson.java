package dev.planlift.core.dxf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
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
    json.writeBooleanField("binary", i.binary());
    json.writeStringField("encoding", i.encoding());
    json.writeStringField("texts", i.texts());
    json.writeNumberField("insunits", i.insUnits());
    json.writeStringField("unit", i.unit().name());
    counts("modelspace", i.counts().inModel(), json);
    json.writeArrayFieldStart("layers");
    for (var layer : i.layers()) {
      json.writeString(layer.name());
    }
    json.writeEndArray();
    json.writeNumberField("blocks", i.blocks());
    counts("decomposed", i.counts().takenApart(), json);
    json.writeObjectFieldStart("length");
    for (var one : i.measures().length().entrySet()) {
      json.writeFieldName(one.getKey());
      number(one.getValue(), json);
    }
    json.writeEndObject();
    json.writeNumberField("failed", i.counts().failed());
    extents(i.measures().extents(), json);
    account(i.ledger(), json);
    views(i, json);
    references(i, json);
    diagnostics(i, json);
  }

  private static void account(EntityLedger ledger, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("entities");
    json.writeNumberField("read", ledger.read());
    for (var outcome : Outcome.values()) {
      json.writeNumberField(lower(outcome), ledger.count(outcome));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("reasons");
    for (var reason : ledger.reasons().entrySet()) {
      json.writeNumberField(reason.getKey(), reason.getValue().count());
    }
    json.writeEndObject();
  }

  private static void views(Inspection i, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("views");
    for (var view : i.views()) {
      json.writeStartObject();
      json.writeStringField("name", view.name());
      json.writeStringField("kind", lower(view.kind()));
      extents(view.extents(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void references(Inspection i, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("references");
    for (var reference : i.references()) {
      json.writeStartObject();
      json.writeStringField("name", reference.name());
      json.writeStringField("path", reference.path());
      json.writeStringField("state", lower(reference.state()));
      json.writeStringField("detail", reference.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void extents(Box box, JsonGenerator json) throws IOException {
    if (!box.isEmpty()) {
      json.writeArrayFieldStart("extents");
      point(box.min(), json);
      point(box.max(), json);
      json.writeEndArray();
    }
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
