package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.service.intake.Api.Form;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmbeddedServerFixture.class)
class JobReadingIT {
  /** More than the server has threads to spare. */
  private static final int MANY = 150;

  private Api api;

  @BeforeEach
  void connect(EmbeddedServer server) {
    api = new Api(server.address());
  }

  private String named(String name) {
    return api.post(
            new Form().file("list.dxf", Api.ONE_LINE).request("{\"name\": \"" + name + "\"}"))
        .id();
  }

  @Test
  void aListIsReadPageByPage() {
    var mark = UUID.randomUUID().toString();
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.add(named(mark + " " + i));
    }
    assertThat(idsOf("?name=" + mark + "&sort=createdAt&limit=2")).isEqualTo(ids);
    assertThat(idsOf("?name=" + mark.toUpperCase(java.util.Locale.ROOT) + "&limit=3"))
        .isEqualTo(ids.reversed());
  }

  private List<String> idsOf(String query) {
    var ids = new ArrayList<String>();
    var path = Api.JOBS + query;
    while (!path.isEmpty()) {
      var page = api.get(path).json();
      page.getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
          .map(job -> job.getString("id"))
          .forEach(ids::add);
      path = page.getString("next", "/").substring(1);
    }
    return ids;
  }

  @Test
  void aListIsFiltered() {
    var mark = UUID.randomUUID().toString();
    var job = api.ended(named(mark));
    var created = job.json().getString("createdAt");
    var name = "?name=" + mark;
    assertThat(idsOf(name + "&state=SUCCESS&format=dxf&since=" + created)).hasSize(1);
    assertThat(idsOf(name + "&state=PENDING")).isEmpty();
    assertThat(idsOf(name + "&format=pdf")).isEmpty();
    assertThat(idsOf(name + "&since=2100-01-01T00:00:00Z")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "state=DONE, state",
    "format=dwg, format",
    "since=yesterday, since",
    "sort=size, sort",
    "cursor=x, cursor",
    "limit=0, limit",
    "limit=201, limit",
    "limit=many, limit",
  })
  void aWrongFilterIsNamed(String query, String field) {
    var where = api.get(Api.JOBS + "?" + query).problem(400, "INVALID_REQUEST");
    assertThat(where.getString("field")).isEqualTo(field);
  }

  @Test
  void aJobThatIsKnownIsNotSentAgain() {
    var id = named("known");
    api.ended(id);
    var tag = api.job(id, "").header("ETag");
    assertThat(tag).isNotEmpty();
    var request = api.to(Api.JOBS + "/" + id).header("If-None-Match", tag);
    var answer = api.send(request);
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.response().body()).isEmpty();
  }

  @Test
  void followingByTagSeesProgressThatNeverFalls() {
    var id = named("followed");
    var seen = new ArrayList<Integer>();
    var states = new ArrayList<String>();
    var tag = "\"none\"";
    while (!states.contains("SUCCESS")) {
      var answer = api.send(api.to(Api.JOBS + "/" + id + "?wait=30s").header("If-None-Match", tag));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("ETag")).isNotEqualTo(tag);
      tag = answer.header("ETag");
      seen.add(answer.json().getInt("progress"));
      states.add(answer.state());
    }
    assertThat(seen).isSorted().endsWith(100);
  }

  @Test
  void waitingForWhatHasEndedIsAnsweredAtOnce() {
    var id = named("ended");
    api.ended(id);
    // The client gives up long before the wait would be over.
    var answer =
        api.send(api.to(Api.JOBS + "/" + id + "?wait=60s").timeout(Duration.ofSeconds(30)));
    assertThat(answer.state()).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @CsvSource({"61s", "2m", "soon", "-1s", "1h"})
  void aWrongPatienceIsRefused(String wait) {
    var where =
        api.job(UUID.randomUUID().toString(), "?wait=" + wait).problem(400, "INVALID_REQUEST");
    assertThat(where.getString("field")).isEqualTo("wait");
  }

  @Test
  void manyWaitersAreToldAndHoldNoThreads() {
    // Enough work in front that the last job waits for a while.
    var ids = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      ids.add(named("queue " + i));
    }
    var last = ids.getLast();
    var waiters = new ArrayList<CompletableFuture<Api.Answer>>();
    for (int i = 0; i < MANY; i++) {
      waiters.add(CompletableFuture.supplyAsync(() -> api.ended(last), Thread::startVirtualThread));
    }
    assertThat(api.get(Api.JOBS + "?limit=1").status()).isEqualTo(200);
    assertThat(waiters)
        .allSatisfy(waiter -> assertThat(waiter.join().state()).isEqualTo("SUCCESS"));
  }

  @Test
  void whatIsNoJobIsNotFound() {
    var id = UUID.randomUUID().toString();
    var where = api.job(id, "").problem(404, "NOT_FOUND");
    assertThat(where.getString("jobId")).isEqualTo(id);
    api.job("1-1-1-1-1", "").problem(404, "NOT_FOUND");
    api.job(id, "?wait=1s").problem(404, "NOT_FOUND");
  }
}
