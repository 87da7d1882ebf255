package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import dev.planlift.service.job.DatabaseErrors;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Everything else. The caller learns a number to quote; the stack trace goes to the log under the
 * same number. An error of ours that some container wrapped is unwrapped first.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());

  @Context private @Nullable UriInfo uri;

  @Override
  public Response toResponse(Throwable fault) {
    var asked = Objects.requireNonNull(uri);
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof WorkerError error) {
        return known(error, asked);
      }
    }
    var outage = DatabaseErrors.outage(fault);
    if (outage.isPresent()) {
      LOG.log(Level.WARNING, fault, () -> "The database failed " + asked.getPath());
      return known(outage.get(), asked);
    }
    var number = UUID.randomUUID();
    LOG.log(Level.SEVERE, fault, () -> "Fault " + number + " at " + asked.getPath());
    return ProblemAnswers.answer(
        Problem.of(
            ErrorCode.INTERNAL,
            "An unforeseen fault, logged as " + number + ".",
            Place.of("fault", number),
            ProblemAnswers.instance(asked)));
  }

  private static Response known(WorkerError error, UriInfo asked) {
    return ProblemAnswers.answer(
        Problem.of(error, ProblemAnswers.instance(asked), ProblemAnswers.job(asked).orElse(null)));
  }
}
