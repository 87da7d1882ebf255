package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.service.intake.Api.Form;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is refused with code and place; and each time the next good job is taken. */
@ExtendWith(EmbeddedServerFixture.class)
class BadInputIT {
  private static final long DXF_LIMIT = 100L << 20;

  private Api api;

  @BeforeEach
  void connect(EmbeddedServer server) {
    api = new Api(server.address());
  }

  @AfterEach
  void theServiceLives() {
    api.takesTheNextJob();
  }

  @Test
  void anEmptyFile() {
    var where = api.post(new Form().file("empty.dxf", "")).problem(400, "EMPTY_FILE");
    assertThat(where.getString("file")).isEqualTo("empty.dxf");
  }

  @Test
  void whatIsNoDrawing() {
    var where =
        api.post(new Form().file("letter.dxf", "Dear Sir or Madam")).problem(415, "INVALID_FORMAT");
    assertThat(where.getString("file")).isEqualTo("letter.dxf");
  }

  @Test
  void anExtensionOfAnotherFormat() {
    var where =
        api.post(new Form().file("plan.pdf", Api.ONE_LINE)).problem(415, "EXTENSION_MISMATCH");
    assertThat(where.getString("file")).isEqualTo("plan.pdf");
  }

  @Test
  void aContentTypeOfAnotherFormat() {
    var where =
        api.post(new Form().file("plan.dxf", "application/pdf", Api.ONE_LINE))
            .problem(415, "MIME_MISMATCH");
    assertThat(where.getString("header")).isEqualTo("Content-Type");
  }

  @Test
  void theByteAfterTheLimit() {
    var head =
        "--"
            + Api.BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\";"
            + " filename=\"big.dxf\"\r\n\r\n0\nSECTION\n";
    var tail = "\r\n--" + Api.BOUNDARY + "--\r\n";
    long zeros = DXF_LIMIT + 1 - "0\nSECTION\n".length();
    var answer =
        api.send(
            api.to(Api.JOBS)
                .header("Content-Type", "multipart/form-data; boundary=" + Api.BOUNDARY)
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new SequenceInputStream(
                                new SequenceInputStream(stream(head), new Blanks(zeros)),
                                stream(tail)))));
    var where = answer.problem(413, "FILE_TOO_LARGE");
    assertThat(where.getString("maxBytes")).isEqualTo(Long.toString(DXF_LIMIT));
  }

  @Test
  void aTruncatedDrawingEndsInFailure() {
    var cut = Api.ONE_LINE.substring(0, Api.ONE_LINE.indexOf("11\n5"));
    var job = api.ended(api.submit("cut.dxf", cut));
    assertThat(job.state()).isEqualTo("FAILURE");
    var error = job.json().getJsonObject("error");
    assertThat(error.getString("code")).isEqualTo("PARSING_ERROR");
    assertThat(error.getJsonObject("where")).containsKey("line");
    assertThat(error.getBoolean("retryable")).isFalse();
    assertThat(error.getString("advice")).isNotBlank();
    api.get(Api.JOBS + "/" + job.id() + "/model.glb").problem(409, "NOT_READY");
  }

  @Test
  void aDrawingOfNothingEndsInFailure() {
    var job = api.ended(api.submit("nothing.dxf", Api.dxf("")));
    assertThat(job.state()).isEqualTo("FAILURE");
    assertThat(job.json().getJsonObject("error").getString("code")).isEqualTo("NOTHING_TO_CONVERT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"options\": {\"wallHight\": 3}}|INVALID_OPTION|options.wallHight",
        "{\"options\": {\"wallHeight\": \"tall\"}}|INVALID_OPTION|options.wallHeight",
        "{\"colour\": \"red\"}|INVALID_REQUEST|colour",
        "{\"priority\": 5}|INVALID_REQUEST|priority",
      })
  void aWrongRequest(String json, String code, String field) {
    var where = api.post(new Form().file("a.dxf", Api.ONE_LINE).request(json)).problem(400, code);
    assertThat(where.getString("field")).isEqualTo(field);
  }

  @Test
  void brokenJson() {
    var where =
        api.post(new Form().request("{\n\"name\": }").file("a.dxf", Api.ONE_LINE))
            .problem(400, "INVALID_REQUEST");
    assertThat(where.getString("line")).isEqualTo("2");
    assertThat(where).containsKey("column");
  }

  @Test
  void aFormThatBreaksOff() {
    var whole = new String(new Form().file("a.dxf", Api.ONE_LINE).bytes(), StandardCharsets.UTF_8);
    var answer =
        api.send(
            api.to(Api.JOBS)
                .header("Content-Type", "multipart/form-data; boundary=" + Api.BOUNDARY)
                .POST(BodyPublishers.ofString(whole.substring(0, whole.length() - 40))));
    assertThat(answer.problem(400, "INVALID_REQUEST").getString("body")).isEqualTo("multipart");
  }

  @Test
  void aFormWithoutAFile() {
    var where = api.post(new Form().request("{}")).problem(400, "INVALID_REQUEST");
    assertThat(where.getString("field")).isEqualTo("file");
  }

  @Test
  void aBodyOfAnotherType() {
    api.send(
            api.to(Api.JOBS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("0")))
        .problem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** So many blanks, made as they are read. */
  private static final class Blanks extends InputStream {
    private long left;

    Blanks(long count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      java.util.Arrays.fill(target, offset, offset + count, (byte) ' ');
      left -= count;
      return count;
    }
  }
}
