package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.bench.chaos.RadosGateway;
import dev.planlift.cli.bench.chaos.Reckoning;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.LaunchException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The whole server with its files in the bucket of a real S3 server, which goes away at times. */
class S3ServerIT {
  private static final String BUCKET = "planlift-it";

  private static String converted = "";
  private static @Nullable Path release;

  private static @Nullable RadosGateway gateway;
  private static @Nullable EmbeddedServer running;

  @BeforeAll
  static void start() throws IOException, LaunchException {
    assumeThat(RadosGateway.isInstalled())
        .as("The S3 server is missing: apt-get install radosgw ceph-mon ceph-osd")
        .isTrue();
    var settings = EmbeddedServerFixture.settings("s3");
    release = settings.data().resolveSibling("release-" + UUID.randomUUID());
    var s3 = RadosGateway.start(settings.data().resolveSibling("s3-" + UUID.randomUUID()));
    gateway = s3;
    try (var client = client()) {
      client.createBucket(request -> request.bucket(BUCKET));
    }
    running = EmbeddedServer.start(settings.withEnvironment(environment(s3)), System.err::println);
  }

  private static Map<String, String> environment(RadosGateway s3) {
    return Map.ofEntries(
        Map.entry("PLANLIFT_STORAGE_KIND", "s3"),
        Map.entry("PLANLIFT_STORAGE_S3_ENDPOINT", s3.endpoint().toString()),
        Map.entry("PLANLIFT_STORAGE_S3_BUCKET", BUCKET),
        Map.entry("PLANLIFT_STORAGE_S3_PREFIX", "here/"),
        Map.entry("PLANLIFT_STORAGE_S3_ACCESSKEY", RadosGateway.ACCESS_KEY),
        Map.entry("PLANLIFT_STORAGE_S3_SECRETKEY", RadosGateway.SECRET_KEY),
        Map.entry("PLANLIFT_STORAGE_S3_ATTEMPTS", "1"),
        Map.entry("PLANLIFT_CHECKPOINT_WORTH", "0s"),
        Map.entry("PLANLIFT_RETRY_BASE", "1s"),
        Map.entry("PLANLIFT_RETRY_CAP", "1s"),
        Map.entry("PLANLIFT_RETRY_RETRIES", "2"),
        Map.entry("PLANLIFT_INTAKE_RATELIMIT", "false"),
        // Holds a job up, after its drawing has been fetched, until the storage has been killed.
        Map.entry(
            "PLANLIFT_RUNNER_JVMARGUMENTS",
            "-Dplanlift.test.faults=true,-Dplanlift.test.release=" + release));
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      if (running != null) {
        Reckoning.assertEachEndedOnce("S3 killed, away, and back", running);
      }
    } finally {
      if (running != null) {
        running.close();
      }
      if (gateway != null) {
        gateway.close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "model.glb, model/gltf-binary, glTF",
    "report.json, application/json, {",
    "preview.png, image/png, \u0089PNG",
    "overlay.svg, image/svg+xml, <svg",
  })
  void aJobsResultsComeOutOfTheBucketWholeAndInParts(String file, String type, String start) {
    converted = converted.isEmpty() ? converted() : converted;
    var path = Api.JOBS + "/" + converted + "/" + file;

    var whole = api().bytes(api().to(path));
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(header(whole, "Content-Type")).isEqualTo(type);
    assertThat(header(whole, "Content-Length")).isEqualTo("" + whole.body().length);
    assertThat(new String(whole.body(), StandardCharsets.ISO_8859_1)).startsWith(start);

    var part = api().bytes(api().to(path).header("Range", "bytes=1-4"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 1, 5));
    var known = api().bytes(api().to(path).header("If-None-Match", header(whole, "ETag")));
    assertThat(known.statusCode()).isEqualTo(304);
  }

  @Test
  void clientsCanBeSentToTheBucketForAWhile() throws Exception {
    var environment = new HashMap<>(environment(s3()));
    environment.put("PLANLIFT_STORAGE_S3_REDIRECTS", "true");
    environment.put("PLANLIFT_STORAGE_S3_SIGNEDFOR", "14m");
    var settings = EmbeddedServerFixture.settings("s3-redirects").withEnvironment(environment);
    Consumer<String> said = System.err::println;
    try (var server = EmbeddedServer.start(settings, said)) {
      var api = new Api(server.address());
      var path = Api.JOBS + "/" + api.ended(api.submit("sent.dxf", distinct())).id() + "/model.glb";

      var answer = api.bytes(api.to(path));
      var head = api.bytes(api.to(path).method("HEAD", BodyPublishers.noBody()));

      assertThat(answer.statusCode()).isEqualTo(307);
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      var address = header(answer, "Location");
      assertThat(address).startsWith(s3().endpoint().toString()).contains("X-Amz-Expires=840");
      var model = api.bytes(api.to(address).header("Range", "bytes=0-3"));
      assertThat(model.statusCode()).isEqualTo(206);
      assertThat(model.body()).asString(StandardCharsets.US_ASCII).isEqualTo("glTF");
      assertThat(header(model, "Content-Type")).isEqualTo("model/gltf-binary");
      assertThat(head.statusCode()).isEqualTo(200);
      api.get(Api.JOBS + "/" + UUID.randomUUID() + "/model.glb").problem(404, "NOT_FOUND");
    }
  }

