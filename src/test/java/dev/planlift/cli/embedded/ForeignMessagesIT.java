package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ConnectionFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.bench.chaos.RabbitNode;
import dev.planlift.cli.bench.chaos.Reckoning;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Producers that know nothing of us: a plain AMQP client at a real RabbitMQ, and a client of the
 * HTTP interface that names an address; what becomes of what cannot be taken.
 */
class ForeignMessagesIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** How often a path was asked for; one that ends in 503 has that status until it is mended. */
  private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static volatile boolean mended;
  private static @Nullable RabbitNode node;
  private static @Nullable EmbeddedServer running;
  private static @Nullable HttpServer files;

  @BeforeAll
  static void start() throws IOException, LaunchException {
    assumeThat(RabbitNode.programs())
        .as("RabbitMQ is missing: apt-get install rabbitmq-server")
        .isPresent();
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", ForeignMessagesIT::serve);
    http.start();
    files = http;
    var settings = EmbeddedServerFixture.settings("foreign");
    var broker =
        RabbitNode.start(settings.data().resolveSibling("foreign-node-" + UUID.randomUUID()));
    node = broker;
    declareAsAnEarlierVersionDid("dxf.dlq");
    var environment = new HashMap<>(RabbitNode.environment(broker.uri()));
    environment.put("PLANLIFT_INTAKE_FILEURLPREFIXES", address("/plans/"));
    environment.put("PLANLIFT_RETRY_RETRIES", "0");
    environment.put("PLANLIFT_INTAKE_RATELIMIT", "false");
    running = EmbeddedServer.start(settings.withEnvironment(environment), System.err::println);
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      if (running != null) {
        Reckoning.assertEachEndedOnce("Messages of foreign producers", running);
      }
    } finally {
      if (running != null) {
        running.close();
      }
      if (node != null) {
        node.close();
      }
      if (files != null) {
        files.stop(0);
      }
    }
  }

  @Test
  void aMessageOfAPlainProducerBecomesAJob() throws Exception {
    var id = UUID.randomUUID();
    var message =
        message(id, "1.1.0", "/plans/house.dxf")
            .add("callback_url", "https://client.example/done")
            .add("priority", 8)
            .add("metadata", Json.createObjectBuilder().add("project", 7));

    send("dxf.default", message.build());

    var job = awaitEnd(id);
    assertThat(job.getString("state")).isEqualTo("SUCCESS");
    assertThat(job.getString("name")).isEqualTo("house.dxf");
    assertThat(job.getString("priority")).isEqualTo("high");
    assertThat(job.getJsonObject("metadata").getInt("project")).isEqualTo(7);
    assertThat(job.getString("sha256")).hasSize(64);
    assertThat(job.getInt("sizeBytes")).isEqualTo((int) Files.size(Path.of("samples/house.dxf")));
  }

  @Test
  void theSameMessageManyTimesIsOneJobThatIsFetchedOnce() throws Exception {
    var id = UUID.randomUUID();
    var message = message(id, "1.0.0", "/plans/once.dxf").build();

    for (int i = 0; i < 6; i++) {
      send(List.of("dxf.low", "dxf.high", "dxf.default").get(i % 3), message);
    }

    var job = awaitEnd(id);
    send("dxf.default", message);
    awaitEmpty("dxf.default");
    assertThat(job.getString("state")).isEqualTo("SUCCESS");
    assertThat(job(id).getInt("attempt")).isEqualTo(1);
    assertThat(asked("/plans/once.dxf")).isEqualTo(1);
  }

  @Test
  void aDrawingThatCameToTheOtherFormatsQueueIsConvertedAsWhatItIs() throws Exception {
    var id = UUID.randomUUID();

    send("pdf.default", message(id, "1.9.3", "/plans/other.dxf").add("colour", "red").build());

    var job = awaitEnd(id);
    assertThat(job.getString("state")).isEqualTo("SUCCESS");
    assertThat(job.getString("format")).isEqualTo("dxf");
    assertThat(job.getJsonArray("stages").getValuesAs(JsonObject.class))
        .extracting(stage -> stage.getString("name"))
        .doesNotContain("RENDER");
  }

  @Test
  void whatCannotBeTakenIsListedWithItsReasonAndStaysUntilItIsRemoved() throws Exception {
    var major = UUID.randomUUID();
    var elsewhere = UUID.randomUUID();
    send("dxf.low", message(major, "2.0.0", "/plans/house.dxf").build());
    send("dxf.low", message(elsewhere, "1.1.0", "/secret/house.dxf").build());
    send("dxf.low", "no JSON at all " + major);

    var letters = awaitLetters(3);

    assertThat(letters)
        .extracting(letter -> letter.getString("reason"))
        .containsExactlyInAnyOrder("SCHEMA_VERSION", "FILE_URL_NOT_ALLOWED", "SCHEMA_VERSION");
    assertThat(letters).allMatch(letter -> letter.getString("kind").equals("message"));
    assertThat(asked("/secret/house.dxf")).isZero();
    assertThat(get("api/v1/jobs/" + elsewhere).statusCode()).isEqualTo(404);
    assertThat(letters()).as("looking takes nothing away").isEqualTo(letters);
    assertThat(metric("dlq_depth", "dxf.dlq", "message")).isEqualTo(3);

    var first = letters("?kind=message&limit=2");
    assertThat(first.getJsonArray("deadLetters")).hasSize(2);
    var second = json(get(first.getString("next").substring(1)));
    assertThat(second.getJsonArray("deadLetters")).hasSize(1);
    assertThat(second.containsKey("next")).isFalse();

    var gone = letters.get(1);
    assertThat(delete(gone.getString("id"))).isEqualTo(204);
    assertThat(delete(gone.getString("id"))).isEqualTo(404);
    assertThat(letters()).containsExactly(letters.get(0), letters.get(2));
    for (var letter : letters()) {
      assertThat(delete(letter.getString("id"))).isEqualTo(204);
    }
    assertThat(letters()).isEmpty();
  }

  @Test
  void aJobWhoseFileCannotBeFetchedIsADeadLetterUntilItIsReprocessed() throws Exception {
    var id = submit("/plans/503.dxf");
    assertThat(awaitEnd(id).getString("state")).isEqualTo("DEAD_LETTER");
    var letter =
        letters("?kind=job&reason=NETWORK_ERROR").getJsonArray("deadLetters").getJsonObject(0);
    assertThat(letter.getString("id")).isEqualTo(id.toString());
    assertThat(metric("dlq_depth", "dxf.dlq", "job")).isEqualTo(1);
    mended = true;

    var answer =
        post(
            letter.getJsonObject("links").getString("reprocess").substring(1),
            "{\"options\":{\"wallHeight\":3.5}}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var job = awaitEnd(id);
    assertThat(job.getString("state")).isEqualTo("SUCCESS");
    assertThat(job.getJsonObject("options").getString("wallHeight")).isEqualTo("3.5");
    assertThat(post("api/v1/dead-letters/" + id + "/reprocess", "").statusCode()).isEqualTo(409);
    assertThat(delete(id.toString())).isEqualTo(409);
  }

  @Test
  void whatIsNotThereOrNoDrawingFailsByItsInput() throws Exception {
    var missing = awaitEnd(submit("/plans/404.dxf"));
    assertThat(missing.getString("state")).isEqualTo("FAILURE");
    assertThat(missing.getJsonObject("error").getString("code")).isEqualTo("FILE_URL_FAILED");

    var letter = awaitEnd(submit("/plans/letter.dxf"));
    assertThat(letter.getString("state")).isEqualTo("FAILURE");
    assertThat(letter.getJsonObject("error").getString("code")).isEqualTo("INVALID_FORMAT");
  }

  @Test
  void anAddressThatIsNotAllowedIsRefusedAtOnce() throws Exception {
    var answer = post("api/v1/jobs", reference("/secret/house.dxf"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).getString("code")).isEqualTo("FILE_URL_NOT_ALLOWED");
  }

  private static void serve(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    ASKED.computeIfAbsent(path, unused -> new AtomicInteger()).incrementAndGet();
    var bytes =
        path.endsWith("letter.dxf")
            ? "Dear Sir or Madam".getBytes(StandardCharsets.UTF_8)
            : Files.readAllBytes(Path.of("samples/house.dxf"));
    if (path.endsWith("404.dxf") || (path.endsWith("503.dxf") && !mended)) {
      exchange.sendResponseHeaders(path.endsWith("404.dxf") ? 404 : 503, -1);
    } else {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + Objects.requireNonNull(files).getAddress().getPort() + path;
  }

  private static int asked(String path) {
    var count = ASKED.get(path);
    return count == null ? 0 : count.get();
  }

  private static jakarta.json.JsonObjectBuilder message(UUID id, String version, String path) {
    return Json.createObjectBuilder()
        .add("schema_version", version)
        .add("task_id", id.toString())
        .add("file_url", address(path));
  }

  private static String reference(String path) {
    return Json.createObjectBuilder().add("fileUrl", address(path)).build().toString();
  }

  private static UUID submit(String path) throws Exception {
    var answer = post("api/v1/jobs", reference(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return UUID.fromString(json(answer).getString("id"));
  }

  /** Such a queue stays as it is, and must keep nobody from working. */
  private static void declareAsAnEarlierVersionDid(String queue) throws IOException {
    try (var connection = amqp().newConnection();
        var channel = connection.createChannel()) {
      channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
    } catch (TimeoutException e) {
      throw new IOException(e);
    }
  }

  private static ConnectionFactory amqp() throws IOException {
    var factory = new ConnectionFactory();
    try {
      factory.setUri(Objects.requireNonNull(node).uri());
    } catch (URISyntaxException | GeneralSecurityException e) {
      throw new IOException(e);
    }
    return factory;
  }

  private static void send(String queue, Object message) throws Exception {
    var properties =
        new BasicProperties.Builder().contentType("application/json").deliveryMode(2).build();
    try (var connection = amqp().newConnection();
        var channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(
          "", queue, properties, message.toString().getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(5_000);
    }
  }

  private static void awaitEmpty(String queue) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    while (!Objects.requireNonNull(node)
        .control("list_queues", "name", "messages")
        .lines()
        .toList()
        .contains(queue + "\t0")) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(200);
    }
  }

  private static JsonObject job(UUID id) throws Exception {
    return json(get("api/v1/jobs/" + id));
  }

  private static JsonObject awaitEnd(UUID id) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    while (true) {
      var answer = get("api/v1/jobs/" + id + "?wait=10s");
      if (answer.statusCode() == 200 && json(answer).containsKey("finishedAt")) {
        return json(answer);
      }
      assertThat(Instant.now()).as(answer.body()).isBefore(deadline);
      Thread.sleep(100);
    }
  }

  private static JsonObject letters(String query) throws Exception {
    return json(get("api/v1/dead-letters" + query));
  }

  private static List<JsonObject> letters() throws Exception {
    return letters("?kind=message").getJsonArray("deadLetters").getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> awaitLetters(int count) throws Exception {
    var deadline = Instant.now().plus(LIMIT);
    while (letters().size() < count) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
    return letters();
  }

  private static double metric(String name, String queue, String kind) throws Exception {
    return get("metrics?scope=application")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> line.contains("\"" + queue + "\"") && line.contains("\"" + kind + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(Objects.requireNonNull(running).address().resolve(path))
        .timeout(Duration.ofMinutes(2));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(to(path).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String json) throws Exception {
    var request = to(path).header("Content-Type", "application/json");
    return HTTP.send(request.POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
  }

  private static int delete(String id) throws Exception {
    var request = to("api/v1/dead-letters/" + id).DELETE().build();
    return HTTP.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
