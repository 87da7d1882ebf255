package dev.planlift.service.intake;

import dev.planlift.error.PermanentError;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.JobQuery;
import dev.planlift.service.job.JobQuery.Cursor;
import dev.planlift.service.job.JobQuery.Sort;
import dev.planlift.service.job.JobState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query of a list, read from its parameters. */
final class ListQuery {
  private ListQuery() {}

  /**
   * Reads the parameters; null or blank ones were not given.
   *
   * @throws PermanentError INVALID_REQUEST naming the parameter
   */
  static JobQuery parse(
      @Nullable String state,
      @Nullable String format,
      @Nullable String name,
      @Nullable String since,
      @Nullable String sort,
      PageQuery page) {
    return new JobQuery(
        constant(JobState.class, "state", state),
        constant(Format.class, "format", format),
        given(name),
        given(since).map(ListQuery::time),
        given(sort).map(ListQuery::sort).orElse(Sort.NEWEST),
        page.after().map(Cursor::parse),
        page.most());
  }

  /** A parameter's text; empty for a blank one too. */
  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isBlank());
  }

  /** A parameter that names a constant, in either case. */
  static <E extends Enum<E>> Optional<E> constant(
      Class<E> type, String parameter, @Nullable String text) {
    return given(text).map(name -> constantOf(type, parameter, name));
  }

  private static <E extends Enum<E>> E constantOf(Class<E> type, String parameter, String text) {
    try {
      return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw JsonBody.invalid(
          parameter,
          "is one of " + Arrays.toString(type.getEnumConstants()) + ", not '" + text + "'");
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw JsonBody.invalid("since", "is a time such as 2026-01-31T08:00:00Z, not '" + text + "'");
    }
  }

  private static Sort sort(String text) {
    return switch (text) {
      case "createdAt" -> Sort.OLDEST;
      case "-createdAt" -> Sort.NEWEST;
      default -> throw JsonBody.invalid("sort", "is createdAt or -createdAt, not '" + text + "'");
    };
  }
}
