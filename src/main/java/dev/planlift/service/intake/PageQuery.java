package dev.planlift.service.intake;

import dev.planlift.error.PermanentError;
import dev.planlift.service.job.JobQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted: every list is asked so. */
public class PageQuery {
  private static final int DEFAULT_LIMIT = 50;

  @Parameter(description = "where the page before ended, from its next")
  @QueryParam("cursor")
  @Nullable String cursor;

  @Parameter(
      description = "the most entries on the page",
      schema =
          @Schema(
              implementation = Integer.class,
              minimum = "1",
              maximum = "200",
              defaultValue = "50"))
  @QueryParam("limit")
  @Nullable String limit;

  /** Where the page before ended; empty for the first page. */
  Optional<String> after() {
    return ListQuery.given(cursor);
  }

  /**
   * How many entries are wanted.
   *
   * @throws PermanentError INVALID_REQUEST for a limit out of range
   */
  int most() {
    int most = ListQuery.given(limit).map(PageQuery::number).orElse(DEFAULT_LIMIT);
    if (most < 1 || most > JobQuery.MAX_LIMIT) {
      throw JsonBody.invalid("limit", "lies between 1 and " + JobQuery.MAX_LIMIT + ", not " + most);
    }
    return most;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw JsonBody.invalid("limit", "is a whole number, not '" + text + "'");
    }
  }
}
