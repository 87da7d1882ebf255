package dev.planlift.service.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health, metrics and the Admin Center, as they answer from outside. */
@ExtendWith(EmbeddedServerFixture.class)
class PlatformIT {
  @ParameterizedTest
  @CsvSource({
    "started, migrations",
    "ready, database",
    "ready, storage",
    "ready, queue",
    "live, threads"
  })
  void healthTellsOfEveryPart(String kind, String part, EmbeddedServer server) throws Exception {
    var answer = get(HttpClient.newHttpClient(), server.address().resolve("health/" + kind));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("{\"name\":\"" + part + "\",\"status\":\"UP\"");
  }

  @Test
  void metricsOfWorkAreThereUnderTheirNames(EmbeddedServer server) throws Exception {
    convertOne(server);
    var answer = get(HttpClient.newHttpClient(), server.address().resolve("metrics"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "\nworker_task_duration_seconds_bucket{",
            "\nworker_queue_wait_seconds_bucket{",
            "\nworker_tasks_total{",
            "\nworker_tasks_in_progress{",
            "\npipeline_step_duration_seconds",
            "\nqueue_depth{",
            "\noutbox_oldest_age_seconds{",
            "\ndlq_depth{",
            "\ndlq_oldest_message_age_seconds{");
  }

  private static void convertOne(EmbeddedServer server) throws Exception {
    var drawing =
        "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n0\n20\n0\n11\n5\n21\n0\n0\nENDSEC\n0\nEOF\n";
    var form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.dxf\"\r\n\r\n"
            + drawing
            + "\r\n--b--\r\n";
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var jobs = server.address().resolve("api/v1/jobs");
    var accepted =
        client.send(
            HttpRequest.newBuilder(jobs)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    var job = server.address().resolve(accepted.headers().firstValue("Location").orElseThrow());
    String body;
    do {
      body = get(client, URI.create(job + "?wait=30s")).body();
    } while (!body.contains("finishedAt\":\"20") || body.contains("\"state\":\"RUNNING\""));
    assertThat(body).contains("\"state\":\"SUCCESS\"");
  }

  @Test
  void theAdminCenterAsksWhoIsThere(EmbeddedServer server) throws Exception {
    var answer = get(trustingClient(), server.secureAddress().resolve("adminCenter/login.jsp"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("j_security_check");
  }

  private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** Takes the certificate that the server made for itself, whatever name stands in it. */
  private static HttpClient trustingClient() throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
    return HttpClient.newBuilder()
        .sslContext(context)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /** The extended kind is not asked to compare host names. */
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
