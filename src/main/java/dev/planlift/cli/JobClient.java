package dev.planlift.cli;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client of the HTTP interface, such as anybody could write. Thread-safe. */
public final class JobClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final URI jobs;

  /** HTTP/1.1: an upgrade of a large upload to HTTP/2 would meet a stream limit. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public JobClient(URI server) {
    this.jobs = server.resolve("/api/v1/jobs");
  }

  /** Posts a drawing; the job as the server answers it. */
  public Map<String, @Nullable Object> post(Path drawing) throws IOException {
    var boundary = "planlift-" + UUID.randomUUID();
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, drawing.getFileName())
            + "Content-Type: application/octet-stream\r\n\r\n";
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(drawing),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return json(
        HttpRequest.newBuilder(jobs)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body));
  }

  /** The job as it stands. */
  public Map<String, @Nullable Object> get(String id) throws IOException {
    return json(HttpRequest.newBuilder(URI.create(jobs + "/" + id)));
  }

  /** The job when its state has changed, or as it stands after that time. */
  public Map<String, @Nullable Object> await(String id, Duration time) throws IOException {
    return json(
        HttpRequest.newBuilder(URI.create(jobs + "/" + id + "?wait=" + time.toSeconds() + "s")));
  }

  /** One of the results that is JSON. */
  public Map<String, @Nullable Object> report(String id) throws IOException {
    return json(HttpRequest.newBuilder(URI.create(jobs + "/" + id + "/report.json")));
  }

  private Map<String, @Nullable Object> json(HttpRequest.Builder request) throws IOException {
    try {
      var answer = http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
      var body = Json.object(answer.body());
      if (answer.statusCode() >= 400) {
        throw problem(answer.statusCode(), body);
      }
      return body;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private static RuntimeException problem(int status, Map<String, @Nullable Object> body) {
    var detail =
        "The server answers %d: %s %s"
            .formatted(status, Json.string(body, "title"), Json.string(body, "detail"));
    var code = code(Json.string(body, "code"));
    return status == 429 || status == 503
        ? new RetryableError(code, detail)
        : new PermanentError(code, detail, Place.of("status", status));
  }

  private static ErrorCode code(String name) {
    for (var code : ErrorCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return ErrorCode.INTERNAL;
  }

  @Override
  public void close() {
    http.close();
  }
}
