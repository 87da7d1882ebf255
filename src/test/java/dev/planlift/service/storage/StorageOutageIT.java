package dev.planlift.service.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.RetryableError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A storage that is taken away from under the server for a moment, and for longer. */
class StorageOutageIT {
  private static final int TRIES = 50;

  private static @Nullable EmbeddedServer running;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String id = "";

  @BeforeAll
  static void startServer() throws IOException, LaunchException {
    var settings =
        EmbeddedServerFixture.settings("storage-outage")
            .withEnvironment(
                Map.of("PLANLIFT_INTAKE_RATELIMIT", "false", "PLANLIFT_RETRY_BASE", "1s"));
    running = EmbeddedServer.start(settings, System.err::println);
  }

  @AfterAll
  static void stopServer() {
    server().close();
  }

  @BeforeEach
  void convertOne() throws IOException {
    try (var client = new JobClient(server().address())) {
      id = Json.string(client.post(Path.of("samples/house.dxf")), "id");
      var job = client.await(id, Duration.ofSeconds(60));
      while (Json.at(job, "finishedAt").isEmpty()) {
        job = client.await(id, Duration.ofSeconds(60));
      }
      assertThat(job).containsEntry("state", "SUCCESS");
    }
  }

  @AfterEach
  void giveBack() throws IOException {
    if (Files.isSymbolicLink(files())) {
      comeBack();
    }
  }

  @Test
  void aResultIsReadAllTheSameWhenTheStorageIsAwayForAMoment() throws Exception {
    for (int i = 0; metric("ft_retry_calls_total", "find", "valueReturned") == 0; i++) {
      assertThat(i).as("tries").isLessThan(TRIES);
      goAway();
      var answer = CompletableFuture.supplyAsync(this::report);
      Thread.sleep(100); // it has been asked for in vain by now, and will be once more
      comeBack();
      assertThat(answer.get().statusCode()).isIn(200, 503);
    }
  }

  @Test
  void aStorageThatStaysAwayIsLeftAloneAndTakenUpAgain() throws Exception {
    goAway();
    var answer = report();
    for (int i = 0; !detail(answer).contains("left alone"); i++) {
      assertThat(i).as("tries").isLessThan(TRIES);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(Json.string(Json.object(answer.body()), "code"))
          .isEqualTo(ErrorCode.STORAGE_ERROR.name());
      answer = report();
    }
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(metric("ft_circuitbreaker_opened_total", "find", "")).isPositive();
    comeBack();
    for (int i = 0; answer.statusCode() == 503; i++) {
      assertThat(i).as("tries").isLessThan(10 * TRIES);
      Thread.sleep(100);
      answer = report();
    }
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  /** What is uploaded while the storage is away is refused; afterwards all goes its way. */
  @Test
  void aDrawingIsRefusedWhileTheStorageIsAway() throws Exception {
    goAway();
    try (var client = new JobClient(server().address())) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                      RetryableError.class, () -> client.post(Path.of("samples/house.dxf")))
                  .code())
          .isEqualTo(ErrorCode.STORAGE_ERROR);
    }
    comeBack();
    convertOne();
  }

  private static EmbeddedServer server() {
    return Objects.requireNonNull(running);
  }

  private static Path files() {
    return server().data().resolve("files");
  }

  private static Path aside() {
    return server().data().resolve("files.aside");
  }

  /** A link to itself where the folder was: no read and no write below it succeeds. */
  private static void goAway() throws IOException {
    Files.move(files(), aside());
    Files.createSymbolicLink(files(), files());
  }

  private static void comeBack() throws IOException {
    Files.delete(files());
    Files.move(aside(), files());
  }

  private HttpResponse<String> report() {
    return get("api/v1/jobs/" + id + "/report.json");
  }

  private HttpResponse<String> get(String path) {
    try {
      URI address = server().address().resolve(path);
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String detail(HttpResponse<String> answer) throws IOException {
    return answer.statusCode() == 503 ? Json.string(Json.object(answer.body()), "detail") : "";
  }

  /** The sum of a metric's values for one method of the storage, over the labels that fit. */
  private double metric(String name, String method, String label) {
    var line =
        Pattern.compile(
            "(?m)^" + name + "\\{([^}]*GuardedStore\\." + method + "\"[^}]*)} ([0-9.E]+)$");
    return line.matcher(get("metrics").body())
        .results()
        .filter(found -> found.group(1).contains(label))
        .filter(found -> label.isEmpty() || found.group(1).contains("retried=\"true\""))
        .mapToDouble(found -> Double.parseDouble(found.group(2)))
        .sum();
  }
}
