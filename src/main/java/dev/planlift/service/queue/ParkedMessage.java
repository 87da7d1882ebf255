package dev.planlift.service.queue;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.service.job.Format;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in one of the broker's dead-letter queues.
 *
 * @param id its own; of a message that the broker itself laid there, made from what it is
 * @param format of the queue it came to
 * @param why one sentence
 * @param since when it was parked; empty where the broker did it and does not tell
 */
public record ParkedMessage(
    UUID id, Format format, ErrorCode reason, String why, Optional<Instant> since, String text) {
  private static final String ID = "parked_id";
  private static final String REASON = "error_code";
  private static final String WHY = "error_message";
  private static final String SINCE = "parked_at";
  private static final String GIVEN_UP = "The broker gave it up after too many deliveries.";

  /** A message as the broker shows it. */
  static ParkedMessage of(Message message, Format format) {
    try {
      var text = text(message);
      var id = message.getStringProperty(ID);
      var reason = message.getStringProperty(REASON);
      var why = message.getStringProperty(WHY);
      return new ParkedMessage(
          id == null ? made(message, text) : UUID.fromString(id),
          format,
          reason == null ? ErrorCode.INTERNAL : ErrorCode.valueOf(reason),
          why == null ? GIVEN_UP : why,
          since(message.getStringProperty(SINCE)),
          text);
    } catch (JMSException | IllegalArgumentException e) {
      throw new IllegalStateException("A parked message cannot be read", e);
    }
  }

  /** The job it was for; empty where that cannot be read. */
  public Optional<UUID> taskId() {
    try {
      return Optional.of(ConversionMessage.parse(text).taskId());
    } catch (PermanentError e) {
      return Optional.empty();
    }
  }

  /** The text of a message; producers that know nothing of JMS send bytes. */
  public static String text(Message message) throws JMSException {
    return switch (message) {
      case TextMessage text -> String.valueOf(text.getText());
      case BytesMessage bytes -> new String(bytes.getBody(byte[].class), StandardCharsets.UTF_8);
      default -> message.toString();
    };
  }

  /** What is told beside the text, by name. */
  Map<String, String> properties() {
    return Map.of(
        ID,
        id.toString(),
        REASON,
        reason.name(),
        WHY,
        why,
        SINCE,
        since.map(Instant::toString).orElse(""),
        ConversionMessage.VERSION_PROPERTY,
        "unknown");
  }

  private static UUID made(Message message, String text) throws JMSException {
    var from = String.valueOf(message.getJMSMessageID()) + "\n" + text;
    return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Instant> since(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
