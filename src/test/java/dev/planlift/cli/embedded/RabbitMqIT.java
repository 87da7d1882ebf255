package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.cli.bench.chaos.RabbitNode;
import dev.planlift.error.RetryableError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The production profile's way to the queues: a real RabbitMQ, killed and started again. */
class RabbitMqIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private static @Nullable RabbitNode node;
  private static @Nullable EmbeddedServer running;
  private static @Nullable Path release;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException, LaunchException {
    assumeThat(RabbitNode.programs())
        .as("RabbitMQ is missing: apt-get install rabbitmq-server")
        .isPresent();
    var settings = EmbeddedServerFixture.settings("rabbitmq");
    var broker =
        RabbitNode.start(settings.data().resolveSibling("rabbitmq-node-" + UUID.randomUUID()));
    node = broker;
    var environment = new HashMap<>(RabbitNode.environment(broker.uri()));
    environment.put("PLANLIFT_INTAKE_RATELIMIT", "false");
    // For the stop: a job that never ends, one that ends within the drain, and places for both.
    release = settings.data().resolveSibling("release-" + UUID.randomUUID());
    environment.put(
        "PLANLIFT_RUNNER_JVMARGUMENTS",
        "-Dplanlift.test.faults=true,-Dplanlift.test.release=" + release);
    environment.put("PLANLIFT_RUNNER_DRAIN", "8s");
    environment.put("PLANLIFT_DXF_CONCURRENCY", "2");
    running = EmbeddedServer.start(settings.withEnvironment(environment), System.err::println);
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
    if (node != null) {
      node.close();
    }
  }

  @Test
  void aDrawingPassesThroughAQuorumQueue() throws Exception {
    assertThat(awaitEnd(post())).isEqualTo("SUCCESS");

    assertThat(broker().control("list_queues", "name", "type").lines())
        .contains("dxf.high\tquorum", "dxf.default\tquorum", "pdf.low\tquorum", "dxf.dlq\tquorum");
    awaitDepth("dxf.default", 0);
  }

  @Test
  void drawingsPostedWhileTheBrokerIsDeadAreConvertedWhenItIsBack() throws Exception {
    broker().kill();
    var ids = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      ids.add(post());
    }

    broker().startAgain();

    for (var id : ids) {
      assertThat(awaitEnd(id)).isEqualTo("SUCCESS");
    }
  }

  @Test
  void anAnswerThatWasNeverAcknowledgedDoesNotConvertTwice() throws Exception {
    var id = post();
    assertThat(awaitEnd(id)).isEqualTo("SUCCESS");

    send("dxf.high", "{\"schema_version\":\"1.1.0\",\"task_id\":\"" + id + "\"}");

    awaitDepth("dxf.high", 0);
    try (var client = new JobClient(server().address())) {
      assertThat(Json.number(client.get(id), "attempt")).isEqualTo(1);
    }
  }

  @Test
  void aMessageOfAnotherMajorVersionWaitsInTheDeadLetterQueueWithItsReason() throws Exception {
    send("dxf.low", "{\"schema_version\":\"2.0.0\",\"task_id\":\"1\"}");

    var parked = awaitMessage("dxf.dlq");

    assertThat(new String(parked.getBody(), StandardCharsets.UTF_8)).contains("2.0.0");
    assertThat(parked.getProps().getHeaders().get("error_code")).hasToString("SCHEMA_VERSION");
    awaitDepth("dxf.low", 0);
  }

  @Test
  void aStopFinishesOrGivesBackWhatRunsAndLeavesToTheBrokerWhatWaits() throws Exception {
    var probe = new JobProbe(server());
    var endless = probe.post(folder, "fault-slow");
    probe.awaitStage(endless, "READ");
    var finishing = probe.post(folder, "fault-held");
    probe.awaitStage(finishing, "READ");
    var waiting = probe.post(folder, "house");
    JobProbe.awaitTrue(() -> messages("dxf.default") == 3);
    var released = CompletableFuture.runAsync(() -> releaseOnceDraining(endless));

    int exitCode = server().pause();

    try {
      released.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(exitCode).as("what a JVM answers to SIGTERM").isEqualTo(128 + 15);
      assertThat(probe.moves(finishing)).containsExactly("ACCEPT", "CLAIM", "SUCCEED");
      assertThat(probe.moves(endless)).containsExactly("ACCEPT", "CLAIM", "GIVE_BACK");
      assertThat(probe.row(endless)).isEqualTo(new JobProbe.Row("PENDING", 0, 0));
      assertThat(probe.moves(waiting)).as("begun by nobody").containsExactly("ACCEPT");
      long ids = (long) messages("dxf.default") + probe.outbox(endless) + probe.outbox(waiting);
      assertThat(ids).as("both are with the broker, or on their way").isGreaterThanOrEqualTo(2);
    } finally {
      server().resume();
    }

    assertThat(awaitEnd(waiting)).isEqualTo("SUCCESS");
    assertThat(probe.row(waiting)).isEqualTo(new JobProbe.Row("SUCCESS", 1, 0));
    probe.awaitStage(endless, "READ");
    cancel(endless);
    assertThat(probe.moves(endless))
        .containsExactly("ACCEPT", "CLAIM", "GIVE_BACK", "CLAIM", "CANCEL");
    awaitDepth("dxf.default", 0);
  }

  /**
   * Who waits for a job is answered when the drain begins: from then on nothing is begun. A server
   * that closes the connection first has had the signal as well, with which the drain begins.
   */
  private static void releaseOnceDraining(String unfinished) {
    try (var client = new JobClient(server().address())) {
      client.await(unfinished, Duration.ofSeconds(60));
    } catch (IOException | RetryableError e) {
      System.err.println("Closed before it was answered: " + e);
    } finally {
      release();
    }
  }

  private static void release() {
    try {
      Files.createFile(Objects.requireNonNull(release));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cancel(String id) throws Exception {
    var address = URI.create(server().address() + "api/v1/jobs/" + id + "/cancel");
    var request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody());
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }
  }

  private static int messages(String queue) throws IOException {
    return depths()
        .filter(line -> line.startsWith(queue + "\t"))
        .mapToInt(line -> Integer.parseInt(line.substring(queue.length() + 1)))
        .sum();
  }

  private static Stream<String> depths() throws IOException {
    return broker().control("list_queues", "name", "messages").lines();
  }

  private static RabbitNode broker() {
    return Objects.requireNonNull(node);
  }

  private static EmbeddedServer server() {
    return Objects.requireNonNull(running);
  }

  /** As a program would that knows nothing of JMS. */
  private static void send(String queue, String json) throws Exception {
    try (var connection = amqp().newConnection();
        var channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(
          "", queue, MessageProperties.PERSISTENT_BASIC, json.getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(5_000);
    }
  }

  private static GetResponse awaitMessage(String queue) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    try (var connection = amqp().newConnection();
        var channel = connection.createChannel()) {
      while (Instant.now().isBefore(deadline)) {
        var message = channel.basicGet(queue, true);
        if (message != null) {
          return message;
        }
        Thread.sleep(100);
      }
    }
    throw new AssertionError("Nothing came to " + queue);
  }

  private static ConnectionFactory amqp() throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(broker().uri());
    return factory;
  }

  private static void awaitDepth(String queue, int depth) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    var line = queue + "\t" + depth;
    List<String> last = List.of();
    while (Instant.now().isBefore(deadline)) {
      last = depths().toList();
      if (last.contains(line)) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("Never " + line + ": " + last);
  }

  private String post() throws IOException {
    var house = Files.readString(Path.of("samples/house.dxf"));
    var drawing =
        Files.writeString(
            folder.resolve(UUID.randomUUID() + ".dxf"), "999\n" + UUID.randomUUID() + "\n" + house);
    try (var client = new JobClient(server().address())) {
      return Json.string(client.post(drawing), "id");
    }
  }

  private static String awaitEnd(String id) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    Object last = "nothing";
    while (Instant.now().isBefore(deadline)) {
      try (var client = new JobClient(server().address())) {
        var job = client.get(id);
        last = job;
        if (Json.at(job, "finishedAt").isPresent()) {
          return Json.string(job, "state");
        }
      } catch (IOException | RetryableError e) {
        last = e;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Waited in vain; last seen: " + last);
  }
}
