package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.service.intake.Api.Answer;
import dev.planlift.service.intake.Api.Form;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Results that are handed out again, kept for their time, and gone at its end. */
class ReuseIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String EMPTY = Api.dxf("");

  private static @Nullable EmbeddedServer running;

  @BeforeAll
  static void start() throws IOException, LaunchException {
    running =
        EmbeddedServer.start(
            EmbeddedServerFixture.settings("reuse")
                .withEnvironment(
                    Map.of(
                        "PLANLIFT_INTAKE_RATELIMIT", "false",
                        "PLANLIFT_RETENTION_SWEEP", "500ms",
                        // Two at once overlap.
                        "PLANLIFT_RUNNER_JVMARGUMENTS", "-Dplanlift.test.delay.READ=700")),
            System.err::println);
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void theSameDrawingIsAnsweredAtOnceWithTheSameModel() throws SQLException {
    var drawing = distinct();
    var first = converted("plan.dxf", drawing);
    assertThat(first.json()).doesNotContainKey("reused");

    var second = post("plan.dxf", drawing, "{}");

    assertThat(second.state()).isEqualTo("SUCCESS");
    assertThat(second.json().getBoolean("reused")).isTrue();
    assertThat(second.json().getInt("progress")).isEqualTo(100);
    assertThat(second.json().getJsonObject("figures"))
        .isEqualTo(first.json().getJsonObject("figures"));
    assertThat(second.json().getJsonArray("stages"))
        .allMatch(stage -> stage.asJsonObject().getString("state").equals("REUSED"));
    assertThat(model(second.id())).isEqualTo(model(first.id()));
    assertThat(
            text(
                "select string_agg(move, ' ' order by id) from job_audit where job_id = ?",
                second.id()))
        .isEqualTo("ACCEPT CLAIM SUCCEED");
    assertThat(
            text("select detail from job_audit where move = 'SUCCEED' and job_id = ?", second.id()))
        .startsWith("reused results/");
    assertThat(api().get("metrics").response().body()).contains("results_reused_total");
  }

  @Test
  void otherBytesNamesOrOptionsAreOtherWork() {
    var drawing = distinct();
    converted("plan.dxf", drawing);
    assertThat(post("plan.dxf", distinct(), "{}").state()).isEqualTo("PENDING");
    assertThat(post("other.dxf", drawing, "{}").state()).isEqualTo("PENDING");
    assertThat(post("plan.dxf", drawing, "{\"options\": {\"wallHeight\": 3.1}}").state())
        .isEqualTo("PENDING");
    assertThat(post("plan.dxf", drawing, "{\"options\": {}, \"metadata\": {\"a\": 1}}").state())
        .as("what does not shape the model makes no difference")
        .isEqualTo("SUCCESS");
  }

  @Test
  void aRetryIsRunAllTheSame() {
    var first = converted("plan.dxf", distinct());
    var retry = retry(first.id());
    assertThat(retry.state()).isEqualTo("PENDING");
    var ended = api().ended(retry.id());
    assertThat(ended.state()).isEqualTo("SUCCESS");
    assertThat(ended.json()).doesNotContainKey("reused");
    assertThat(model(retry.id())).isEqualTo(model(first.id()));
  }

  @Test
  void whatFailedIsTriedAnew() {
    var drawing = "999\n" + UUID.randomUUID() + "\n" + EMPTY;
    for (int i = 0; i < 2; i++) {
      var job = api().ended(api().submit("nothing.dxf", drawing));
      assertThat(job.state()).isEqualTo("FAILURE");
      assertThat(job.json().getInt("attempt")).isEqualTo(1);
      assertThat(job.json()).doesNotContainKey("reused");
    }
  }

  @Test
  void theSameDrawingPostedManyTimesAtOnceLeavesOneResult() throws Exception {
    var drawing = distinct();
    var posts = new ArrayList<Callable<String>>();
    for (int i = 0; i < 6; i++) {
      posts.add(() -> api().submit("together.dxf", drawing));
    }
    var ids = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(posts.size())) {
      for (var post : threads.invokeAll(posts)) {
        ids.add(post.get());
      }
    }
    for (var id : ids) {
      assertThat(api().ended(id).state()).isEqualTo("SUCCESS");
      assertThat(model(id)).isEqualTo(model(ids.getFirst()));
      assertThat(folder(id)).isEqualTo(folder(ids.getFirst()));
    }
    var kept = files().resolve(folder(ids.getFirst()));
    assertThat(children(Objects.requireNonNull(kept.getParent())))
        .as("folders of that work")
        .containsExactly(kept);
  }

  @Test
  void aModelStaysUntilTheLastOfItsJobsIsDeleted() throws Exception {
    var drawing = distinct();
    var first = converted("shared.dxf", drawing).id();
    var second = post("shared.dxf", drawing, "{}").id();
    var folder = files().resolve(folder(first));
    delete(first);
    assertThat(model(second)).isNotEmpty();
    delete(second);
    assertThat(folder).doesNotExist();
    assertThat(post("shared.dxf", drawing, "{}").state()).isEqualTo("PENDING");
  }

  @Test
  void aResultWhoseFilesWereLostIsMadeAnew() throws Exception {
    var drawing = distinct();
    var first = converted("lost.dxf", drawing);
    Files.delete(files().resolve(folder(first.id())).resolve("model.glb"));
    api().get(Api.JOBS + "/" + first.id() + "/model.glb").problem(410, "EXPIRED");
    var second = api().ended(post("lost.dxf", drawing, "{}").id());
    assertThat(second.state()).isEqualTo("SUCCESS");
    assertThat(model(second.id())).isNotEmpty();
    assertThat(post("lost.dxf", drawing, "{}").json().getBoolean("reused")).isTrue();
  }

  @Test
  void whatNobodyReadsGoesAndItsJobSaysSo() throws Exception {
    var drawing = distinct();
    var id = converted("old.dxf", drawing).id();
    var folder = files().resolve(folder(id));
    update("update result set keep_until = now() - interval '1 s' where folder = ?", folder(id));

    var job = await(id, "expiredAt");

    assertThat(job.state()).isEqualTo("SUCCESS");
    assertThat(job.json().getJsonObject("links")).containsOnlyKeys("self");
    api().get(Api.JOBS + "/" + id + "/model.glb").problem(410, "EXPIRED");
    retry(id).problem(410, "EXPIRED");
    awaitGone(folder);
    assertThat(children(files().resolve("inputs")))
        .doesNotContain(files().resolve(text("select input_key from job where id = ?", id)));
    var again = post("old.dxf", drawing, "{}");
    assertThat(again.state()).isEqualTo("PENDING");
    assertThat(api().ended(again.id()).state()).isEqualTo("SUCCESS");
  }

  @Test
  void aReadProlongsTheTimeOfAResultAndTheNextOneWritesNothing() throws Exception {
    var id = converted("read.dxf", distinct()).id();
    update("update result set keep_until = now() + interval '1 h' where folder = ?", folder(id));
    model(id);
    var hours = "select extract(epoch from keep_until - now()) / 3600 from result where folder = ?";
    assertThat(Double.parseDouble(text(hours, folder(id)))).isBetween(24.0, 25.0);
    var written = text("select cast(xmin as text) from result where folder = ?", folder(id));
    model(id);
    assertThat(text("select cast(xmin as text) from result where folder = ?", folder(id)))
        .isEqualTo(written);
  }

  @Test
  void aRequestMayAskForResultsToBeKeptLonger() throws Exception {
    var job = post("long.dxf", distinct(), "{\"retentionHours\": 720}");
    assertThat(job.json().getInt("retentionHours")).isEqualTo(720);
    assertThat(api().ended(job.id()).state()).isEqualTo("SUCCESS");
    assertThat(text("select keep_seconds from result where folder = ?", folder(job.id())))
        .isEqualTo("" + Duration.ofDays(30).toSeconds());
    var where =
        api()
            .post(new Form().file("long.dxf", distinct()).request("{\"retentionHours\": 721}"))
            .problem(400, "INVALID_REQUEST");
    assertThat(where.getString("field")).isEqualTo("retentionHours");
  }

  @Test
  void filesOfNobodyGoWhenTheyAreOldEnough() throws Exception {
    var kept = converted("kept.dxf", distinct()).id();
    var old = Instant.now().minus(Duration.ofDays(2));
    var leftovers = new ArrayList<Path>();
    for (var key :
        List.of("inputs/left.dxf", "results/left/model.glb", "checkpoints/left", ".incoming/x")) {
      var file = files().resolve(key);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, "left");
      Files.setLastModifiedTime(file, FileTime.from(old));
      leftovers.add(file);
    }
    var young = Files.writeString(files().resolve("inputs/young.dxf"), "on its way");
    var needed = files().resolve(folder(kept)).resolve("model.glb");
    Files.setLastModifiedTime(needed, FileTime.from(old));

    for (var file : leftovers) {
      awaitGone(file);
    }

    assertThat(young).exists();
    assertThat(needed).exists();
  }

  private static Answer converted(String name, String drawing) {
    var job = api().ended(api().submit(name, drawing));
    assertThat(job.state()).as(job.response().body()).isEqualTo("SUCCESS");
    return job;
  }

  private static Answer post(String name, String drawing, String request) {
    var answer = api().post(new Form().file(name, drawing).request(request));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    return answer;
  }

  private static Answer retry(String id) {
    return api().send(api().to(Api.JOBS + "/" + id + "/retry").POST(BodyPublishers.noBody()));
  }

  private static void delete(String id) {
    assertThat(api().send(api().to(Api.JOBS + "/" + id).DELETE()).status()).isEqualTo(204);
  }

  private static String model(String id) {
    var answer = api().bytes(api().to(Api.JOBS + "/" + id + "/model.glb"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.ISO_8859_1);
  }

  private static Answer await(String id, String field) throws InterruptedException {
    var deadline = Instant.now().plus(LIMIT);
    while (true) {
      var job = api().job(id, "");
      if (job.json().get(field) instanceof JsonString) {
        return job;
      }
      assertThat(Instant.now()).as(job.response().body()).isBefore(deadline);
      Thread.sleep(100);
    }
  }

  private static void awaitGone(Path file) throws InterruptedException {
    var deadline = Instant.now().plus(LIMIT);
    while (Files.exists(file)) {
      assertThat(Instant.now()).as("%s is still there", file).isBefore(deadline);
      Thread.sleep(100);
    }
  }

  /** One line, with bytes of its own. */
  private static String distinct() {
    return "999\n" + UUID.randomUUID() + "\n" + Api.ONE_LINE;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static Path files() {
    return server().data().resolve("files");
  }

  private static String folder(String id) throws SQLException {
    return text("select result_key from job where id = ?", id);
  }

  private static String text(String query, String parameter) throws SQLException {
    try (var connection = connect();
        var statement = connection.prepareStatement(query)) {
      statement.setObject(1, parameter, java.sql.Types.OTHER);
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).as(query).isTrue();
        return rows.getString(1);
      }
    }
  }

  private static void update(String update, String parameter) throws SQLException {
    try (var connection = connect();
        var statement = connection.prepareStatement(update)) {
      statement.setObject(1, parameter, java.sql.Types.OTHER);
      assertThat(statement.executeUpdate()).isEqualTo(1);
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
