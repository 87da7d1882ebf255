package dev.planlift.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts, numbers and truth values: enough for what a terminal shows. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** One line. */
  public static String text(@Nullable Object value) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator to, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> to.writeNull();
      case Map<?, ?> map -> {
        to.writeStartObject();
        for (var entry : map.entrySet()) {
          to.writeFieldName(String.valueOf(entry.getKey()));
          write(to, entry.getValue());
        }
        to.writeEndObject();
      }
      case Iterable<?> list -> {
        to.writeStartArray();
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
          write(to, i.next());
        }
        to.writeEndArray();
      }
      case Boolean b -> to.writeBoolean(b);
      case Integer n -> to.writeNumber(n);
      case Long n -> to.writeNumber(n);
      case Double n -> to.writeNumber(n);
      default -> to.writeString(value.toString());
    }
  }

  /** An object's fields in order; empty where the text is another thing. */
  public static Map<String, @Nullable Object> object(String text) throws IOException {
    try (var parser = FACTORY.createParser(text)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? map(parser) : new LinkedHashMap<>();
    }
  }

  private static @Nullable Object read(JsonParser from) throws IOException {
    return switch (from.currentToken()) {
      case START_OBJECT -> map(from);
      case START_ARRAY -> list(from);
      case VALUE_NUMBER_INT -> from.getLongValue();
      case VALUE_NUMBER_FLOAT -> from.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> from.getText();
    };
  }

  private static Map<String, @Nullable Object> map(JsonParser from) throws IOException {
    var map = new LinkedHashMap<String, @Nullable Object>();
    while (from.nextToken() != JsonToken.END_OBJECT) {
      var name = from.currentName();
      from.nextToken();
      map.put(name, read(from));
    }
    return map;
  }

  private static List<@Nullable Object> list(JsonParser from) throws IOException {
    var list = new ArrayList<@Nullable Object>();
    while (from.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(from));
    }
    return list;
  }

  /** What lies at the end of a path of field names; empty where it breaks off. */
  public static Optional<Object> at(@Nullable Object value, String... path) {
    Object here = value;
    for (var name : path) {
      if (!(here instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      here = map.get(name);
    }
    return Optional.ofNullable(here);
  }

  /** The number there; 0 where there is none. */
  public static double decimal(@Nullable Object value, String... path) {
    return at(value, path).orElse(null) instanceof Number number ? number.doubleValue() : 0;
  }

  /** The whole number there; 0 where there is none. */
  public static long number(@Nullable Object value, String... path) {
    return at(value, path).orElse(null) instanceof Number number ? number.longValue() : 0;
  }

  /** The text there; empty where there is none. */
  public static String string(@Nullable Object value, String... path) {
    return at(value, path).map(Object::toString).orElse("");
  }
}
