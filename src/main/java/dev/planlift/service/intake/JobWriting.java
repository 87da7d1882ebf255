package dev.planlift.service.intake;

import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.intake.Submissions.Accepted;
import dev.planlift.service.job.DatabaseCall;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.NewJob;
import dev.planlift.service.job.Repetition;
import dev.planlift.service.job.ResultKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Writes a submission to the database, in one transaction. */
@ApplicationScoped
@Transactional
@DatabaseCall
@SuppressWarnings("NullAway.Init") // injected
class JobWriting {
  @Inject private Jobs jobs;
  @Inject private FirstAnswers firstAnswers;
  @Inject private JobJson json;
  @Inject private MetricRegistry registry;

  /**
   * Writes the job, what is to be sent, and the answer to be repeated: all or nothing.
   *
   * @param id of the job
   * @param idempotencyKey the client's, if it has one
   * @param same what results of the same work are known by, if it need not be run
   * @throws PermanentError DUPLICATE_TASK, IDEMPOTENCY_MISMATCH or UNSUPPORTED
   */
  Accepted write(
      UUID id,
      SubmissionRequest request,
      ArrivedDrawing drawing,
      Optional<Repetition> repeats,
      Optional<String> idempotencyKey,
      Optional<ResultKey> same) {
    if (request.callbackUrl().isPresent()) {
      throw new PermanentError(
          ErrorCode.UNSUPPORTED,
          "This version makes no callbacks yet; GET the job with ?wait=30s instead.",
          Place.of("field", "callbackUrl"));
    }
    if (idempotencyKey.isPresent()) {
      var before = firstAnswers.find(idempotencyKey.get(), fingerprint(request, drawing), id);
      if (before.isPresent()) {
        return new Accepted(before.get().jobId(), before.get().body(), true);
      }
    }
    var job = jobs.accept(newJob(id, request, drawing, repeats), same);
    if (job.isReused()) {
      registry.counter("results_reused_total").inc();
    }
    var body = json.text(JobView.of(job, null));
    idempotencyKey.ifPresent(key -> firstAnswers.keep(key, body));
    return new Accepted(id, body, false);
  }

  private static NewJob newJob(
      UUID id, SubmissionRequest request, ArrivedDrawing drawing, Optional<Repetition> repeats) {
    return new NewJob(
        id,
        nameOf(request, drawing),
        format(drawing.format()),
        request.priority(),
        request.options().given(),
        request.metadata(),
        request.callbackUrl().map(Object::toString),
        drawing.key(),
        drawing.sha256(),
        drawing.sizeBytes(),
        drawing.fileUrl(),
        request.keep(),
        repeats);
  }

  /** The job's name. */
  static String nameOf(SubmissionRequest request, ArrivedDrawing drawing) {
    return request.name().orElse(drawing.name().isBlank() ? "drawing" : drawing.name());
  }

  /** A ZIP of DXF goes the way of a DXF. */
  static Format format(InputFormat content) {
    return switch (content) {
      case DXF, ZIP -> Format.DXF;
      case PDF -> Format.PDF;
    };
  }

  /** Equal for equal requests: the file's bytes and name, and every field. */
  private static String fingerprint(SubmissionRequest request, ArrivedDrawing drawing) {
    var all =
        String.join(
            "\n",
            drawing.sha256(),
            drawing.name(),
            drawing.fileUrl().orElse(""),
            request.id().map(UUID::toString).orElse(""),
            request.name().orElse(""),
            request.options().hash(),
            request.priority().name(),
            request.keep().map(Duration::toString).orElse(""),
            request.metadata());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
