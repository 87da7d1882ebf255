package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where drawings come in. */
@Path(IntakeApplication.JOBS)
@ApplicationScoped
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // injected
public class JobSubmission {
  @Inject private DrawingStorage storage;
  @Inject private SubmissionForm form;
  @Inject private Submissions submissions;
  @Inject private Settings settings;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "submitJob",
      summary = "Send a drawing",
      description =
          "A form of a file and, in any order, a request of JSON; or JSON that names the address of"
              + " the file, which the worker fetches. The same Idempotency-Key with the same request"
              + " is answered as before for 24 hours. A drawing that was converted before, with the"
              + " same options and name, is answered at once: its job has ended.")
  @APIResponse(
      responseCode = "202",
      description = "accepted; the job waits, or has ended where its results were there",
      headers = {
        @Header(
            name = HttpHeaders.LOCATION,
            description = "the job's address",
            schema = @Schema(implementation = String.class)),
        @Header(
            name = FirstAnswers.REPLAYED,
            description = "true: the job was accepted before",
            schema = @Schema(implementation = Boolean.class))
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class)))
  public Response submit(
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = SubmissionSchema.Form.class),
                    encoding =
                        @Encoding(name = "request", contentType = MediaType.APPLICATION_JSON)),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SubmissionSchema.Reference.class))
              })
          InputStream body,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1")
          long requestBytes,
      @Parameter(description = "up to 255 characters of the client's choice")
          @HeaderParam(FirstAnswers.IDEMPOTENCY_KEY)
          @Nullable String idempotencyKey)
      throws IOException {
    storage.checkRoom();
    var key = Optional.ofNullable(idempotencyKey);
    key.ifPresent(FirstAnswers::checkKey);
    var filled = form.receive(body, contentType, requestBytes);
    return SubmissionAnswer.of(
        submissions.accept(filled.request(), filled.drawing(), Optional.empty(), key));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true) // told with the form: one address and method is one operation there
  public Response submitReference(
      InputStream body, @HeaderParam(FirstAnswers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey)
      throws IOException {
    var json = JsonBody.object(JsonBody.bytes(body));
    boolean byUpload = json.containsKey("uploadId");
    if (byUpload == json.containsKey("fileUrl")) {
      throw JsonBody.invalid("uploadId", "is given, or fileUrl is: one of the two");
    }
    var field = byUpload ? "uploadId" : "fileUrl";
    var text =
        JsonBody.text(json, field)
            .orElseThrow(() -> JsonBody.invalid(field, "is a text, not null"));
    var rest = Json.createObjectBuilder(json).remove(field).build();
    var request = SubmissionRequest.of(rest, SubmissionRequest.Bounds.of(settings));
    if (byUpload) {
      throw new PermanentError(
          ErrorCode.UNSUPPORTED,
          "This version takes the drawing itself, or an address; no uploads before.",
          Place.of("field", field));
    }
    var drawing = ArrivedDrawing.at(settings.intake().fileAddresses().check(text));
    storage.checkRoom();
    var key = Optional.ofNullable(idempotencyKey);
    key.ifPresent(FirstAnswers::checkKey);
    return SubmissionAnswer.of(submissions.accept(request, drawing, Optional.empty(), key));
  }
}
