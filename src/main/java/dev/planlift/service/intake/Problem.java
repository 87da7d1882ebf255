package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import jakarta.json.Json;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What went wrong, as RFC 9457 wants it told, with this service's own code beside it. */
@Schema(
    name = "Problem",
    description = "RFC 9457 problem details",
    requiredProperties = {
      "type",
      "title",
      "status",
      "detail",
      "instance",
      "code",
      "advice",
      "retryable"
    })
public record Problem(
    @Schema(description = "names the kind of problem", examples = "urn:planlift:error:EMPTY_FILE")
        String type,
    @Schema(description = "the kind of problem, one sentence") String title,
    @Schema(description = "the HTTP status") int status,
    @Schema(description = "what happened in this very case, one sentence") String detail,
    @Schema(description = "the address that was asked for") String instance,
    @Schema(description = "the error code", implementation = ErrorCode.class) String code,
    @Schema(description = "what the reader can do") String advice,
    @Schema(description = "whether the same request may succeed later") boolean retryable,
    @Schema(
            description = "where it lies: field, line, column, header …",
            type = SchemaType.OBJECT,
            additionalProperties = String.class)
        Map<String, String> where,
    @Schema(description = "the job it is about, if any") @Nullable String jobId) {

  /** The media type of every answer that is not the one asked for. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    where = Map.copyOf(where);
  }

  static Problem of(WorkerError error, String instance, @Nullable String jobId) {
    var code = error.code();
    return of(code, error.getMessage(), error.where(), error.retryable(), instance, jobId);
  }

  static Problem of(ErrorCode code, String detail, Place where, String instance) {
    return of(code, detail, where, code.httpStatus() >= 500, instance);
  }

  static Problem of(
      ErrorCode code, String detail, Place where, boolean retryable, String instance) {
    return of(code, detail, where, retryable, instance, null);
  }

  private static Problem of(
      ErrorCode code,
      String detail,
      Place where,
      boolean retryable,
      String instance,
      @Nullable String jobId) {
    return new Problem(
        "urn:planlift:error:" + code.name(),
        code.message(),
        code.httpStatus(),
        detail,
        instance,
        code.name(),
        code.advice(),
        retryable,
        where.coordinates(),
        jobId);
  }

  /** JSON text. Written by hand, so that it also serves filters outside of JAX-RS. */
  String toJson() {
    var json =
        Json.createObjectBuilder()
            .add("type", type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("instance", instance)
            .add("code", code)
            .add("advice", advice)
            .add("retryable", retryable);
    if (!where.isEmpty()) {
      var places = Json.createObjectBuilder();
      where.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(place -> places.add(place.getKey(), place.getValue()));
      json.add("where", places);
    }
    if (jobId != null) {
      json.add("jobId", jobId);
    }
    return json.build().toString();
  }
}
