package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.RetryableError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is killed, hung, crowded and full, under a server that goes on. */
class DatabaseOutageIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int DISK_MEBIBYTES = 130;

  private static @Nullable DataFolder data;
  private static @Nullable Ground ground;
  private static @Nullable PostgresServer database;
  private static @Nullable LibertyServer liberty;
  private static boolean mounted;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() throws Exception {
    var settings =
        EmbeddedServerFixture.settings("database-outage")
            .withEnvironment(
                Map.of(
                    "PLANLIFT_INTAKE_RATELIMIT", "false",
                    "PLANLIFT_DB_CONNECTIONS", "6",
                    "PLANLIFT_DB_WAIT", "2s",
                    "PLANLIFT_DB_LOCK_TIMEOUT", "4s",
                    "PLANLIFT_DB_STATEMENT_TIMEOUT", "3s",
                    "PLANLIFT_RUNNER_JVMARGUMENTS", "-Dplanlift.test.delay.READ=2000"));
    var folder = DataFolder.open(settings.data());
    data = folder;
    ground = Ground.prepare(settings, folder);
    mounted = Volume.mountOver(folder.database(), DISK_MEBIBYTES);
    database = ground().startDatabase();
    liberty = ground().startLiberty();
    Readiness.await(address(), new java.util.concurrent.CompletableFuture<Void>(), liberty.log());
  }

  @AfterAll
  static void stop() throws Exception {
    if (liberty != null) {
      liberty.close();
    }
    if (database != null) {
      database.close();
    }
    if (mounted) {
      Volume.unmount(Objects.requireNonNull(data).database());
    }
    if (data != null) {
      data.close();
    }
  }

  private static Ground ground() {
    return Objects.requireNonNull(ground);
  }

  private static URI address() {
    return URI.create("http://127.0.0.1:" + ground().httpPort() + "/");
  }

  @Test
  void aDrawingIsRefusedWhileItIsKilledAndTakenWhenItIsBack() throws Exception {
    var before = accept();
    Objects.requireNonNull(database).kill();

    assertRefused(post());
    assertThat(ready()).isEqualTo(503);

    database = ground().startDatabase();
    var after = acceptSoon();
    await(() -> ready() == 200);
    assertSucceeds(before);
    assertSucceeds(after);
  }

  @Test
  void aJobThatRunsOutlastsItsAbsence() throws Exception {
    var id = accept();
    await(() -> Json.string(job(id), "stage").equals("READ"));
    Objects.requireNonNull(database).kill();
    Thread.sleep(3000); // the stage ends in the meantime, and wants to say so
    database = ground().startDatabase();
    assertSucceeds(id);
    assertThat(number("select attempt * 10 + poison from job where id = '" + id + "'"))
        .as("one attempt, no poison")
        .isEqualTo(10);
  }

  /** All connections wait for one lock: new callers get none, and statements take too long. */
  @Test
  void aDrawingIsRefusedWhileItHangsAndTakenWhenItGoesOn() throws Exception {
    var before = accept();
    try (var connection = connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table job in access exclusive mode");
      try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        for (int i = 0; i < 20; i++) {
          answers.add(clients.submit(this::post));
        }
        for (var answer : answers) {
          assertRefused(answer.get());
        }
      }
      connection.rollback();
    }
    assertSucceeds(acceptSoon());
    assertSucceeds(before);
  }

  @Test
  void aDrawingIsRefusedWhileItsDiskIsFullAndNothingAcceptedIsLost() throws Exception {
    assumeThat(mounted).as("a volume of its own can be mounted").isTrue();
    var accepted = new ArrayList<String>();
    var ballast = Objects.requireNonNull(data).database().resolve("ballast");
    Volume.fill(ballast);
    try {
      HttpResponse<String> answer = post();
      while (answer.statusCode() == 202) {
        accepted.add(Json.string(Json.object(answer.body()), "id"));
        assertThat(accepted).as("it is never full").hasSizeLessThan(400);
        answer = post();
      }
      assertRefused(answer);
    } finally {
      Files.delete(ballast);
    }
    if (!Objects.requireNonNull(database).process().isAlive()) {
      database = ground().startDatabase();
    }
    accepted.add(acceptSoon());
    for (var id : accepted) {
      assertSucceeds(id);
    }
  }

  private static void assertRefused(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(Json.string(Json.object(answer.body()), "code"))
        .isEqualTo(ErrorCode.DB_CONNECTION.name());
  }

  private String accept() throws Exception {
    var answer = post();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Json.string(Json.object(answer.body()), "id");
  }

  /** Whatever it answers while it finds the database again, it is 503 and then 202. */
  private String acceptSoon() throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    var answer = post();
    while (answer.statusCode() != 202 && Instant.now().isBefore(deadline)) {
      assertRefused(answer);
      Thread.sleep(200);
      answer = post();
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Json.string(Json.object(answer.body()), "id");
  }

  private HttpResponse<String> post() throws IOException, InterruptedException {
    var drawing =
        "999\n%s\n0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n0\n20\n0\n11\n5\n21\n0\n0\nENDSEC\n0\nEOF\n"
            .formatted(java.util.UUID.randomUUID());
    var form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.dxf\"\r\n\r\n"
            + drawing
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
            + "{\"metadata\":{\"note\":\""
            + "x".repeat(3900)
            + "\"}}"
            + "\r\n--b--\r\n";
    return http.send(
        HttpRequest.newBuilder(address().resolve("api/v1/jobs"))
            .timeout(LIMIT)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private int ready() throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(address().resolve("health/ready")).build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static Map<String, @Nullable Object> job(String id) throws IOException {
    try (var client = new JobClient(address())) {
      return client.get(id);
    }
  }

  private static void assertSucceeds(String id) throws Exception {
    await(() -> Json.at(job(id), "finishedAt").isPresent());
    assertThat(job(id)).containsEntry("state", "SUCCESS");
    assertThat(
            number(
                "select count(*) from job_audit where to_state = 'SUCCESS' and job_id = '"
                    + id
                    + "'"))
        .isEqualTo(1);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    Object last = "false";
    while (Instant.now().isBefore(deadline)) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (IOException | RetryableError e) {
        last = e;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Waited in vain; last seen: " + last);
  }

  private static int number(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        PostgresServer.jdbcUrl(ground().databasePort()),
        PostgresServer.USER,
        ground().secrets().databasePassword());
  }

  /** A small file system of its own for the database's files. */
  private static final class Volume {
    private Volume() {}

    static boolean mountOver(Path folder, int mebibytes) throws Exception {
      var aside = folder.resolveSibling("aside");
      Files.move(folder, aside);
      Files.createDirectory(folder);
      boolean mounted =
          ran("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
      if (!mounted) {
        Files.delete(folder);
        Files.move(aside, folder);
        return false;
      }
      assertThat(ran("cp", "-a", aside + "/.", folder.toString())).isTrue();
      assertThat(ran("rm", "-r", aside.toString())).isTrue();
      return true;
    }

    static void unmount(Path folder) throws Exception {
      assertThat(ran("umount", folder.toString())).isTrue();
    }

    /** Leaves no block free. */
    static void fill(Path ballast) throws IOException {
      try (var file = new RandomAccessFile(ballast.toFile(), "rw")) {
        var block = new byte[4096];
        while (true) {
          file.write(block);
        }
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("No space left");
      }
    }

    private static boolean ran(String... command) throws Exception {
      return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor() == 0;
    }
  }
}
