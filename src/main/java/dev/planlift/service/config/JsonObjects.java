package dev.planlift.service.config;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;

/**
 * The platform's JSON, looked up once: each look-up by {@link Json} itself costs more than a small
 * object does. Thread-safe.
 */
public final class JsonObjects {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private JsonObjects() {}

  /**
   * The object that a text is.
   *
   * @throws JsonException where it is none
   */
  public static JsonObject of(String text) {
    try (var reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** An object to be. */
  public static JsonObjectBuilder builder() {
    return BUILDERS.createObjectBuilder();
  }

  /** A parser of bytes, whose encoding it finds out; the caller closes it. */
  public static JsonParser parser(InputStream bytes) {
    return PARSERS.createParser(bytes);
  }
}
