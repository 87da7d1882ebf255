package dev.planlift.service.job;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flat maps of texts as JSON objects, and back. */
final class JsonText {
  private JsonText() {}

  static String of(Map<String, String> values) {
    var json = Json.createObjectBuilder();
    values.forEach(json::add);
    return json.build().toString();
  }

  /** A JSON object's members, those that are not strings in their JSON form. */
  static Map<String, String> map(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      var values = new LinkedHashMap<String, String>();
      reader.readObject().forEach((name, value) -> values.put(name, text(value)));
      return values;
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
