package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which jobs are wanted, in which order.
 *
 * @param name part of the drawing's name, upper and lower case alike
 * @param since created at this time or later
 * @param limit 1 to 200
 */
public record JobQuery(
    Optional<JobState> state,
    Optional<Format> format,
    Optional<String> name,
    Optional<Instant> since,
    Sort sort,
    Optional<Cursor> cursor,
    int limit) {
  public static final int MAX_LIMIT = 200;

  public JobQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new PermanentError(
          ErrorCode.INVALID_REQUEST,
          "limit lies between 1 and " + MAX_LIMIT + ", not " + limit + ".",
          Place.of("field", "limit"));
    }
  }

  /** By the time of creation. */
  public enum Sort {
    NEWEST,
    OLDEST
  }

  /** Some jobs, and where to go on; empty at the end. */
  public record Page(List<Job> jobs, Optional<Cursor> next) {}

  /** The last job of a page: its id, and the time that the list is sorted by. */
  public record Cursor(Instant createdAt, UUID id) {
    /** An opaque text for clients. */
    public String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((createdAt + "/" + id).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The cursor that a text of {@link #text} stands for.
     *
     * @throws PermanentError INVALID_REQUEST if the text is none of ours
     */
    public static Cursor parse(String text) {
      try {
        var parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", 2);
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw new PermanentError(
            ErrorCode.INVALID_REQUEST,
            "The cursor is none of ours.",
            Place.of("field", "cursor"),
            e);
      }
    }
  }
}
