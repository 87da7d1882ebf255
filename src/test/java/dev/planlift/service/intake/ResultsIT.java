package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmbeddedServerFixture.class)
@TestInstance(Lifecycle.PER_CLASS)
class ResultsIT {
  private Api api;
  private String job;

  @BeforeAll
  void convert(EmbeddedServer server) {
    api = new Api(server.address());
    job = api.submit("results.dxf", Api.ONE_LINE);
    assertThat(api.ended(job).state()).isEqualTo("SUCCESS");
  }

  private HttpResponse<byte[]> get(String file, String... headers) {
    var request = api.to(path(file));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return api.bytes(request);
  }

  private String path(String file) {
    return Api.JOBS + "/" + job + "/" + file;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "model.glb, model/gltf-binary, glTF",
    "report.json, application/json, {",
    "preview.png, image/png, \u0089PNG",
    "overlay.png, image/png, \u0089PNG",
    "overlay.svg, image/svg+xml, <svg",
  })
  void everyResultHasItsTypeAndContent(String file, String type, String start) {
    var answer = get(file);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).startsWith(start);
  }

  @Test
  void aRangeIsThatPartOfTheFile() {
    var whole = get("model.glb").body();
    var part = get("model.glb", "Range", "bytes=4-11");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 4-11/" + whole.length);
    assertThat(header(part, "Content-Length")).isEqualTo("8");
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 4, 12));
    var end = get("model.glb", "Range", "bytes=-4");
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 4, whole.length));
  }

  @Test
  void aRangeOfAnotherVersionIsTheWholeFile() {
    var tag = header(get("model.glb"), "ETag");
    assertThat(get("model.glb", "Range", "bytes=0-3", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(get("model.glb", "Range", "bytes=0-3", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRangeBehindTheEndIsRefusedWithTheSize() {
    var answer = api.send(api.to(path("model.glb")).header("Range", "bytes=999999999-"));
    var where = answer.problem(416, "RANGE_NOT_SATISFIABLE");
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + where.getString("size"));
  }

  @Test
  void aFileThatIsKnownIsNotSentAgain() {
    var tag = header(get("model.glb"), "ETag");
    var answer = get("model.glb", "If-None-Match", tag);
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theHeadAloneTellsTheSame() {
    var whole = get("model.glb");
    var head = api.bytes(api.to(path("model.glb")).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (var name : new String[] {"Content-Type", "Content-Length", "ETag", "Accept-Ranges"}) {
      assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
    }
  }

  @Test
  void aTypeThatIsNotAcceptedIsRefused() {
    api.send(api.to(path("model.glb")).header("Accept", "image/png"))
        .problem(406, "NOT_ACCEPTABLE");
  }

  @Test
  void aScanThatNobodyCouldReadCanBeLookedAt() throws IOException {
    var failed = api.ended(api.submit("scan.pdf", Api.pdf("600 0 0 400 0 0 cm /I Do"))).json();
    assertThat(failed.getString("state")).isEqualTo("FAILURE");
    assertThat(failed.getString("stage")).isEqualTo("DETECT");
    assertThat(failed.getJsonObject("error").getString("code")).isEqualTo("DETECTOR_MISSING");
    assertThat(failed.getJsonObject("links"))
        .containsKeys("report", "preview")
        .doesNotContainKeys("model", "overlay", "overlayPicture");
    var answer = api.bytes(api.to(failed.getJsonObject("links").getString("preview").substring(1)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(picture.getWidth()).isEqualTo(600 * 200 / 72);
    assertThat(picture.getRaster().getSample(300, 300, 0)).isEqualTo(0x80);
  }

  @Test
  void aPageOfWordsLeavesNoPicture() {
    var failed = api.ended(api.submit("words.pdf", Api.pdf("BT /T 9 Tf 50 350 Td (Words) Tj ET")));
    assertThat(failed.json().getJsonObject("links"))
        .containsKey("report")
        .doesNotContainKey("preview");
    api.get(Api.JOBS + "/" + failed.id() + "/preview.png").problem(409, "NOT_READY");
  }
}
