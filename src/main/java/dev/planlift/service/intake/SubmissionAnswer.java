package dev.planlift.service.intake;

import dev.planlift.service.intake.Submissions.Accepted;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The answer to an accepted submission. */
final class SubmissionAnswer {
  private SubmissionAnswer() {}

  static Response of(Accepted accepted) {
    var answer =
        Response.accepted(accepted.body())
            .type(MediaType.APPLICATION_JSON_TYPE)
            // As a path: whoever asks through a proxy finds it just as well.
            .header(HttpHeaders.LOCATION, JobLinks.self(accepted.jobId()));
    if (accepted.replayed()) {
      answer.header(FirstAnswers.REPLAYED, "true");
    }
    return answer.build();
  }
}
