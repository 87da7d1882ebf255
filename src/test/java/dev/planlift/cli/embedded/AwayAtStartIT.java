package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.cli.bench.chaos.RabbitNode;
import dev.planlift.error.ErrorCode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in production that is started before what it needs is there. */
class AwayAtStartIT {
  private static final List<String> QUEUES =
      List.of(
          "dxf.high",
          "dxf.default",
          "dxf.low",
          "dxf.dlq",
          "pdf.high",
          "pdf.default",
          "pdf.low",
          "pdf.dlq");

  @TempDir Path folder;

  @Test
  void withoutADatabaseTheStartEndsAndMayBeTriedAgain() throws Exception {
    // A minute is what it waits where nobody says otherwise.
    Files.writeString(
        folder.resolve("planlift.properties"),
        "dev.planlift.service.job.Schema/update/Retry/maxDuration=2000\n");
    var environment = new HashMap<>(RabbitNode.environment("amqp://127.0.0.1:1"));
    environment.put("PLANLIFT_DB_URL", "jdbc:postgresql://127.0.0.1:1/none");
    environment.put("PLANLIFT_DB_USER", "nobody");
    environment.put("PLANLIFT_DB_PASSWORD", "none");
    try (var server = ServeProcess.start("production", folder, environment)) {
      var ended = server.awaitEnd();

      assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(75);
      assertThat(ended.errors()).contains("OVERLOADED", ErrorCode.DB_CONNECTION.message());
    }
  }

  @Test
  void withoutABrokerDrawingsAreTakenAndConvertedWhenItComes() throws Exception {
    assumeThat(RabbitNode.programs())
        .as("RabbitMQ is missing: apt-get install rabbitmq-server")
        .isPresent();
    try (var broker = RabbitNode.start(folder.resolve("rabbitmq"));
        var database = TestDatabase.start(folder.resolve("database"))) {
      broker.kill();
      var data = Files.createDirectories(folder.resolve("server"));
      try (var server = ServeProcess.start("production", data, environment(broker, database));
          var client = new JobClient(server.address())) {
        JobProbe.awaitTrue(() -> server.output().contains("Started, but not ready"));
        assertThat(status(server, "/health/started")).isEqualTo(200);
        assertThat(status(server, "/health/ready")).isEqualTo(503);
        var id = Json.string(client.post(Path.of("samples/house.dxf")), "id");

        broker.startAgain();

        assertThat(status(server, "/health/ready")).as("queues are not made").isEqualTo(503);
        assertThat(broker.control("list_queues", "name")).doesNotContain("dxf", "pdf");
        declareQueues(broker);
        JobProbe.awaitTrue(() -> status(server, "/health/ready") == 200);
        JobProbe.awaitTrue(() -> Json.string(client.get(id), "state").equals("SUCCESS"));
        server.terminate();
        assertThat(server.awaitEnd().exitCode()).as("of SIGTERM").isEqualTo(128 + 15);
      }
    }
  }

  /** The operator makes the queues: the server has no right to, and only looks for them. */
  private static Map<String, String> environment(RabbitNode broker, TestDatabase database) {
    var environment = new HashMap<>(RabbitNode.environment(broker.uri()));
    environment.put("PLANLIFT_AMQP_TOPOLOGY", "check");
    environment.put("PLANLIFT_DB_URL", database.url());
    environment.put("PLANLIFT_DB_USER", database.user());
    environment.put("PLANLIFT_DB_PASSWORD", database.password());
    return environment;
  }

  private static void declareQueues(RabbitNode broker) throws Exception {
    var amqp = new ConnectionFactory();
    amqp.setUri(broker.uri());
    try (var connection = amqp.newConnection();
        var channel = connection.createChannel()) {
      for (var queue : QUEUES) {
        channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
      }
    }
  }

  private static int status(ServeProcess server, String path) throws IOException {
    var connection = (HttpURLConnection) server.address().resolve(path).toURL().openConnection();
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
