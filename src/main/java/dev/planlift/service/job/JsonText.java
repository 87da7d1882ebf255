package dev.planlift.service.job;

import dev.planlift.service.config.JsonObjects;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flat maps of texts as JSON objects, and back. */
final class JsonText {
  private JsonText() {}

  static String of(Map<String, String> values) {
    var json = JsonObjects.builder();
    values.forEach(json::add);
    return json.build().toString();
  }

  /** A JSON object's members, those that are not strings in their JSON form. */
  static Map<String, String> map(String json) {
    var values = new LinkedHashMap<String, String>();
    JsonObjects.of(json).forEach((name, value) -> values.put(name, text(value)));
    return values;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
