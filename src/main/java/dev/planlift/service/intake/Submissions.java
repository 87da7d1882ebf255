package dev.planlift.service.intake;

import dev.planlift.service.job.Repetition;
import dev.planlift.service.job.ResultKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Makes jobs of drawings that have arrived. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class Submissions {
  private static final Optional<ResultKey> RUN = Optional.empty();

  @Inject private JobWriting writing;
  @Inject private ReadyResults ready;
  @Inject private DrawingStorage storage;

  /**
   * A job that has been accepted, now or before.
   *
   * @param body the job as it was first answered
   * @param replayed whether that was before: this drawing then is not needed
   */
  record Accepted(UUID jobId, String body, boolean replayed) {}

  /**
   * Makes a job of a drawing, or answers as before; a drawing that no job is made of is discarded.
   *
   * @param idempotencyKey the client's, if it has one
   * @throws dev.planlift.error.PermanentError DUPLICATE_TASK, IDEMPOTENCY_MISMATCH or UNSUPPORTED
   */
  Accepted accept(
      SubmissionRequest request,
      ArrivedDrawing drawing,
      Optional<Repetition> repeats,
      Optional<String> idempotencyKey) {
    boolean needed = false;
    try {
      var id = request.id().orElseGet(UUID::randomUUID);
      // What is to be done once more is not looked for.
      var same = repeats.isPresent() ? RUN : ready.find(id, request, drawing);
      var accepted = writing.write(id, request, drawing, repeats, idempotencyKey, same);
      needed = !accepted.replayed();
      return accepted;
    } finally {
      if (!needed) {
        storage.discard(drawing);
        repeats.flatMap(Repetition::checkpoint).ifPresent(storage::discard);
      }
    }
  }
}
