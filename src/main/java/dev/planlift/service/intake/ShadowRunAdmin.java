package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.JobQuery.Cursor;
import dev.planlift.service.job.ShadowOutcome;
import dev.planlift.service.job.ShadowRun;
import dev.planlift.service.job.ShadowRuns;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What came of shadow runs, for those who decide about a candidate engine; meant for the role
 * {@code admin}. There are no roles yet; whoever reaches the server may call it.
 */
@Path(IntakeApplication.SHADOW_RUNS)
@ApplicationScoped
@Tag(name = "engines")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // injected
public class ShadowRunAdmin {
  @Inject private ShadowRuns runs;
  @Inject private ArtifactStore store;

  @GET
  @Operation(
      operationId = "listShadowRuns",
      summary = "Jobs that a candidate engine converted once more, and what differed",
      description = "The last first. Files are kept of those only whose results differ.")
  @APIResponse(
      responseCode = "200",
      description = "a page of shadow runs",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ShadowRunPage.class)))
  public ShadowRunPage list(
      @Parameter(
              description = "only of this format",
              schema = @Schema(enumeration = {"dxf", "pdf"}))
          @QueryParam("format")
          @Nullable String format,
      @Parameter(
              description = "only those that ended so",
              schema = @Schema(implementation = ShadowOutcome.class))
          @QueryParam("outcome")
          @Nullable String outcome,
      @BeanParam PageQuery page,
      @Context UriInfo uri) {
    int most = page.most();
    var found =
        runs.list(
            new ShadowRuns.Query(
                ListQuery.constant(Format.class, "format", format),
                ListQuery.constant(ShadowOutcome.class, "outcome", outcome),
                page.after().map(Cursor::parse),
                most));
    var shown = found.subList(0, Math.min(most, found.size()));
    return new ShadowRunPage(
        shown.stream().map(ShadowRunView::of).toList(),
        found.size() > most ? JobPage.next(place(shown.getLast()), uri) : null);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getShadowRun", summary = "What came of one job's shadow run")
  @APIResponse(
      responseCode = "200",
      description = "the shadow run",
      content = @Content(schema = @Schema(implementation = ShadowRunView.class)))
  public ShadowRunView get(@PathParam("id") String id) {
    return ShadowRunView.of(find(id));
  }

  @GET
  @Path("{id}/{file}")
  @Produces({JobResult.GLB, JobResult.JSON, JobResult.PNG, JobResult.SVG})
  @Tag(name = "results")
  @Operation(
      operationId = "getShadowFile",
      summary = "A file of either engine, by the name that the shadow run's links tell")
  @APIResponse(
      responseCode = "200",
      description = "the file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response file(
      @PathParam("id") String id, @PathParam("file") String name, @Context HttpHeaders headers) {
    var run = find(id);
    var file = ShadowRunView.file(name).orElseThrow(() -> unknown(name));
    var found = store.find(run.folder() + "/" + name).orElseThrow(() -> unknown(name));
    return FileAnswer.of(found, file.mediaType(), headers, store);
  }

  private ShadowRun find(String id) {
    return Optional.of(JobId.inPath(id))
        .flatMap(runs::find)
        .orElseThrow(
            () ->
                new PermanentError(
                    ErrorCode.NOT_FOUND,
                    "There is no shadow run of job " + id + ".",
                    Place.of("id", id)));
  }

  private static PermanentError unknown(String file) {
    return new PermanentError(
        ErrorCode.NOT_FOUND, "The shadow run has no " + file + ".", Place.of("file", file));
  }

  private static String place(ShadowRun run) {
    return new Cursor(run.at(), run.jobId()).text();
  }
}
