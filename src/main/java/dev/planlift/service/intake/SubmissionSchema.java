package dev.planlift.service.intake;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Submissions as {@code /openapi} shows them; they are read by hand, part by part. */
final class SubmissionSchema {
  private SubmissionSchema() {}

  /** The form of a submission. */
  @Schema(name = "SubmissionForm", requiredProperties = "file")
  record Form(
      @Schema(
              description =
                  "the drawing: a DXF (image/vnd.dxf), or a ZIP (application/zip) of it and the DXF files it refers to",
              type = SchemaType.STRING,
              format = "binary")
          String file,
      @Nullable Request request) {}

  /** What is wanted of the drawing. */
  @Schema(name = "SubmissionRequest")
  record Request(
      @Schema(description = "the job's id, if the client wants to choose it") @Nullable UUID id,
      @Schema(description = "for people; the file's name where missing", maxLength = 255)
          @Nullable String name,
      @Schema(
              description = "conversion options: texts, numbers, booleans",
              type = SchemaType.OBJECT,
              examples = "{\"wallHeight\": 3, \"units\": \"cm\"}")
          @Nullable Map<String, Object> options,
      @Schema(
              enumeration = {"high", "default", "low"},
              defaultValue = "default")
          @Nullable String priority,
      @Schema(description = "an http or https address; this version makes no callbacks yet")
          @Nullable String callbackUrl,
      @Schema(description = "the client's own, at most 4 KiB", type = SchemaType.OBJECT)
          @Nullable Map<String, Object> metadata,
      @Schema(
              description =
                  "how long results and drawing are kept after the last read; 24 hours where missing",
              minimum = "1",
              maximum = "720")
          @Nullable Integer retentionHours) {}

  /** What is to be different this time. */
  @Schema(name = "RetryRequest")
  record Retry(
      @Schema(
              description =
                  "the stage to begin with; NO_CHECKPOINT where nothing is kept that it could begin"
                      + " with; where missing, as late as the options allow",
              enumeration = {"VALIDATE", "READ", "RECONSTRUCT", "SOLIDIFY"})
          @Nullable String fromStage,
      @Schema(description = "options to add or change", type = SchemaType.OBJECT)
          @Nullable Map<String, Object> options) {}

  /** A drawing that is not in the request; for uploads this version answers UNSUPPORTED. */
  @Schema(name = "SubmissionReference")
  record Reference(
      @Schema(description = "of a file uploaded before") @Nullable String uploadId,
      @Schema(
              description =
                  "where the file is fetched from: an address that the operator allows"
                      + " (FILE_URL_NOT_ALLOWED for all others)")
          @Nullable String fileUrl,
      @Nullable UUID id,
      @Nullable String name,
      @Schema(type = SchemaType.OBJECT) @Nullable Map<String, Object> options,
      @Schema(enumeration = {"high", "default", "low"}) @Nullable String priority,
      @Nullable String callbackUrl,
      @Schema(type = SchemaType.OBJECT) @Nullable Map<String, Object> metadata,
      @Schema(minimum = "1", maximum = "720") @Nullable Integer retentionHours) {}
}
