package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.service.intake.Api.Answer;
import dev.planlift.service.intake.Api.Form;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A second engine beside the standard one, and in its place, on a real server that is never
 * restarted. The candidate is a runner of its own whose walls are higher than the standard's, and
 * which, unlike the standard one, does what drawings named {@code fault-…} ask for.
 */
class EnginesIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String AS_BOTH = "{\"options\": {\"wallHeight\": 2.9}}";

  private static @Nullable EmbeddedServer running;
  private static String house = "";

  @BeforeAll
  static void start() throws IOException, LaunchException {
    house = Files.readString(Path.of("samples", "house.dxf"));
    running =
        EmbeddedServer.start(
            EmbeddedServerFixture.settings("engines")
                .withEnvironment(
                    Map.of(
                        "PLANLIFT_ENGINE_DXF_NAME", "trial",
                        "PLANLIFT_ENGINE_DXF_OPTIONS", "wallHeight=3.5",
                        "PLANLIFT_ENGINE_DXF_JVMARGUMENTS", "-Dplanlift.test.faults=true",
                        "PLANLIFT_ENGINE_DXF_LIMIT", "25s",
                        // Else it might never have its turn beside what else runs here.
                        "PLANLIFT_RUNNER_LIMITS", "none",
                        "PLANLIFT_RETENTION_SWEEP", "500ms",
                        "PLANLIFT_INTAKE_RATELIMIT", "false")),
            System.err::println);
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @BeforeEach
  void switchOff() {
    engine("{\"mode\": \"off\"}");
  }

  @Test
  void aShadowRunThatMakesTheSameIsNotedAndLeavesNothing() {
    engine("{\"mode\": \"shadow\"}");
    double mismatches = metric("shadow_mismatch_total", "");
    var job = converted("same.dxf", AS_BOTH);

    var run = shadowRun(job.id());

    assertThat(run.getString("outcome")).as(run.toString()).isEqualTo("SAME");
    assertThat(run.getString("engine")).isEqualTo("trial");
    assertThat(run.getJsonArray("differences")).isEmpty();
    assertThat(run.getJsonObject("links")).containsOnlyKeys("self", "job");
    assertThat(files(job.id())).doesNotExist();
    assertThat(metric("shadow_mismatch_total", "")).isEqualTo(mismatches);
    assertThat(metric("shadow_runs_total", "outcome=\"same\"")).isPositive();
  }

  @Test
  void whatDiffersIsCountedTheOldIsReturnedAndBothAreKept() {
    double mismatches = metric("shadow_mismatch_total", "");
    engine("{\"mode\": \"shadow\"}");
    var job = converted("differs.dxf", "{}");

    var run = shadowRun(job.id());

    assertThat(run.getString("outcome")).as(run.toString()).isEqualTo("DIFFERENT");
    assertThat(run.getJsonArray("differences").getValuesAs(JsonString::getString))
        .anyMatch(sentence -> sentence.startsWith("wall: "));
    assertThat(metric("shadow_mismatch_total", "")).isEqualTo(mismatches + 1);
    assertThat(job.json().getString("engine")).isEqualTo("standard");
    var links = run.getJsonObject("links");
    assertThat(file(links.getString("standardModel"))).isEqualTo(model(job.id()));
    assertThat(file(links.getString("candidateModel")))
        .startsWith("glTF")
        .isNotEqualTo(model(job.id()));
    assertThat(file(links.getString("candidateReport"))).contains("\"wallHeight\" : \"3.5\"");
    assertThat(file(links.getString("standardReport"))).doesNotContain("wallHeight");
    assertThat(listed("DIFFERENT")).contains(job.id());
    assertThat(listed("SAME")).doesNotContain(job.id());

    assertThat(api().send(api().to(Api.JOBS + "/" + job.id()).DELETE()).status()).isEqualTo(204);
    assertThat(files(job.id())).doesNotExist();
    api().get("api/v1/shadow-runs/" + job.id()).problem(404, "NOT_FOUND");
  }

  @Test
  void aCandidateThatDiesHarmsNothing() throws SQLException {
    engine("{\"mode\": \"shadow\"}");
    var job = converted("fault-exit.dxf", "{}");
    assertThat(text("select attempt || ' ' || poison from job where id = ?", job.id()))
        .isEqualTo("1 0");

    var run = shadowRun(job.id());

    assertThat(run.getString("outcome")).isEqualTo("DIED");
    var links = run.getJsonObject("links");
    assertThat(file(links.getString("candidateReport"))).contains("process was its own");
    assertThat(links).doesNotContainKey("candidateModel");
    assertThat(
            text("select attempt || ' ' || poison || ' ' || state from job where id = ?", job.id()))
        .isEqualTo("1 0 SUCCESS");
    assertThat(metric("shadow_runs_total", "outcome=\"died\"")).isPositive();
  }

  @Test
  void aCandidateThatHangsHarmsNothingAndIsEnded() throws SQLException {
    engine("{\"mode\": \"shadow\"}");
    var hung = converted("fault-slow.dxf", "{}");
    var beside = List.of(converted("beside.dxf", AS_BOTH), converted("beside.dxf", AS_BOTH));
    for (var job : beside) {
      assertThat(text("select attempt || ' ' || poison from job where id = ?", job.id()))
          .isEqualTo("1 0");
    }

    assertThat(shadowRun(hung.id()).getString("outcome")).isEqualTo("TIMED_OUT");
    assertThat(api().job(hung.id(), "").state()).isEqualTo("SUCCESS");
    for (var job : beside) {
      assertThat(shadowRun(job.id()).getString("outcome")).as("after it").isEqualTo("SAME");
    }
  }

  @Test
  void theCandidateTakesTheStandardsPlaceForItsShareOfTheJobsAndGivesItBack() {
    var before = server().server().pid();
    double converted = metric("rollout_runs_total", "outcome=\"converted\"");
    // By their ids these are numbers 0 and 54 of a hundred.
    var early = "00000000-0000-0000-0000-000000000000";
    var late = "6b1f3d9c-52a4-4c8e-9f7b-0d2e4a6c8e10";
    var share = Map.of(0, "standard standard", 50, "trial standard", 100, "trial trial");
    for (int percent : new int[] {0, 50, 100}) {
      engine("{\"mode\": \"rollout\", \"share\": %d}".formatted(percent));
      assertThat(engineOf(early) + " " + engineOf(late)).isEqualTo(share.get(percent));
    }
    engine("{\"mode\": \"off\"}");
    assertThat(engineOf(early) + " " + engineOf(late)).isEqualTo("standard standard");
    assertThat(server().server().pid()).as("the same server").isEqualTo(before);
    assertThat(metric("rollout_runs_total", "outcome=\"converted\"")).isEqualTo(converted + 3);
    var told = api().get("api/v1/engines/dxf").json();
    assertThat(told.getString("mode")).isEqualTo("off");
    assertThat(told.getJsonArray("changes").getJsonObject(1))
        .as("what was said before")
        .containsEntry("share", Json.createValue(100));
  }

  @Test
  void resultsOfTheTwoAreNeverHandedOutForEachOther() {
    var drawing = drawing();
    var standard = post("reuse.dxf", drawing, "{}");
    assertThat(api().ended(standard.id()).state()).isEqualTo("SUCCESS");
    engine("{\"mode\": \"rollout\"}");
    var first = api().ended(post("reuse.dxf", drawing, "{}").id());
    assertThat(first.json()).doesNotContainKey("reused");
    assertThat(first.json().getString("engine")).isEqualTo("trial");
    assertThat(model(first.id())).isNotEqualTo(model(standard.id()));

    var second = post("reuse.dxf", drawing, "{}");
    assertThat(second.json().getBoolean("reused")).isTrue();
    assertThat(second.json().getString("engine")).isEqualTo("trial");
    assertThat(model(second.id())).isEqualTo(model(first.id()));

    engine("{\"mode\": \"off\"}");
    var third = post("reuse.dxf", drawing, "{}");
    assertThat(third.json().getBoolean("reused")).isTrue();
    assertThat(third.json().getString("engine")).isEqualTo("standard");
    assertThat(model(third.id())).isEqualTo(model(standard.id()));
  }

  @Test
  void whatTheCandidateDiesOfInTheStandardsPlaceTheStandardConverts() throws SQLException {
    engine("{\"mode\": \"rollout\"}");
    var job = api().ended(post("fault-crash.dxf", drawing(), "{}").id());
    assertThat(job.state()).isEqualTo("SUCCESS");
    assertThat(job.json().getString("engine")).isEqualTo("standard");
    assertThat(text("select poison || '' from job where id = ?", job.id())).isEqualTo("1");
  }

  @Test
  void whatAnotherServerWasToldHoldsHereWithinMoments() throws Exception {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into engine_switch (format, mode, share, at, who)"
              + " values ('DXF', 'ROLLOUT', 100, now(), 'another server')");
    }
    var deadline = Instant.now().plus(LIMIT);
    while (!engineOf(UUID.randomUUID().toString()).equals("trial")) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  @Test
  void whatWasFoundGoesAfterItsTime() throws Exception {
    engine("{\"mode\": \"shadow\"}");
    var job = converted("old.dxf", "{}");
    assertThat(shadowRun(job.id()).getString("outcome")).isEqualTo("DIFFERENT");
    assertThat(files(job.id())).isDirectory();
    try (var connection = connect();
        var statement =
            connection.prepareStatement(
                "update shadow_run set ran_at = now() - interval '8 days' where job_id = ?")) {
      statement.setObject(1, UUID.fromString(job.id()));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    var deadline = Instant.now().plus(LIMIT);
    while (Files.exists(files(job.id()))) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
    api().get("api/v1/shadow-runs/" + job.id()).problem(404, "NOT_FOUND");
    assertThat(model(job.id())).startsWith("glTF");
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    put("dxf", "{\"mode\": \"perhaps\"}").problem(400, "INVALID_REQUEST");
    put("dxf", "{\"mode\": \"rollout\", \"share\": 101}").problem(400, "INVALID_REQUEST");
    put("dxf", "{\"mode\": \"rollout\", \"share\": 0.5}").problem(400, "INVALID_REQUEST");
    put("dxf", "{\"share\": 10}").problem(400, "INVALID_REQUEST");
    put("pdf", "{\"mode\": \"shadow\"}").problem(409, "STATE_CONFLICT");
    put("dwg", "{\"mode\": \"off\"}").problem(404, "NOT_FOUND");
    api().get("api/v1/shadow-runs/" + UUID.randomUUID()).problem(404, "NOT_FOUND");
  }

  private static void engine(String wish) {
    var answer = put("dxf", wish);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.json().getString("candidate")).isEqualTo("trial");
  }

  private static Answer put(String format, String wish) {
    return api()
        .send(
            api()
                .to("api/v1/engines/" + format)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(wish)));
  }

  /** The engine that converts a job of this id. */
  private static String engineOf(String id) {
    api().send(api().to(Api.JOBS + "/" + id).DELETE());
    var job =
        post(
            "share.dxf",
            "999\n" + UUID.randomUUID() + "\n" + Api.ONE_LINE,
            "{\"id\": \"" + id + "\"}");
    var ended = api().ended(job.id());
    assertThat(ended.state()).as(ended.response().body()).isEqualTo("SUCCESS");
    return ended.json().getString("engine");
  }

  private static Answer converted(String name, String request) {
    var job = api().ended(post(name, drawing(), request).id());
    assertThat(job.state()).as(job.response().body()).isEqualTo("SUCCESS");
    return job;
  }

  private static Answer post(String name, String drawing, String request) {
    var answer = api().post(new Form().file(name, drawing).request(request));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    return answer;
  }

  /** The house, with bytes of its own. */
  private static String drawing() {
    return "999\n" + UUID.randomUUID() + "\n" + house;
  }

  private static JsonObject shadowRun(String id) {
    var deadline = Instant.now().plus(LIMIT);
    while (true) {
      var answer = api().get("api/v1/shadow-runs/" + id);
      if (answer.status() == 200) {
        return answer.json();
      }
      assertThat(Instant.now()).as("no shadow run of %s", id).isBefore(deadline);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> listed(String outcome) {
    return api()
        .get("api/v1/shadow-runs?format=dxf&limit=200&outcome=" + outcome)
        .json()
        .getJsonArray("shadowRuns")
        .getValuesAs(run -> run.asJsonObject().getString("jobId"));
  }

  private static String model(String id) {
    return file("/" + Api.JOBS + "/" + id + "/model.glb");
  }

  private static String file(String path) {
    var answer = api().bytes(api().to(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.ISO_8859_1);
  }

  /** Of the candidate; 0 as long as there is none. */
  private static double metric(String name, String label) {
    var line = Pattern.compile(name + "\\{([^}]*)\\} (\\S+)").matcher(metrics());
    while (line.find()) {
      if (line.group(1).contains("engine=\"trial\"") && line.group(1).contains(label)) {
        return Double.parseDouble(line.group(2));
      }
    }
    return 0;
  }

  private static String metrics() {
    return api().get("metrics").response().body();
  }

  private static Path files(String id) {
    return server().data().resolve("files").resolve("shadow").resolve(id);
  }

  private static String text(String query, String id) throws SQLException {
    try (var connection = connect();
        var statement = connection.prepareStatement(query)) {
      statement.setObject(1, UUID.fromString(id));
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).as(query).isTrue();
        return rows.getString(1);
      }
    }
  }

  private static java.sql.Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server().databaseUrl(), server().databaseUser(), server().databasePassword());
  }

  private static Api api() {
    return new Api(server().address());
  }

  private static EmbeddedServer server() {
    return Objects.requireNonNull(running);
  }
}
