package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.job.Job;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Job ids as they stand in addresses and requests: UUIDs in their usual form. */
final class JobId {
  // UUID.fromString alone would take "1-1-1-1-1" for a job's id.
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private JobId() {}

  static Optional<UUID> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  /**
   * The id in an address.
   *
   * @throws PermanentError NOT_FOUND for what cannot be a job's id
   */
  static UUID inPath(String text) {
    return parse(text).orElseThrow(() -> unknown(text));
  }

  static PermanentError unknown(Object id) {
    return new PermanentError(
        ErrorCode.NOT_FOUND, "There is no job " + id + ".", Place.of("jobId", id));
  }

  /** What there was of a job and has been kept for its time. */
  static PermanentError expired(Job job, String what) {
    return new PermanentError(
        ErrorCode.EXPIRED,
        what + " of this job is no longer kept.",
        Place.of("since", job.expiredAt().map(Object::toString).orElse("")));
  }
}
