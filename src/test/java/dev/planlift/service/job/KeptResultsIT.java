package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.service.arquillian.ServerArchive;
import dev.planlift.service.job.KeptResults.Kept;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Results that are pointed to, ended and removed at the same moment, in the real database. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // injected
public class KeptResultsIT {
  private static final String FIGURES = "{\"walls\": 4}";

  @Inject Jobs jobs;
  @Inject Leases leases;
  @Inject KeptResults results;
  @Inject Retention retention;
  @Inject TestJobs rows;
  @Inject UserTransaction transaction;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Deployment
  static WebArchive war() {
    return ServerArchive.planlift(TestJobs.class);
  }

  private static ResultKey key() {
    return new ResultKey(UUID.randomUUID().toString());
  }

  private static Claimant someone() {
    return new Claimant("test", UUID.randomUUID());
  }

  /** A job that made what a key stands for. */
  private Job maker(ResultKey key) {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), someone()).orElseThrow();
    var made = new Kept("results/" + key.text() + "/" + lease.token(), FIGURES);
    assertThat(leases.succeed(lease, List.of(), key, made)).contains(made.folder());
    return read(job);
  }

  private Job asks(ResultKey key) {
    return jobs.accept(TestJobs.unattended(), Optional.of(key));
  }

  private Job read(Job job) {
    return jobs.find(job.id()).orElseThrow();
  }

  /** Runs something that has to wait for what the caller's open transaction holds. */
  private <T> Future<T> blocked(Callable<T> work) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var future =
        executor.submit(
            () -> {
              begun.countDown();
              return work.call();
            });
    begun.await();
    var deadline = Instant.now().plusSeconds(30);
    while (!rows.somebodyWaits()) {
      assertThat(Instant.now()).as("nobody waits").isBefore(deadline);
      Thread.sleep(20);
    }
    assertThat(future.isDone()).isFalse();
    return future;
  }

  /** As the sweep does it. */
  private List<String> expire() {
    var folders = retention.expireResults(1000);
    return Stream.concat(folders.stream(), retention.expireJobs(folders).stream()).toList();
  }

  private static <T> T end(Future<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  @Test
  void theSameWorkEndsAtOnceByMovesOfTheTable() {
    var key = key();
    var first = maker(key);
    var second = asks(key);
    assertThat(second.state()).isEqualTo(JobState.SUCCESS);
    assertThat(second.isReused()).isTrue();
    assertThat(first.isReused()).isFalse();
    assertThat(second.progress()).isEqualTo(100);
    assertThat(second.resultKey()).isEqualTo(first.resultKey());
    assertThat(second.figures()).hasValueSatisfying(f -> assertThat(f).contains("walls"));
    assertThat(read(second).stages()).allMatch(stage -> stage.state() == StageState.REUSED);
    assertThat(rows.moves(second.id()))
        .containsExactly(
            "ACCEPT null PENDING null",
            "CLAIM PENDING RUNNING null",
            "SUCCEED RUNNING SUCCESS reused " + first.resultKey().orElseThrow());
    assertThat(rows.count("outbox", second.id())).isZero();
  }

  @Test
  void whereThereIsNoResultTheJobWaitsAsAnyOther() {
    var job = asks(key());
    assertThat(job.state()).isEqualTo(JobState.PENDING);
    assertThat(rows.count("outbox", job.id())).isEqualTo(1);
  }

  @Test
  void ofTwoWhoMakeTheSameAtOnceOneResultIsKept() {
    var key = key();
    var first = maker(key);
    var late = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(late.id(), someone()).orElseThrow();
    var folder = leases.succeed(lease, List.of(), key, new Kept("results/late", FIGURES));
    assertThat(folder).isEqualTo(first.resultKey());
    assertThat(read(late).resultKey()).isEqualTo(first.resultKey());
    assertThat(results.isKept("results/late")).isFalse();
  }

  @Test
  void aClaimedJobFindsWhatWasMadeWhileItWaited() {
    var key = key();
    var waiting = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(waiting.id(), someone()).orElseThrow();
    assertThat(leases.reuse(lease, key)).isFalse();
    assertThat(read(waiting).state()).isEqualTo(JobState.RUNNING);
    maker(key);
    assertThat(leases.reuse(new Lease(waiting.id(), UUID.randomUUID()), key)).isFalse();
    assertThat(leases.reuse(lease, key)).isTrue();
    assertThat(read(waiting).state()).isEqualTo(JobState.SUCCESS);
  }

  @Test
  void aLostLeaseKeepsNothing() {
    var key = key();
    var job = jobs.accept(TestJobs.unattended());
    assertThat(leases.claim(job.id(), someone())).isPresent();
    var lost = new Lease(job.id(), UUID.randomUUID());
    assertThat(leases.succeed(lost, List.of(), key, new Kept("results/lost", FIGURES))).isEmpty();
    assertThat(results.find(key)).isEmpty();
  }

  @Test
  void theLastJobThatPointsToAResultTakesItsFilesAlong() {
    var key = key();
    var first = maker(key);
    var second = asks(key);
    var folder = first.resultKey().orElseThrow();
    assertThat(jobs.delete(first.id())).contains(first.inputKey()).doesNotContain(folder);
    assertThat(results.isKept(folder)).isTrue();
    assertThat(jobs.delete(second.id())).contains(folder);
    assertThat(results.isKept(folder)).isFalse();
    assertThat(jobs.delete(second.id())).isEmpty();
  }

  @Test
  void aResultThatIsKeptLongEnoughGoesAndItsJobsStay() {
    var key = key();
    var job = maker(key);
    rows.age(job.resultKey().orElseThrow());
    var files = expire();
    assertThat(files).contains(job.resultKey().orElseThrow(), job.inputKey());
    var left = read(job);
    assertThat(left.state()).isEqualTo(JobState.SUCCESS);
    assertThat(left.resultKey()).isEmpty();
    assertThat(left.expiredAt()).isPresent();
    assertThat(asks(key).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void aReadProlongsAndTheNextOneWritesNothing() {
    var folder = maker(key()).resultKey().orElseThrow();
    rows.age(folder);
    results.read(folder);
    assertThat(expire()).doesNotContain(folder);
    var written = rows.versionOfResult(folder);
    results.read(folder);
    assertThat(rows.versionOfResult(folder)).isEqualTo(written);
  }

  @Test
  void aResultIsKeptAsLongAsTheMostPatientOfItsJobsAsks() {
    var key = key();
    var folder = maker(key).resultKey().orElseThrow();
    var patient = TestJobs.unattended(Duration.ofDays(30));
    assertThat(jobs.accept(patient, Optional.of(key)).isReused()).isTrue();
    assertThat(rows.keptSeconds(folder)).isEqualTo(Duration.ofDays(30).toSeconds());
    asks(key);
    assertThat(rows.keptSeconds(folder)).isEqualTo(Duration.ofDays(30).toSeconds());
  }

  @Test
  void aResultDoesNotGoWhileAJobBeginsToPointToIt() throws Exception {
    var key = key();
    var folder = maker(key).resultKey().orElseThrow();
    rows.age(folder);
    transaction.begin();
    var job = asks(key);
    // It passes over what is held, and later sees a result that is young again.
    var expired = end(executor.submit(() -> expire()));
    transaction.commit();
    assertThat(expired).doesNotContain(folder);
    assertThat(expire()).doesNotContain(folder);
    assertThat(read(job).resultKey()).contains(folder);
  }

  @Test
  void aJobDoesNotBeginToPointToAResultThatIsAboutToGo() throws Exception {
    var key = key();
    var folder = maker(key).resultKey().orElseThrow();
    rows.age(folder);
    transaction.begin();
    var folders = retention.expireResults(1000);
    assertThat(folders).contains(folder);
    var asking = blocked(() -> asks(key));
    transaction.commit();
    retention.expireJobs(folders);
    assertThat(end(asking).state()).isEqualTo(JobState.PENDING);
  }

  @Test
  void theLastJobIsNotTheLastWhereAnotherBeginsToPoint() throws Exception {
    var key = key();
    var last = maker(key);
    var folder = last.resultKey().orElseThrow();
    transaction.begin();
    var job = asks(key);
    var deleting = blocked(() -> jobs.delete(last.id()));
    transaction.commit();
    assertThat(end(deleting)).contains(last.inputKey()).doesNotContain(folder);
    assertThat(read(job).resultKey()).contains(folder);
    assertThat(results.isKept(folder)).isTrue();
  }

  @Test
  void underAllOfThatAtOnceNoJobPointsToWhatIsGone() throws Exception {
    var key = key();
    var tasks = new ArrayList<Callable<List<String>>>();
    for (int i = 0; i < 12; i++) {
      tasks.add(() -> List.of(makesOrFinds(key)));
      tasks.add(() -> jobs.delete(UUID.fromString(makesOrFinds(key))));
      tasks.add(
          () -> {
            results.find(key).ifPresent(kept -> rows.age(kept.folder()));
            return expire();
          });
    }
    for (var task : executor.invokeAll(tasks)) {
      end(task);
    }
    assertThat(rows.danglingJobs()).isZero();
    assertThat(rows.resultsOf(key)).isLessThanOrEqualTo(1);
  }

  private String makesOrFinds(ResultKey key) {
    var job = asks(key);
    if (job.state() == JobState.PENDING) {
      var lease = leases.claim(job.id(), someone()).orElseThrow();
      var made = new Kept("results/" + key.text() + "/" + lease.token(), FIGURES);
      assertThat(leases.succeed(lease, List.of(), key, made)).isPresent();
    }
    return job.id().toString();
  }

  @Test
  void whatBelongsToNobodyIsToldFromWhatIsNeeded() {
    var job = maker(key());
    var folder = job.resultKey().orElseThrow();
    var strange = "inputs/" + UUID.randomUUID();
    assertThat(
            retention.unneeded(
                List.of(job.inputKey(), folder + "/model.glb", strange, folder + "x/model.glb")))
        .containsExactlyInAnyOrder(strange, folder + "x/model.glb");
  }

  @Test
  void aTurnIsTakenByOne() {
    var name = UUID.randomUUID().toString();
    assertThat(retention.takeTurn(name, Duration.ofHours(1))).isTrue();
    assertThat(retention.takeTurn(name, Duration.ofHours(1))).isFalse();
    assertThat(retention.takeTurn(name, Duration.ZERO)).isTrue();
  }

  @Test
  void cancelledJobsGoTheSameWay() throws InterruptedException {
    var job = jobs.accept(TestJobs.unattended());
    jobs.cancel(job.id(), "test");
    assertThat(retention.expireOthers(1000)).doesNotContain(job.inputKey());
    rows.endedLongAgo(job.id());
    // It passes over rows that somebody holds: the publisher may still be at this one.
    var deadline = Instant.now().plusSeconds(30);
    while (!retention.expireOthers(1000).contains(job.inputKey())) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(20);
    }
    assertThat(read(job).expiredAt()).isPresent();
    rows.expiredLongAgo(job.id());
    while (jobs.find(job.id()).isPresent()) {
      retention.forgetJobs(1000);
      assertThat(Instant.now()).isBefore(deadline);
    }
  }
}
