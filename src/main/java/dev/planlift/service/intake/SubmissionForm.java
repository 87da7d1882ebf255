package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.service.config.Settings;
import dev.planlift.service.intake.DrawingStorage.Declared;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes in the form of a submission: a file and a request, in whichever order they come. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class SubmissionForm {
  private static final int MAX_BOUNDARY_LENGTH = 70; // RFC 2046 §5.1.1

  @Inject private DrawingStorage storage;
  @Inject private Settings settings;

  /** A form that has arrived whole. */
  record Filled(SubmissionRequest request, ArrivedDrawing drawing) {}

  /**
   * Reads the form; the file goes straight to the storage.
   *
   * @param requestBytes length of the whole body; -1 where unknown
   * @throws PermanentError for whatever is wrong with it; nothing is kept then
   */
  Filled receive(InputStream body, String contentType, long requestBytes) throws IOException {
    var reader = new MultipartReader(body, boundary(contentType));
    var reading = new Reading(requestBytes);
    try {
      for (var part = reader.next(); part.isPresent(); part = reader.next()) {
        reading.take(part.get());
      }
      return reading.filled();
    } catch (IOException | RuntimeException e) {
      reading.discard();
      throw e;
    }
  }

  private static String boundary(String contentType) {
    var boundary = HeaderParameters.of(contentType).get("boundary").orElse("");
    if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY_LENGTH) {
      throw new PermanentError(
          ErrorCode.INVALID_REQUEST,
          "The multipart body has no boundary of 1 to " + MAX_BOUNDARY_LENGTH + " characters.",
          Place.of("header", "Content-Type"));
    }
    return boundary;
  }

  private final class Reading {
    private final long requestBytes;
    private @Nullable SubmissionRequest request;
    private @Nullable ArrivedDrawing drawing;

    Reading(long requestBytes) {
      this.requestBytes = requestBytes;
    }

    void take(MultipartReader.Part part) throws IOException {
      switch (part.name()) {
        case "file" -> {
          once("file", drawing);
          drawing = storage.receive(part.body(), declared(part));
        }
        case "request" -> {
          once("request", request);
          request =
              SubmissionRequest.parse(
                  JsonBody.bytes(part.body()), SubmissionRequest.Bounds.of(settings));
        }
        default ->
            throw JsonBody.invalid(part.name(), "the form has the parts file and request only");
      }
    }

    Filled filled() {
      if (drawing == null) {
        throw JsonBody.invalid("file", "the form has no such part");
      }
      return new Filled(request == null ? SubmissionRequest.DEFAULTS : request, drawing);
    }

    void discard() {
      if (drawing != null) {
        storage.discard(drawing);
      }
    }

    private void once(String part, @Nullable Object before) {
      if (before != null) {
        throw JsonBody.invalid(part, "the form has this part twice");
      }
    }

    private Declared declared(MultipartReader.Part part) {
      return new Declared(
          part.fileName().map(SubmissionForm::lastName).orElse(""),
          part.contentType(),
          requestBytes);
    }
  }

  /** Browsers may send a path; what it is called is behind the last slash of either kind. */
  private static String lastName(String path) {
    var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(SubmissionRequest.MAX_NAME_LENGTH)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
