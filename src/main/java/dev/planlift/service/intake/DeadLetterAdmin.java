package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Reprocessing;
import dev.planlift.service.job.Revision;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What was given up, for those who look after it: all that is for the role {@code admin} alone is
 * in this class. There are no roles yet; whoever reaches the server may call it.
 */
@Path(IntakeApplication.DEAD_LETTERS)
@ApplicationScoped
@Tag(name = "dead letters")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // injected
public class DeadLetterAdmin {
  @Inject private Jobs jobs;
  @Inject private DeadLetterList list;
  @Inject private Reprocessing reprocessing;
  @Inject private ArtifactStore store;

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "What was given up: jobs, then messages that no job could be made of",
      description = "The newest first, of either kind. Nothing is taken out of the queues.")
  @APIResponse(
      responseCode = "200",
      description = "a page of dead letters",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeadLetterPage.class)))
  public DeadLetterPage list(
      @Parameter(
              description = "only jobs, or only messages",
              schema = @Schema(enumeration = {"job", "message"}))
          @QueryParam("kind")
          @Nullable String kind,
      @Parameter(
              description = "only of this format",
              schema = @Schema(enumeration = {"dxf", "pdf"}))
          @QueryParam("format")
          @Nullable String format,
      @Parameter(
              description = "only with this error code",
              schema = @Schema(implementation = ErrorCode.class))
          @QueryParam("reason")
          @Nullable String reason,
      @BeanParam PageQuery page,
      @Context UriInfo uri) {
    var query =
        new DeadLetterList.Query(
            ListQuery.constant(DeadLetterList.Kind.class, "kind", kind),
            ListQuery.constant(Format.class, "format", format),
            ListQuery.constant(ErrorCode.class, "reason", reason),
            page.after().map(DeadLetterList.Place::parse),
            page.most());
    var found = list.page(query);
    return new DeadLetterPage(
        found.letters(), found.next().map(at -> JobPage.next(at.text(), uri)).orElse(null));
  }

  @POST
  @Path("{id}/reprocess")
  @Operation(
      operationId = "reprocessDeadLetter",
      summary = "Try a job again that was given up",
      description =
          "The same job waits again; its attempts are counted anew. It goes on with the stage that"
              + " failed, or with an earlier one: where options that are given here change it, or"
              + " where fromStage says so.")
  @APIResponse(
      responseCode = "202",
      description = "the job waits",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response reprocess(
      @PathParam("id") String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = SubmissionSchema.Retry.class)))
          InputStream body,
      @Context HttpServletRequest request)
      throws IOException {
    var job = jobs.find(JobId.inPath(id)).orElseThrow(() -> JobId.unknown(id));
    if (job.state() != JobState.DEAD_LETTER) {
      throw conflict(job);
    }
    var revision = revision(job, JsonBody.bytes(body));
    var who = "client " + request.getRemoteAddr();
    var queued = reprocessing.reprocess(job.id(), revision, who);
    return Response.accepted(JobView.of(queued, null)).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "deleteDeadLetter",
      summary = "Remove a dead letter: a job with its files, or a message from its queue")
  @APIResponse(responseCode = "204", description = "gone")
  public void delete(@PathParam("id") String id) {
    var letter = JobId.parse(id).orElseThrow(() -> unknown(id));
    var files = jobs.deleteDeadLetter(letter);
    if (!files.isEmpty()) {
      files.forEach(store::delete);
      return;
    }
    var job = jobs.find(letter);
    if (job.isPresent()) {
      throw conflict(job.get());
    }
    if (!list.removeMessage(letter)) {
      throw unknown(id);
    }
  }

  private Revision revision(Job job, byte[] body) {
    if (body.length == 0) {
      return Revision.NONE;
    }
    var changes = JsonBody.object(body);
    var begin = Beginning.of(job, changes, store);
    var given = changes.getOrDefault("options", JsonValue.NULL);
    return new Revision(
        given == JsonValue.NULL ? Optional.empty() : Optional.of(begin.options().given()),
        begin.asked());
  }

  private static PermanentError conflict(Job job) {
    return new PermanentError(
        ErrorCode.STATE_CONFLICT,
        "The job is no dead letter: it is " + job.state() + ".",
        Place.of("state", job.state()));
  }

  private static PermanentError unknown(String id) {
    return new PermanentError(
        ErrorCode.NOT_FOUND, "There is no dead letter " + id + ".", Place.of("id", id));
  }
}
