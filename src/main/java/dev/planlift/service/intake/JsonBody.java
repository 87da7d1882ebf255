package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** JSON that clients send: small, an object, and where it is wrong the answer says where. */
final class JsonBody {
  /** Metadata of 4 KiB and all options fit many times over. */
  static final int MAX_BYTES = 64 * 1024;

  private JsonBody() {}

  /** All bytes of a JSON body. */
  static byte[] bytes(InputStream body) throws IOException {
    var bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new PermanentError(
          ErrorCode.INVALID_REQUEST,
          "The JSON has more than " + MAX_BYTES + " bytes.",
          Place.of("byte", MAX_BYTES));
    }
    return bytes;
  }

  static JsonObject object(byte[] json) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException e) {
      throw new PermanentError(
          ErrorCode.INVALID_REQUEST, "The JSON is not UTF-8.", Place.of("field", "request"));
    }
    if (parsed(json) instanceof JsonObject object) {
      return object;
    }
    throw new PermanentError(
        ErrorCode.INVALID_REQUEST,
        "The request is JSON, but no object.",
        Place.of("line", 1).and("column", 1));
  }

  private static JsonValue parsed(byte[] json) {
    try (var parser = JsonObjects.parser(new ByteArrayInputStream(json))) {
      parser.next();
      var value = parser.getValue();
      // Asking for more makes the parser complain of what stands behind the value.
      if (parser.hasNext()) {
        throw new JsonParsingException("more than one value", parser.getLocation());
      }
      return value;
    } catch (JsonParsingException e) {
      var at = e.getLocation();
      throw new PermanentError(
          ErrorCode.INVALID_REQUEST,
          "The request is no JSON: line "
              + at.getLineNumber()
              + ", column "
              + at.getColumnNumber()
              + ".",
          Place.of("line", at.getLineNumber()).and("column", at.getColumnNumber()),
          e);
    } catch (RuntimeException e) {
      // Nothing at all, or nested too deep: the parser throws whatever comes to hand.
      throw new PermanentError(
          ErrorCode.INVALID_REQUEST, "The request is no JSON.", Place.of("field", "request"), e);
    }
  }

  static void onlyFields(JsonObject json, Set<String> known) {
    for (var field : json.keySet()) {
      if (!known.contains(field)) {
        throw invalid(
            field, "there is no such field; there are " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  /** A field's text; empty where it is missing or null. */
  static Optional<String> text(JsonObject json, String field) {
    var value = json.get(field);
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    throw invalid(field, "is a text");
  }

  static PermanentError invalid(String field, String why) {
    return new PermanentError(
        ErrorCode.INVALID_REQUEST, "Field " + field + ": " + why, Place.of("field", field));
  }
}