  @Test
  void aRetryGoesOnFromACheckpointInTheBucket() {
    var first = api().ended(api().submit("lines.dxf", manyLines()));
    assertThat(first.state()).as(first.response().body()).isEqualTo("SUCCESS");

    var retry =
        api()
            .send(
                api()
                    .to(Api.JOBS + "/" + first.id() + "/retry")
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString("{\"options\":{\"compression\":\"quantized\"}}")));
    assertThat(retry.status()).as(retry.response().body()).isEqualTo(202);

    var second = api().ended(retry.id());
    assertThat(second.state()).as(second.response().body()).isEqualTo("SUCCESS");
    assertThat(second.json().getJsonArray("stages").toString()).contains("REUSED");
  }

  @Test
  void aDeletedJobLeavesNothingInTheBucket() {
    var before = keys();
    var id = converted();
    assertThat(keys()).hasSizeGreaterThan(before.size());

    var gone = api().send(api().to(Api.JOBS + "/" + id).DELETE());

    assertThat(gone.status()).isEqualTo(204);
    assertThat(keys()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void resultsThatCannotBeStoredAreTriedAgainUntilTheStorageIsBack() throws IOException {
    var before = keys();
    var id = held("fault-held-patient.dxf");
    s3().kill();
    letGo();
    await(id, "RETRY");
    s3().startAgain();

    var job = api().ended(id);

    assertThat(job.state()).as(job.response().body()).isEqualTo("SUCCESS");
    assertThat(job.json().getInt("attempt")).isGreaterThan(1);
    // The drawing and the five results of one attempt, nothing of those that failed.
    assertThat(keys()).hasSize(before.size() + 6);
  }

  @Test
  void aJobWhoseStorageStaysAwayEndsAsADeadLetterAndDrawingsAreRefusedUntilItIsBack()
      throws Exception {
    var id = held("fault-held-hopeless.dxf");
    s3().kill();
    try {
      letGo();
      var job = api().ended(id);
      assertThat(job.state()).as(job.response().body()).isEqualTo("DEAD_LETTER");
      assertThat(job.json().getJsonObject("error").getString("code")).isEqualTo("STORAGE_ERROR");
      assertThat(job.json().getInt("attempt")).isEqualTo(3);
      var refused = post();
      refused.problem(503, "STORAGE_ERROR");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    } finally {
      s3().startAgain();
    }
    var next = post();
    for (int i = 0; i < 60 && next.status() != 202; i++) {
      Thread.sleep(500); // it is asked again some seconds after it has failed
      next = post();
    }
    assertThat(api().ended(next.id()).state()).isEqualTo("SUCCESS");
  }

  private static Api.Answer post() {
    return api().post(new Api.Form().file("s3.dxf", distinct()));
  }

  /** A job whose drawing has been fetched, and which goes no further. */
  private static String held(String name) throws IOException {
    Files.deleteIfExists(Objects.requireNonNull(release));
    var id = api().submit(name, distinct());
    awaitStage(id, "READ");
    return id;
  }

  private static void letGo() throws IOException {
    Files.createFile(Objects.requireNonNull(release));
  }

  private static String converted() {
    var job = api().ended(api().submit("s3.dxf", distinct()));
    assertThat(job.state()).as(job.response().body()).isEqualTo("SUCCESS");
    return job.id();
  }

  /** One line, with bytes of its own. */
  private static String distinct() {
    return "999\n" + UUID.randomUUID() + "\n" + Api.ONE_LINE;
  }

  /** Enough for a checkpoint to be smaller. */
  private static String manyLines() {
    return Api.dxf("0\nLINE\n8\nWALLS\n10\n1\n20\n2\n11\n3\n21\n4\n".repeat(100));
  }

  private static void awaitStage(String id, String stage) {
    for (int i = 0; i < 60; i++) {
      if (api().job(id, "?wait=1s").json().getString("stage", "").equals(stage)) {
        return;
      }
    }
    throw new AssertionError("Never in " + stage + ": " + api().job(id, "").response().body());
  }

  private static void await(String id, String state) {
    for (int i = 0; i < 60; i++) {
      if (api().job(id, "?wait=1s").state().equals(state)) {
        return;
      }
    }
    throw new AssertionError("Never " + state + ": " + api().job(id, "").response().body());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** What anybody sees in the bucket; but for the probes of the server's health. */
  private static List<String> keys() {
    try (var client = client()) {
      return client.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
          .map(S3Object::key)
          .filter(key -> !key.startsWith("here/health/"))
          .toList();
    }
  }

  private static S3Client client() {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .endpointOverride(s3().endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(RadosGateway.ACCESS_KEY, RadosGateway.SECRET_KEY)))
        .build();
  }

  private static Api api() {
    return new Api(Objects.requireNonNull(running).address());
  }

  private static RadosGateway s3() {
    return Objects.requireNonNull(gateway);
  }
}
