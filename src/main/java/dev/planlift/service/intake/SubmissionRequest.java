package dev.planlift.service.intake;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Priority;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants of its drawing; every field optional, every field checked.
 *
 * @param id the job's id as the client chose it
 * @param metadata a JSON object of the client's own, as text
 * @param keep how long its results are kept when nobody reads them
 */
record SubmissionRequest(
    Optional<UUID> id,
    Optional<String> name,
    ConversionOptions options,
    Priority priority,
    Optional<URI> callbackUrl,
    String metadata,
    Optional<Duration> keep) {
  /**
   * What may be asked for.
   *
   * @param metadataBytes the largest metadata, as compact UTF-8 JSON
   * @param longestKept the longest time to keep results
   */
  record Bounds(long metadataBytes, Duration longestKept) {
    static Bounds of(Settings settings) {
      return new Bounds(
          settings.intake().metadataMaxBytes().bytes(), settings.retention().longest());
    }
  }

  static final SubmissionRequest DEFAULTS =
      new SubmissionRequest(
          Optional.empty(),
          Optional.empty(),
          ConversionOptions.DEFAULTS,
          Priority.DEFAULT,
          Optional.empty(),
          "{}",
          Optional.empty());

  static final int MAX_NAME_LENGTH = 255;
  private static final String RETENTION_HOURS = "retentionHours";
  private static final Set<String> FIELDS =
      Set.of("id", "name", "options", "priority", "callbackUrl", "metadata", RETENTION_HOURS);

  /**
   * Reads a request.
   *
   * @param json UTF-8
   * @param bounds what may be asked for
   * @throws PermanentError INVALID_REQUEST or INVALID_OPTION, naming line and column or the field
   */
  static SubmissionRequest parse(byte[] json, Bounds bounds) {
    return of(JsonBody.object(json), bounds);
  }

  static SubmissionRequest of(JsonObject json, Bounds bounds) {
    JsonBody.onlyFields(json, FIELDS);
    return new SubmissionRequest(
        JsonBody.text(json, "id").map(SubmissionRequest::uuid),
        JsonBody.text(json, "name").map(SubmissionRequest::name),
        options(json.get("options")),
        JsonBody.text(json, "priority").map(SubmissionRequest::priority).orElse(Priority.DEFAULT),
        JsonBody.text(json, "callbackUrl").map(SubmissionRequest::callbackUrl),
        metadata(json.get("metadata"), bounds.metadataBytes()),
        keep(json.get(RETENTION_HOURS), bounds.longestKept()));
  }

  private static UUID uuid(String text) {
    return JobId.parse(text)
        .orElseThrow(() -> JsonBody.invalid("id", "is a UUID, not '" + text + "'"));
  }

  private static String name(String text) {
    var name = text.strip();
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw JsonBody.invalid("name", "has 1 to " + MAX_NAME_LENGTH + " characters");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw JsonBody.invalid("name", "has no control characters");
    }
    return name;
  }

  /** Options from a JSON object whose values are texts, numbers or booleans. */
  static ConversionOptions options(@Nullable JsonValue value) {
    return ConversionOptions.parse(optionTexts(value));
  }

  /** Options as texts, unchecked: numbers and booleans in their JSON form. */
  static Map<String, String> optionTexts(@Nullable JsonValue value) {
    var texts = new LinkedHashMap<String, String>();
    if (value == null || value == JsonValue.NULL) {
      return texts;
    }
    if (!(value instanceof JsonObject object)) {
      throw JsonBody.invalid("options", "is an object");
    }
    object.forEach((option, given) -> texts.put(option, optionText(option, given)));
    return texts;
  }

  private static String optionText(String option, JsonValue given) {
    return switch (given.getValueType()) {
      case STRING -> ((JsonString) given).getString();
      case NUMBER, TRUE, FALSE -> given.toString();
      case ARRAY, OBJECT, NULL ->
          throw new PermanentError(
              ErrorCode.INVALID_OPTION,
              "Option " + option + ": is a text, a number or a boolean",
              Place.of("field", "options." + option));
    };
  }

  private static Priority priority(String text) {
    return Arrays.stream(Priority.values())
        .filter(priority -> priority.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () -> JsonBody.invalid("priority", "is high, default or low, not '" + text + "'"));
  }

  private static URI callbackUrl(String text) {
    try {
      var uri = URI.create(text);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw JsonBody.invalid("callbackUrl", "is an http or https address");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw JsonBody.invalid("callbackUrl", "is an http or https address");
    }
  }

  private static Optional<Duration> keep(@Nullable JsonValue value, Duration longest) {
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber hours
        && hours.isIntegral()
        && hours.doubleValue() >= 1
        && hours.doubleValue() <= longest.toHours()) {
      return Optional.of(Duration.ofHours(hours.longValue()));
    }
    throw JsonBody.invalid(
        RETENTION_HOURS, "is a whole number of hours, 1 to " + longest.toHours());
  }

  private static String metadata(@Nullable JsonValue value, long maxBytes) {
    if (value == null || value == JsonValue.NULL) {
      return "{}";
    }
    if (!(value instanceof JsonObject object)) {
      throw JsonBody.invalid("metadata", "is an object");
    }
    var text = object.toString();
    if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw JsonBody.invalid("metadata", "has at most " + maxBytes + " bytes as JSON");
    }
    return text;
  }
}
