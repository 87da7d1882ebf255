package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.KeptResults;
import dev.planlift.service.storage.Artifact;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What conversions leave: streamed from the storage, whole or in part. */
@Path(IntakeApplication.JOBS)
@ApplicationScoped
@Tag(name = "results")
@SuppressWarnings("NullAway.Init") // injected
public class JobResults {
  @Inject private Jobs jobs;
  @Inject private ArtifactStore store;
  @Inject private KeptResults kept;
  @Inject private Settings settings;
  @Context private Request request;

  @GET
  @Path("{id}/model.glb")
  @Produces(JobResult.GLB)
  @Operation(operationId = "getModel", summary = "The model, binary glTF 2.0")
  @APIResponse(
      responseCode = "200",
      description = "the file",
      content =
          @Content(
              mediaType = JobResult.GLB,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response model(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answer(id, JobResult.MODEL, headers);
  }

  @GET
  @Path("{id}/report.json")
  @Produces(JobResult.JSON)
  @Operation(
      operationId = "getReport",
      summary = "What was read, converted and left out; of failed jobs too")
  @APIResponse(
      responseCode = "200",
      description = "the file",
      content = @Content(mediaType = JobResult.JSON, schema = @Schema(type = SchemaType.OBJECT)))
  public Response report(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answer(id, JobResult.REPORT, headers);
  }

  @GET
  @Path("{id}/preview.png")
  @Produces(JobResult.PNG)
  @Operation(
      operationId = "getPreview",
      summary = "The model seen from above at an angle; of a scan that failed, the page")
  @APIResponse(
      responseCode = "200",
      description = "the file",
      content =
          @Content(
              mediaType = JobResult.PNG,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response preview(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answer(id, JobResult.PREVIEW, headers);
  }

  @GET
  @Path("{id}/overlay.svg")
  @Produces(JobResult.SVG)
  @Operation(operationId = "getOverlay", summary = "What was recognised, over the drawing's lines")
  @APIResponse(
      responseCode = "200",
      description = "the file",
      content = @Content(mediaType = JobResult.SVG, schema = @Schema(type = SchemaType.STRING)))
  public Response overlay(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answer(id, JobResult.OVERLAY, headers);
  }

  @GET
  @Path("{id}/overlay.png")
  @Produces(JobResult.PNG)
  @Operation(
      operationId = "getOverlayPicture",
      summary = "What was recognised, over the drawing's lines, as a picture")
  @APIResponse(
      responseCode = "200",
      description = "the file",
      content =
          @Content(
              mediaType = JobResult.PNG,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response overlayPicture(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answer(id, JobResult.OVERLAY_PICTURE, headers);
  }

  private Response answer(String id, JobResult result, HttpHeaders headers) {
    var job = jobs.find(JobId.inPath(id)).orElseThrow(() -> JobId.unknown(id));
    var file = find(job, result);
    job.resultKey().ifPresent(kept::read);
    return redirect(file, result)
        .orElseGet(() -> FileAnswer.of(file, result.mediaType(), headers, store));
  }

  private Artifact find(Job job, JobResult result) {
    if (job.expiredAt().isPresent()) {
      throw JobId.expired(job, "The " + result.fileName());
    }
    return job.resultKey()
        .filter(key -> result.isPossibleFor(job))
        .flatMap(folder -> store.find(folder + "/" + result.fileName()))
        .orElseThrow(
            () ->
                isLost(job)
                    ? JobId.expired(job, "The " + result.fileName())
                    : new PermanentError(
                        ErrorCode.NOT_READY,
                        "There is no "
                            + result.fileName()
                            + " of this job, which is "
                            + job.state()
                            + ".",
                        Place.of("state", job.state())));
  }

  /** Whether it ended well and what it made is nevertheless not there, or no longer. */
  private boolean isLost(Job job) {
    return job.state() == JobState.SUCCESS
        && job.resultKey()
            .filter(folder -> store.find(folder + "/" + JobResult.MODEL.fileName()).isPresent())
            .isEmpty();
  }

  /** To the storage itself; but not who asks for the head alone: what is signed is a GET. */
  private Optional<Response> redirect(Artifact file, JobResult result) {
    var s3 = settings.storage().s3();
    if (!s3.redirects() || !request.getMethod().equals(HttpMethod.GET)) {
      return Optional.empty();
    }
    return store
        .address(file.key(), result.mediaType(), s3.signedFor())
        .map(
            address ->
                Response.temporaryRedirect(address)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build());
  }
}
