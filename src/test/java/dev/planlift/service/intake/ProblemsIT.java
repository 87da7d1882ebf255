package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked under the API's address is answered in its own manner. */
@ExtendWith(EmbeddedServerFixture.class)
class ProblemsIT {
  private Api api;

  @BeforeEach
  void connect(EmbeddedServer server) {
    api = new Api(server.address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"api", "api/", "api/v1", "api/v1/nothing", "api/v2/jobs", "api/v1/jobs/a/b/c"})
  void anUnknownAddress(String path) {
    api.get(path).problem(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void anotherMethod(String method) {
    var answer = api.send(api.to(Api.JOBS).method(method, BodyPublishers.noBody()));
    answer.problem(405, "METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).contains("GET").contains("POST");
  }

  @Test
  void anotherTypeThanIsHad() {
    api.send(api.to(Api.JOBS).header("Accept", "text/html")).problem(406, "NOT_ACCEPTABLE");
  }

  @Test
  void answersSayWhatBrowsersMayDoWithThem() {
    var answer = api.get("");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    var page = answer.response().body();
    var importMap =
        page.substring(
            page.indexOf("<script type=\"importmap\">") + "<script type=\"importmap\">".length(),
            page.indexOf("</script>", page.indexOf("<script type=\"importmap\">")));
    assertThat(answer.header("Content-Security-Policy"))
        .contains("script-src 'self' '" + PageHeadersFilter.hash(importMap) + "'");
  }
}
