package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.FileAddresses;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.NewJob;
import dev.planlift.service.queue.ConversionMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes jobs of the messages of other producers, which name an address in place of a job. The job
 * is all that is made here; its id then goes the way of all others, to the queue of its priority,
 * and the file is fetched by whoever runs it.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class ForeignMessages {
  private static final Logger LOG = Logger.getLogger(ForeignMessages.class.getName());

  @Inject Jobs jobs;
  @Inject Settings settings;

  /**
   * Takes a message that brings a new job.
   *
   * @param format of the queue it came from: a guess, until the file is there
   * @return false for one that does not: its job is known, or it has nothing to make one of
   * @throws PermanentError FILE_URL_NOT_ALLOWED or INVALID_REQUEST; no job is made then
   */
  boolean take(ConversionMessage message, Format format) {
    if (message.fileUrl().isEmpty() || jobs.find(message.taskId()).isPresent()) {
      return false;
    }
    var job = job(message, format, message.fileUrl().get());
    try {
      jobs.accept(job);
      LOG.log(Level.INFO, () -> "event=task_taken task_id=" + job.id() + " from=message");
    } catch (PermanentError e) {
      if (e.code() != ErrorCode.DUPLICATE_TASK) {
        throw e;
      }
      // The same message on two servers: the other one was faster.
    }
    return true;
  }

  private NewJob job(ConversionMessage message, Format format, String fileUrl) {
    var address = settings.intake().fileAddresses().check(fileUrl);
    var metadata = message.metadata();
    long most = settings.intake().metadataMaxBytes().bytes();
    if (metadata.getBytes(StandardCharsets.UTF_8).length > most) {
      throw invalid("metadata", "has at most " + most + " bytes as JSON");
    }
    var name = FileAddresses.fileName(address);
    message.callbackUrl().ifPresent(ForeignMessages::checkCallback);
    return new NewJob(
        message.taskId(),
        name.isEmpty() ? "drawing" : name,
        format,
        message.urgency(),
        Map.of(),
        metadata,
        message.callbackUrl(),
        DrawingFetch.newKey(),
        "",
        0,
        Optional.of(fileUrl),
        Optional.empty(),
        Optional.empty());
  }

  private static void checkCallback(String text) {
    try {
      var address = URI.create(text);
      var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return;
      }
    } catch (IllegalArgumentException e) {
      LOG.log(Level.FINE, "No address", e);
    }
    throw invalid("callback_url", "is an http or https address");
  }

  private static PermanentError invalid(String field, String why) {
    return new PermanentError(
        ErrorCode.INVALID_REQUEST, "Field " + field + ": " + why, Place.of("field", field));
  }
}
