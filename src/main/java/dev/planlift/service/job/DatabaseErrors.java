package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which of the database's errors pass when the same is tried again. */
public final class DatabaseErrors {
  /**
   * The driver tells by SQLSTATE: 08 no connection, 40 rolled back among others that did the same,
   * 53 no room, memory or connection left, 57P shut down or started.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53");

  /** Read only (a standby), waited too long for a lock, took too long, disk fails. */
  private static final Set<String> STATES = Set.of("25006", "55P03", "57014", "58030");

  private static final String SHUT_DOWN = "57P";

  private DatabaseErrors() {}

  /** The error in our own words, if it lies with the database and may pass. */
  public static Optional<RetryableError> outage(Throwable error) {
    for (var cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetryableError known && known.code() == ErrorCode.DB_CONNECTION) {
        return Optional.of(known);
      }
      if (cause instanceof SQLException sql && passes(sql)) {
        return Optional.of(new RetryableError(ErrorCode.DB_CONNECTION, "", Place.UNKNOWN, error));
      }
    }
    return Optional.empty();
  }

  private static boolean passes(SQLException error) {
    var state = Objects.requireNonNullElse(error.getSQLState(), "");
    return error instanceof SQLRecoverableException
        || error instanceof SQLTransientException
        || STATES.contains(state)
        || state.startsWith(SHUT_DOWN)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
