package dev.planlift.service.intake;

import dev.planlift.service.job.JobSearch;
import dev.planlift.service.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How jobs stand: one, with waiting for its next change, and lists of many. */
@Path(IntakeApplication.JOBS)
@ApplicationScoped
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // injected
public class JobReading {
  @Inject private Jobs jobs;
  @Inject private JobSearch search;
  @Inject private JobAnswers answers;
  @Inject private LongPolls longPolls;

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getJob",
      summary = "How a job stands",
      description =
          "With wait, the answer comes when the state changes or is final, at the latest after the"
              + " time given. With If-None-Match beside it, it comes when anything changes:"
              + " progress and stages too.")
  @APIResponse(
      responseCode = "200",
      description = "the job",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class)))
  @APIResponse(responseCode = "304", description = "nothing has changed since If-None-Match")
  public void get(
      @Parameter(schema = @Schema(implementation = String.class, format = "uuid")) @PathParam("id")
          String id,
      @Parameter(description = "up to 60s, as in 30s or 500ms", example = "30s") @QueryParam("wait")
          @Nullable String wait,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Suspended AsyncResponse answer) {
    var jobId = JobId.inPath(id);
    var patience = wait == null ? Duration.ZERO : Patience.parse(wait);
    var job = jobs.find(jobId).orElseThrow(() -> JobId.unknown(id));
    if (patience.isZero()) {
      answer.resume(answers.current(job, ifNoneMatch));
    } else {
      longPolls.begin(job, ifNoneMatch, patience, answer);
    }
  }

  @GET
  @Operation(operationId = "listJobs", summary = "Jobs, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "a page of jobs",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobPage.class)))
  public JobPage list(
      @Parameter(description = "only jobs in this state") @QueryParam("state")
          @Nullable String state,
      @Parameter(
              description = "only drawings of this format",
              schema = @Schema(enumeration = {"dxf", "pdf"}))
          @QueryParam("format")
          @Nullable String format,
      @Parameter(description = "text that the name contains, whatever its case") @QueryParam("name")
          @Nullable String name,
      @Parameter(
              description = "only jobs accepted at or after this time",
              schema = @Schema(implementation = String.class, format = "date-time"))
          @QueryParam("since")
          @Nullable String since,
      @Parameter(
              description = "a minus in front: the newest first",
              schema =
                  @Schema(
                      defaultValue = "-createdAt",
                      enumeration = {"createdAt", "-createdAt"}))
          @QueryParam("sort")
          @Nullable String sort,
      @BeanParam PageQuery page,
      @Context UriInfo uri) {
    var query = ListQuery.parse(state, format, name, since, sort, page);
    return JobPage.of(search.page(query), uri);
  }
}
