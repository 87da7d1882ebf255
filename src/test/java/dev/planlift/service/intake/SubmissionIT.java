package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.service.intake.Api.Form;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedServerFixture.class)
class SubmissionIT {
  private Api api;

  @BeforeEach
  void connect(EmbeddedServer server) {
    api = new Api(server.address());
  }

  private static Form house() {
    return new Form().file("house.dxf", "image/vnd.dxf", Api.ONE_LINE);
  }

  @Test
  void fileAndRequestComeInAnyOrder() {
    var request = "{\"name\": \"Haus am See\", \"options\": {\"wallHeight\": 3, \"texts\": false}}";
    for (var form :
        new Form[] {
          house().request(request), new Form().request(request).file("house.dxf", Api.ONE_LINE)
        }) {
      var answer = api.post(form);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.header("Location")).isEqualTo("/" + Api.JOBS + "/" + answer.id());
      var job = api.get(answer.header("Location").substring(1)).json();
      assertThat(job.getString("name")).isEqualTo("Haus am See");
      assertThat(job.getJsonObject("options").getString("wallHeight")).isEqualTo("3.0");
      assertThat(job.getJsonObject("options").getString("texts")).isEqualTo("false");
      assertThat(job.getString("format")).isEqualTo("dxf");
      assertThat(job.getInt("sizeBytes")).isEqualTo(Api.ONE_LINE.length());
    }
  }

  @Test
  void withoutARequestTheFileGivesTheName() {
    assertThat(api.post(house()).json().getString("name")).isEqualTo("house.dxf");
  }

  @Test
  void aJobGoesThroughItsStagesToSuccess() {
    var job = api.ended(api.post(house()).id()).json();
    assertThat(job.getString("state")).isEqualTo("SUCCESS");
    assertThat(job.getInt("progress")).isEqualTo(100);
    assertThat(job.getJsonArray("stages").stream().map(stage -> stage.asJsonObject()))
        .allSatisfy(stage -> assertThat(stage.getString("state")).isIn("DONE", "SKIPPED"));
    assertThat(job.getJsonObject("links")).containsKeys("self", "model", "report", "preview");
  }

  @Test
  void aPdfGoesThroughItsStagesToSuccess() {
    var content = "100 100 m 500 100 l 500 300 l 100 300 l h S 100 200 m 500 200 l S";
    var job = api.ended(api.post(new Form().file("plan.pdf", Api.pdf(content))).id()).json();
    assertThat(job.getString("format")).isEqualTo("pdf");
    assertThat(job.getString("state")).isEqualTo("SUCCESS");
  }

  @Test
  void anIdOfTheClientsOwnIsTakenOnce() {
    var id = UUID.randomUUID().toString();
    var request = "{\"id\": \"" + id + "\"}";
    assertThat(api.post(house().request(request)).id()).isEqualTo(id);
    var where = api.post(house().request(request)).problem(409, "DUPLICATE_TASK");
    assertThat(where.getString("field")).isEqualTo("id");
  }

  @Test
  void theSameKeyAndFormAreAnsweredAsBefore() {
    var key = UUID.randomUUID().toString();
    var first = api.post(house(), "Idempotency-Key", key);
    var again = api.post(house(), "Idempotency-Key", key);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void theSameKeyWithAnotherFormIsRefused() {
    var key = UUID.randomUUID().toString();
    api.post(house(), "Idempotency-Key", key);
    var where =
        api.post(house().request("{\"name\": \"another\"}"), "Idempotency-Key", key)
            .problem(422, "IDEMPOTENCY_MISMATCH");
    assertThat(where.getString("header")).isEqualTo("Idempotency-Key");
  }

  @Test
  void whatIsNotThereYetSaysSo() {
    var callback = house().request("{\"callbackUrl\": \"https://example.org/done\"}");
    assertThat(api.post(callback).problem(422, "UNSUPPORTED").getString("field"))
        .isEqualTo("callbackUrl");
    var answer = reference("{\"uploadId\": \"x\", \"name\": \"n\"}");
    assertThat(answer.problem(422, "UNSUPPORTED").getString("field")).isEqualTo("uploadId");
  }

  @Test
  void withoutAnAllowedAddressNothingIsFetched() {
    var answer = reference("{\"fileUrl\": \"http://127.0.0.1/x.dxf\", \"name\": \"n\"}");
    assertThat(answer.problem(422, "FILE_URL_NOT_ALLOWED").getString("field")).isEqualTo("fileUrl");
  }

  private Api.Answer reference(String json) {
    return api.send(
        api.to(Api.JOBS)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  @Test
  void aRetryIsANewJobWithTheOptionsChanged() {
    var form = house().request("{\"options\": {\"wallHeight\": 3, \"texts\": false}}");
    var first = api.post(form).id();
    api.ended(first);
    var retry = post(first + "/retry", "{\"options\": {\"wallHeight\": 4}}");
    assertThat(retry.status()).isEqualTo(202);
    assertThat(retry.json().getString("retryOf")).isEqualTo(first);
    var options = retry.json().getJsonObject("options");
    assertThat(options.getString("wallHeight")).isEqualTo("4.0");
    assertThat(options.getString("texts")).isEqualTo("false");
    assertThat(delete(first).status()).isEqualTo(204);
    assertThat(api.ended(retry.id()).state()).isEqualTo("SUCCESS");
  }

  /** Large enough for a checkpoint to be smaller. */
  private static Form plan() {
    var lines = "0\nLINE\n8\nWALLS\n10\n1\n20\n2\n11\n3\n21\n4\n".repeat(100);
    return new Form().file("house.dxf", "image/vnd.dxf", Api.dxf(lines));
  }

  private List<String> reused(String id) {
    return api.ended(id).json().getJsonArray("stages").getValuesAs(JsonObject.class).stream()
        .filter(stage -> stage.getString("state").equals("REUSED"))
        .map(stage -> stage.getString("name"))
        .toList();
  }

  @Test
  void aRetryBeginsWithTheFirstStageThatItsOptionsChange() {
    var first = api.post(plan()).id();
    assertThat(reused(first)).isEmpty();
    var inFeet = post(first + "/retry", "{\"options\": {\"units\": \"ft\"}}").id();
    assertThat(reused(inFeet)).containsExactly("READ");
    var report = api.get(Api.JOBS + "/" + inFeet + "/report.json").json();
    assertThat(report.getJsonObject("units").getString("used")).isEqualTo("ft");
    assertThat(report.getJsonArray("stages").getValuesAs(JsonObject.class))
        .anySatisfy(
            stage -> {
              assertThat(stage.getString("name")).isEqualTo("READ");
              assertThat(stage.getBoolean("reused", false)).isTrue();
            });
    var cut = post(inFeet + "/retry", "{\"options\": {\"cutAt\": 1.2}}").id();
    assertThat(reused(cut)).containsExactly("READ", "RECONSTRUCT");
    var again = post(cut + "/retry", "{\"options\": {\"compression\": \"quantized\"}}").id();
    assertThat(reused(again)).containsExactly("READ", "RECONSTRUCT");
    assertThat(api.ended(again).state()).isEqualTo("SUCCESS");
  }

  @Test
  void aRetryBeginsWithTheStageThatIsAskedFor() {
    var id = api.post(plan()).id();
    api.ended(id);
    assertThat(reused(post(id + "/retry", "{\"fromStage\": \"READ\"}").id())).isEmpty();
    assertThat(reused(post(id + "/retry", "{\"fromStage\": \"RECONSTRUCT\"}").id()))
        .containsExactly("READ");
    assertThat(reused(post(id + "/retry", "{\"fromStage\": \"SOLIDIFY\"}").id()))
        .containsExactly("READ", "RECONSTRUCT");
  }

  @Test
  void aStageThatNothingIsKeptForCannotBeBegunWith() {
    var id = api.post(plan()).id();
    api.ended(id);
    var retry = id + "/retry";
    var where = post(retry, "{\"fromStage\": \"EXPORT\"}").problem(409, "NO_CHECKPOINT");
    assertThat(where.getString("latest")).isEqualTo("SOLIDIFY");
    where =
        post(retry, "{\"fromStage\": \"SOLIDIFY\", \"options\": {\"units\": \"cm\"}}")
            .problem(409, "NO_CHECKPOINT");
    assertThat(where.getString("latest")).isEqualTo("RECONSTRUCT");
    where =
        post(retry, "{\"fromStage\": \"RECONSTRUCT\", \"options\": {\"layout\": \"A1\"}}")
            .problem(409, "NO_CHECKPOINT");
    assertThat(where.getString("latest")).isEqualTo("READ");
    post(retry, "{\"fromStage\": \"DETECT\"}").problem(400, "INVALID_REQUEST");
  }

  @Test
  void whatHasEndedCannotBeCancelled() {
    var id = api.post(house()).id();
    api.ended(id);
    var where = post(id + "/cancel", "").problem(409, "STATE_CONFLICT");
    assertThat(where.getString("state")).isEqualTo("SUCCESS");
  }

  @Test
  void aDeletedJobIsGoneWithItsFiles() {
    var id = api.post(house()).id();
    api.ended(id);
    assertThat(delete(id).status()).isEqualTo(204);
    api.job(id, "").problem(404, "NOT_FOUND");
    api.get(Api.JOBS + "/" + id + "/model.glb").problem(404, "NOT_FOUND");
    delete(id).problem(404, "NOT_FOUND");
  }

  private Api.Answer post(String path, String json) {
    return api.send(
        api.to(Api.JOBS + "/" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private Api.Answer delete(String id) {
    return api.send(api.to(Api.JOBS + "/" + id).DELETE());
  }
}
