package dev.planlift.service.intake;

import dev.planlift.error.WorkerError;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Errors of our own: they bring code, place and sentence with them. */
@Provider
public class WorkerErrorMapper implements ExceptionMapper<WorkerError> {
  @Context private @Nullable UriInfo uri;

  @Override
  public Response toResponse(WorkerError error) {
    var asked = java.util.Objects.requireNonNull(uri);
    return ProblemAnswers.answer(
        Problem.of(error, ProblemAnswers.instance(asked), ProblemAnswers.job(asked).orElse(null)));
  }
}
