package dev.planlift.service.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.RetryableError;
import dev.planlift.error.WorkerError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.config.Settings.Fetch;
import dev.planlift.service.config.TestSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@SuppressWarnings("NullAway.Init") // made anew for each test
class RemoteFileTest {
  private static final Fetch LIMITS =
      new Fetch(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(20), 2);

  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** {@code /plans/to/x} leads to /x; {@code /plans/404} has that status; all else is a file. */
  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    asked.add(path);
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/plans/to/")) {
      exchange.getResponseHeaders().add("Location", path.substring("/plans/to".length()));
      exchange.sendResponseHeaders(302, -1);
    } else if (name.matches("\\d{3}")) {
      exchange.sendResponseHeaders(Integer.parseInt(name), -1);
    } else if (name.equals("silent")) {
      return; // and never an answer
    } else {
      exchange.sendResponseHeaders(200, 3);
      exchange.getResponseBody().write(new byte[] {1, 2, 3});
    }
    exchange.close();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private RemoteFile open(String path) {
    return open(at(path));
  }

  private RemoteFile open(URI address) {
    var settings = settings(at("/plans/").toString());
    return RemoteFile.open(address, settings.intake().fileAddresses(), LIMITS, end -> {});
  }

  private static Settings settings(@Nullable String prefix) {
    return TestSettings.of(Map.of("planlift.intake.fileUrlPrefixes", String.valueOf(prefix)));
  }

  @Test
  void aFileIsReadWithItsLength() throws IOException {
    try (var file = open("/plans/a.dxf")) {
      assertThat(file.length()).isEqualTo(3);
      assertThat(file.bytes().readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void aRedirectIsFollowedToAnAddressThatIsAllowed() throws IOException {
    try (var file = open("/plans/to/plans/a.dxf")) {
      assertThat(file.bytes().readAllBytes()).hasSize(3);
    }
    assertThat(asked).containsExactly("/plans/to/plans/a.dxf", "/plans/a.dxf");
  }

  @Test
  void whereARedirectLeadsAwayNothingIsAsked() {
    assertFails("/plans/to/secret", ErrorCode.FILE_URL_NOT_ALLOWED, PermanentError.class);
    assertThat(asked).containsExactly("/plans/to/secret");
  }

  @Test
  void redirectsComeToAnEnd() {
    var path = "/plans/to/plans/to/plans/to/plans/a.dxf";
    assertFails(path, ErrorCode.FILE_URL_FAILED, PermanentError.class);
    assertThat(asked).hasSize(LIMITS.redirects() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plans/404", "/plans/403", "/plans/401", "/plans/410", "/plans/204"})
  void whatIsNotThereIsTheInputsFault(String path) {
    assertFails(path, ErrorCode.FILE_URL_FAILED, PermanentError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plans/500", "/plans/503", "/plans/429", "/plans/408"})
  void whatMayPassIsTriedAgain(String path) {
    assertFails(path, ErrorCode.NETWORK_ERROR, RetryableError.class);
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedFor() {
    assertFails("/plans/silent", ErrorCode.NETWORK_ERROR, RetryableError.class);
  }

  @Test
  void aServerThatIsNotThereMayComeBack() throws IOException {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    var address = URI.create("http://127.0.0.1:" + free + "/a.dxf?signature=secret");
    var allowed = settings("http://127.0.0.1:" + free + "/").intake().fileAddresses();
    assertThatThrownBy(() -> RemoteFile.open(address, allowed, LIMITS, end -> {}))
        .isInstanceOfSatisfying(
            RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NETWORK_ERROR))
        .hasMessageNotContaining("secret");
  }

  private void assertFails(String path, ErrorCode code, Class<? extends WorkerError> kind) {
    assertThatThrownBy(() -> open(path))
        .isInstanceOf(kind)
        .isInstanceOfSatisfying(WorkerError.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
