package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.job.DatabaseCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers for a day what was answered to a request with an {@code Idempotency-Key}. All of it
 * happens in the caller's transaction: the answer is remembered if and only if the job is accepted,
 * and of two equal requests at once the second waits for the first.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
@DatabaseCall
@SuppressWarnings("NullAway.Init") // injected
class FirstAnswers {
  static final Duration KEPT = Duration.ofHours(24);
  static final int MAX_KEY_LENGTH = 255;

  /** The request header that brings the key, and the answer header that tells of a replay. */
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  static final String REPLAYED = "Idempotent-Replayed";

  @PersistenceContext(unitName = "planlift")
  private EntityManager database;

  @Inject private Clock clock;

  /** An answer given before. */
  record FirstAnswer(UUID jobId, String body) {}

  /**
   * Checks a key's form.
   *
   * @throws PermanentError INVALID_REQUEST
   */
  static void checkKey(String key) {
    if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
      throw new PermanentError(
          ErrorCode.INVALID_REQUEST,
          IDEMPOTENCY_KEY + " has 1 to " + MAX_KEY_LENGTH + " characters.",
          Place.of("header", IDEMPOTENCY_KEY));
    }
  }

  /**
   * The answer given to this key before; empty for a new key, which from now on is this caller's.
   *
   * @param fingerprint equal for equal requests only
   * @throws PermanentError IDEMPOTENCY_MISMATCH where the key came with another request
   */
  Optional<FirstAnswer> find(String key, String fingerprint, UUID jobId) {
    var now = clock.instant();
    database
        .createNativeQuery("delete from first_answer where created_at < ?1")
        .setParameter(1, now.minus(KEPT))
        .executeUpdate();
    int isNew =
        database
            .createNativeQuery(
                "insert into first_answer (key, fingerprint, job_id, body, created_at)"
                    + " values (?1, ?2, cast(?3 as uuid), '', ?4) on conflict do nothing")
            .setParameter(1, key)
            .setParameter(2, fingerprint)
            .setParameter(3, jobId.toString())
            .setParameter(4, now)
            .executeUpdate();
    return isNew == 1 ? Optional.empty() : Optional.of(read(key, fingerprint));
  }

  private FirstAnswer read(String key, String fingerprint) {
    var row =
        (Object[])
            database
                .createNativeQuery(
                    "select fingerprint, cast(job_id as text), body from first_answer"
                        + " where key = ?1")
                .setParameter(1, key)
                .getSingleResult();
    if (!fingerprint.equals(row[0])) {
      throw new PermanentError(
          ErrorCode.IDEMPOTENCY_MISMATCH,
          "The key " + key + " belongs to another request.",
          Place.of("header", IDEMPOTENCY_KEY));
    }
    return new FirstAnswer(UUID.fromString((String) row[1]), (String) row[2]);
  }

  /** Keeps the answer to a key that {@link #find} found new. */
  void keep(String key, String body) {
    database
        .createNativeQuery("update first_answer set body = ?2 where key = ?1")
        .setParameter(1, key)
        .setParameter(2, body)
        .executeUpdate();
  }
}
