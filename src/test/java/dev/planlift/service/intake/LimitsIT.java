package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A server of its own, whose disk counts as full and whose clients are limited. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class) // the second test leaves nothing to ask with
class LimitsIT {
  private EmbeddedServer server;
  private Api api;

  @BeforeAll
  void start() throws Exception {
    var settings =
        EmbeddedServerFixture.settings("limits")
            .withEnvironment(Map.of("PLANLIFT_INTAKE_MINFREEBYTES", "1000000GiB"));
    server = EmbeddedServer.start(settings, System.err::println);
    api = new Api(server.address());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void withoutRoomNothingIsTaken() {
    var answer = api.post(new Api.Form().file("a.dxf", Api.ONE_LINE));
    assertThat(answer.problem(503, "OVERLOADED")).containsKey("freeBytes");
    assertThat(answer.header("Retry-After")).isEqualTo("10");
    assertThat(answer.json().getBoolean("retryable")).isTrue();
  }

  @Test
  @Order(2)
  void whoAsksTooOftenIsToldWhenToComeBack() {
    Api.Answer answer;
    int granted = 0;
    do {
      answer = api.get(Api.JOBS + "?limit=1");
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=100;w=60");
      assertThat(answer.header("RateLimit")).startsWith("\"default\";r=");
      granted++;
    } while (answer.status() == 200 && granted < 1000);
    answer.problem(429, "RATE_LIMITED");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(granted).isGreaterThan(90);

    var wait = api.job(UUID.randomUUID().toString(), "?wait=1s");
    wait.problem(404, "NOT_FOUND"); // long polls have a budget of their own
    assertThat(wait.header("RateLimit-Policy")).isEqualTo("\"wait\";q=600;w=60");
    assertThat(api.get("").status()).isEqualTo(200); // the page is not counted
    assertThat(api.get("health/ready").status()).isEqualTo(200);
  }
}
