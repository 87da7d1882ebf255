package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobError;
import dev.planlift.service.queue.ParkedMessage;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter: a job that was given up, or a message that no job could be made of. */
@JsonbPropertyOrder({"id", "kind", "format", "reason", "detail", "since", "job", "text", "links"})
@Schema(
    name = "DeadLetter",
    requiredProperties = {"id", "kind", "format", "reason", "detail", "links"})
public record DeadLetterView(
    @Schema(description = "the job's id, or the message's") UUID id,
    @Schema(enumeration = {"job", "message"}) String kind,
    @Schema(
            description = "of the drawing, or of the queue that the message came to",
            enumeration = {"dxf", "pdf"})
        String format,
    ErrorCode reason,
    @Schema(description = "what happened, one sentence") String detail,
    @Schema(description = "when it became one") @Nullable Instant since,
    @Nullable JobView job,
    @Schema(description = "the message as it came, cut after 4096 characters")
        @Nullable String text,
    @Schema(
            description = "what can be done with it: reprocess (POST), self (DELETE)",
            type = SchemaType.OBJECT,
            additionalProperties = String.class)
        Map<String, String> links) {
  private static final int MOST_TEXT = 4096;

  static DeadLetterView of(Job job) {
    var links = links(job.id());
    links.put("reprocess", links.get("self") + "/reprocess");
    return new DeadLetterView(
        job.id(),
        "job",
        job.format().name().toLowerCase(Locale.ROOT),
        job.error().map(JobError::code).orElse(ErrorCode.INTERNAL),
        job.error().map(JobError::message).orElse(ErrorCode.INTERNAL.message()),
        job.finishedAt().orElse(null),
        JobView.of(job, null),
        null,
        links);
  }

  static DeadLetterView of(ParkedMessage message) {
    var text = message.text();
    return new DeadLetterView(
        message.id(),
        "message",
        message.format().name().toLowerCase(Locale.ROOT),
        message.reason(),
        message.why(),
        message.since().orElse(null),
        null,
        text.substring(0, Math.min(text.length(), MOST_TEXT)),
        links(message.id()));
  }

  private static Map<String, String> links(UUID id) {
    var links = new LinkedHashMap<String, String>();
    links.put("self", IntakeApplication.PATH + "/" + IntakeApplication.DEAD_LETTERS + "/" + id);
    return links;
  }
}
