package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client of the HTTP interface, as tests need it. */
final class Api {
  static final String JOBS = "api/v1/jobs";
  static final String PROBLEM = "application/problem+json";
  static final String BOUNDARY = "----a-boundary-of-the-tests";

  /** The smallest drawing there is something to see in. */
  static final String ONE_LINE = dxf("0\nLINE\n8\n0\n10\n0\n20\n0\n11\n5\n21\n0\n");

  private final URI server;

  // HTTP/1.1: the client's upgrade to h2c meets a stream limit of the server.
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Api(URI server) {
    this.server = server;
  }

  /** A DXF with these entities. */
  static String dxf(String entities) {
    return "0\nSECTION\n2\nENTITIES\n" + entities + "0\nENDSEC\n0\nEOF\n";
  }

  /** An answer with its body as text. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonObject json() {
      try (var reader = Json.createReader(new StringReader(response.body()))) {
        return reader.readObject();
      }
    }

    String id() {
      return json().getString("id");
    }

    String state() {
      return json().getString("state");
    }

    /** Checks that it is a problem with this code and status; gives its places. */
    JsonObject problem(int status, String code) {
      assertThat(response.body()).contains("\"code\":\"" + code + "\"");
      assertThat(status()).isEqualTo(status);
      assertThat(header("Content-Type")).isEqualTo(PROBLEM);
      assertThat(json().getInt("status")).isEqualTo(status);
      assertThat(json().getString("detail")).isNotBlank().doesNotContain("\tat ");
      assertThat(json().getString("instance")).isEqualTo(response.uri().getRawPath());
      return json().containsKey("where")
          ? json().getJsonObject("where")
          : JsonObject.EMPTY_JSON_OBJECT;
    }
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofMinutes(5));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(request.build() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Answer get(String path) {
    return send(to(path));
  }

  Answer job(String id, String query) {
    return get(JOBS + "/" + id + query);
  }

  /** Posts a form. */
  Answer post(Form form, String... headers) {
    var request =
        to(JOBS)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(form.bytes()));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** Posts a drawing that is taken; gives the job's id. */
  String submit(String fileName, String content) {
    var answer = post(new Form().file(fileName, content));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    return answer.id();
  }

  /** The job at its end. */
  Answer ended(String id) {
    for (int i = 0; i < 20; i++) {
      var answer = job(id, "?wait=30s");
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
      if (answer.json().containsKey("finishedAt")) {
        return answer;
      }
    }
    throw new AssertionError("No end: " + job(id, "").response().body());
  }

  /** A good drawing is still taken and converted. */
  void takesTheNextJob() {
    var job = ended(submit("next.dxf", ONE_LINE));
    assertThat(job.state()).as(job.response().body()).isEqualTo("SUCCESS");
  }

  /** A page of 600 by 400 points that this is drawn on; it knows a font T and a picture I. */
  static String pdf(String content) {
    return """
        %%PDF-1.7
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources
        << /XObject << /I 5 0 R >> /Font << /T 6 0 R >> >> >>
        endobj
        4 0 obj
        << /Length %d >>
        stream
        %s
        endstream
        endobj
        5 0 obj
        << /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8
        /Filter /ASCIIHexDecode /Length 3 >>
        stream
        80>
        endstream
        endobj
        6 0 obj
        << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
        endobj
        trailer
        << /Root 1 0 R >>
        """
        .formatted(content.length(), content);
  }

  /** A multipart form, built part by part. */
  static final class Form {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form part(String disposition, String contentType, byte[] content) {
      text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
      if (!contentType.isEmpty()) {
        text("Content-Type: " + contentType + "\r\n");
      }
      text("\r\n");
      body.writeBytes(content);
      text("\r\n");
      return this;
    }

    Form file(String fileName, String content) {
      return file(fileName, "application/octet-stream", content);
    }

    Form file(String fileName, String contentType, String content) {
      return part(
          "name=\"file\"; filename=\"" + fileName + "\"",
          contentType,
          content.getBytes(StandardCharsets.UTF_8));
    }

    Form request(String json) {
      return part("name=\"request\"", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
      var whole = new ByteArrayOutputStream();
      whole.writeBytes(body.toByteArray());
      whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
      return whole.toByteArray();
    }

    private void text(String text) {
      body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
