package dev.planlift.service.queue;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.JsonObjects;
import dev.planlift.service.job.Priority;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A message that asks for a conversion, version 1.1.0.
 *
 * @param fileUrl where a foreign producer's file lies; ours have none, as the row knows
 * @param priority 0 to 9; 0 to 3 low, 4 to 6 default, 7 to 9 high
 * @param metadata a JSON object
 */
public record ConversionMessage(
    UUID taskId,
    Optional<String> fileUrl,
    Optional<String> callbackUrl,
    int priority,
    String metadata,
    Optional<Instant> createdAt) {
  public static final String VERSION = "1.1.0";

  /** The message property with the version, so that it can be told without reading the body. */
  public static final String VERSION_PROPERTY = "schema_version";

  private static final Pattern KNOWN = Pattern.compile("1\\.\\d{1,6}\\.\\d{1,6}");
  private static final int DEFAULT_PRIORITY = 5;
  private static final int LEAST_DEFAULT = 4;
  private static final int LEAST_HIGH = 7;

  public ConversionMessage {
    if (priority < 0 || priority > 9) {
      throw unreadable("priority lies between 0 and 9, not " + priority, null);
    }
  }

  /** A nudge for a job of ours. */
  public static ConversionMessage nudge(UUID taskId, Instant now) {
    return new ConversionMessage(
        taskId, Optional.empty(), Optional.empty(), DEFAULT_PRIORITY, "{}", Optional.of(now));
  }

  /** Which of its format's queues it is for. */
  public Priority urgency() {
    if (priority >= LEAST_HIGH) {
      return Priority.HIGH;
    }
    return priority >= LEAST_DEFAULT ? Priority.DEFAULT : Priority.LOW;
  }

  public String toJson() {
    var json = JsonObjects.builder();
    json.add("schema_version", VERSION).add("task_id", taskId.toString());
    fileUrl.ifPresent(url -> json.add("file_url", url));
    callbackUrl.ifPresent(url -> json.add("callback_url", url));
    json.add("priority", priority);
    json.add("metadata", JsonObjects.of(metadata));
    createdAt.ifPresent(at -> json.add("created_at", at.toString()));
    return json.build().toString();
  }

  /**
   * Reads any 1.x message; what a later minor version adds is ignored.
   *
   * @throws PermanentError SCHEMA_VERSION for another major version and for what cannot be read
   */
  public static ConversionMessage parse(String text) {
    try {
      return read(JsonObjects.of(text));
    } catch (JsonException
        | ClassCastException
        | DateTimeException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw unreadable("The message cannot be read: " + e.getMessage(), e);
    }
  }

  private static ConversionMessage read(JsonObject json) {
    var version = string(json, "schema_version").orElse("none");
    if (!KNOWN.matcher(version).matches()) {
      throw unreadable("The message's version is " + version + ".", null);
    }
    var id = string(json, "task_id").orElseThrow(() -> unreadable("task_id is missing", null));
    var metadata = json.containsKey("metadata") ? json.getJsonObject("metadata").toString() : "{}";
    return new ConversionMessage(
        UUID.fromString(id),
        string(json, "file_url"),
        string(json, "callback_url"),
        json.containsKey("priority")
            ? json.getJsonNumber("priority").intValueExact()
            : DEFAULT_PRIORITY,
        metadata,
        string(json, "created_at").map(Instant::parse));
  }

  private static Optional<String> string(JsonObject json, String name) {
    return json.get(name) instanceof JsonString string
        ? Optional.of(string.getString())
        : Optional.empty();
  }

  private static PermanentError unreadable(
      String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new PermanentError(
        ErrorCode.SCHEMA_VERSION, why, Place.of("field", "schema_version"), cause);
  }
}
