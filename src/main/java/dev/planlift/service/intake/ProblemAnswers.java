package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** Problems as JAX-RS answers. */
final class ProblemAnswers {
  /** How long a client should stay away when the service is in trouble, seconds. */
  static final int RETRY_AFTER_SECONDS = 10;

  private static final Pattern JOB_IN_PATH =
      Pattern.compile(
          "v1/(?:jobs|dead-letters|shadow-runs)/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/|$)");

  private ProblemAnswers() {}

  static Response answer(Problem problem) {
    var answer =
        Response.status(problem.status())
            .type(MediaType.valueOf(Problem.MEDIA_TYPE))
            .header("Cache-Control", "no-store")
            .entity(problem.toJson());
    if (problem.status() == 416) {
      answer.header("Content-Range", "bytes */" + problem.where().getOrDefault("size", "*"));
    }
    if (problem.status() == 503) {
      answer.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    return answer.build();
  }

  static Response answer(ErrorCode code, String detail, UriInfo uri) {
    return answer(Problem.of(code, detail, Place.UNKNOWN, instance(uri)));
  }

  /** The path that was asked for, without its query. */
  static String instance(UriInfo uri) {
    return uri.getRequestUri().getRawPath();
  }

  /** The job that the path names, if it names one. */
  static Optional<String> job(UriInfo uri) {
    var match = JOB_IN_PATH.matcher(uri.getPath());
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }
}
