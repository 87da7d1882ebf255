package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A client that chooses its jobs' ids, so that it may ask again whatever it was answered. */
final class Poster implements AutoCloseable {
  static final int ACCEPTED = 202;
  static final int CONFLICT = 409;

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String BOUNDARY = "planlift-chaos";

  private final URI jobs;

  /** HTTP/1.1, as an upgrade would cost every first request. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Poster(URI server) {
    this.jobs = server.resolve("/api/v1/jobs");
  }

  /**
   * A drawing on its way.
   *
   * @param name the job's; tells the jobs of one run
   * @param priority high, default or low
   */
  record Parcel(UUID id, String name, String priority, Supplier<byte[]> drawing) {}

  /**
   * Posts once.
   *
   * @return the status that was answered
   * @throws IOException where none was
   */
  int post(Parcel parcel) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(jobs)
            .timeout(LIMIT)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(form(parcel)))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** The status of a job's model: 200, or 307 where it is to be had elsewhere. */
  int model(UUID id) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(jobs + "/" + id + "/model.glb"))
            .timeout(LIMIT)
            .method("HEAD", BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static byte[] form(Parcel parcel) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("id", parcel.id());
    request.put("name", parcel.name());
    request.put("priority", parcel.priority());
    var form = new ByteArrayOutputStream();
    form.writeBytes(
        ascii(
            "--%1$s\r\nContent-Disposition: form-data; name=\"request\"\r\n".formatted(BOUNDARY)
                + "Content-Type: application/json\r\n\r\n"
                + Json.text(request)
                + "\r\n--%1$s\r\n".formatted(BOUNDARY)
                + "Content-Disposition: form-data; name=\"file\"; filename=\"drawing.dxf\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"));
    form.writeBytes(parcel.drawing().get());
    form.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
    return form.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
