package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Repetition;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be done with a job that there is. */
@Path(IntakeApplication.JOBS)
@ApplicationScoped
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // injected
public class JobActions {
  @Inject private Jobs jobs;
  @Inject private DrawingStorage storage;
  @Inject private Submissions submissions;
  @Inject private ArtifactStore store;

  @POST
  @Path("{id}/cancel")
  @Operation(operationId = "cancelJob", summary = "Stop a job")
  @APIResponse(
      responseCode = "202",
      description = "cancelled; a worker that has it lets go within two seconds",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response cancel(@PathParam("id") String id, @Context HttpServletRequest request) {
    var job = jobs.cancel(JobId.inPath(id), "client " + request.getRemoteAddr());
    return Response.accepted(JobView.of(job, null)).build();
  }

  @POST
  @Path("{id}/retry")
  @Operation(
      operationId = "retryJob",
      summary = "Convert the same drawing again",
      description =
          "Makes a new job; options given here go before those of the job repeated. It begins with"
              + " the first stage that they change, as far as the job repeated has kept what the"
              + " stages before made; a job that failed begins with the stage it failed in.")
  @APIResponse(
      responseCode = "202",
      description = "a new job was accepted",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response retry(
      @PathParam("id") String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = SubmissionSchema.Retry.class)))
          InputStream body)
      throws IOException {
    var job = find(id);
    if (!job.state().isTerminal()) {
      throw conflict(job, "Only a job that has ended can be retried");
    }
    if (job.expiredAt().isPresent()) {
      throw JobId.expired(job, "The drawing");
    }
    var bytes = JsonBody.bytes(body);
    var changes = bytes.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : JsonBody.object(bytes);
    var begin = Beginning.of(job, changes, store);
    storage.checkRoom();
    var request =
        new SubmissionRequest(
            Optional.empty(),
            Optional.of(job.name()),
            begin.options(),
            job.priority(),
            Optional.empty(),
            job.metadata(),
            job.keep());
    var url = job.toFetch();
    var drawing = url.isPresent() ? ArrivedDrawing.at(url.get(), job.name()) : storage.copy(job);
    var taken = begin.taken();
    var checkpoint = taken.isPresent() ? storage.copy(taken.get()) : taken;
    var repetition = new Repetition(job.id(), checkpoint, begin.asked());
    var accepted = submissions.accept(request, drawing, Optional.of(repetition), Optional.empty());
    return SubmissionAnswer.of(accepted);
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "deleteJob", summary = "Remove a job and its files")
  @APIResponse(responseCode = "204", description = "gone")
  public void delete(@PathParam("id") String id) {
    var job = find(id);
    if (job.state() == JobState.RUNNING) {
      throw conflict(job, "A running job cannot be deleted: cancel it first");
    }
    jobs.delete(job.id()).forEach(store::delete);
  }

  private Job find(String id) {
    return jobs.find(JobId.inPath(id)).orElseThrow(() -> JobId.unknown(id));
  }

  private static PermanentError conflict(Job job, String why) {
    return new PermanentError(
        ErrorCode.STATE_CONFLICT,
        why + "; this one is " + job.state() + ".",
        Place.of("state", job.state()));
  }
}
