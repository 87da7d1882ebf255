package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.planlift.core.options.Option;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.WorkerError;
import dev.planlift.service.arquillian.ServerArchive;
import dev.planlift.service.job.KeptResults.Kept;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The moves against the real database, inside the server. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // injected
public class JobMovesIT {
  private static final JobError ERROR =
      new JobError(ErrorCode.STORAGE_ERROR, "Away.", Place.of("key", "k"), true);

  /** More than any version knows. */
  private static final int NEWER = 1000;

  @Inject Jobs jobs;
  @Inject Leases leases;
  @Inject StageEvents stages;
  @Inject JobSearch search;
  @Inject Forecast forecast;
  @Inject Reprocessing reprocessing;
  @Inject DeadLetters deadLetters;
  @Inject Overdue overdue;
  @Inject Outbox outbox;
  @Inject TestJobs rows;
  @Inject UserTransaction transaction;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Deployment
  static WebArchive war() {
    return ServerArchive.planlift(TestJobs.class);
  }

  private static Claimant someone() {
    return new Claimant("test", UUID.randomUUID());
  }

  private Map<Move, Predicate<Lease>> tries() {
    var tries = new EnumMap<Move, Predicate<Lease>>(Move.class);
    tries.put(Move.CLAIM, lease -> leases.claim(lease.jobId(), someone()).isPresent());
    tries.put(Move.TAKE_OVER, lease -> died(lease).isPresent());
    tries.put(Move.GIVE_BACK, leases::giveBack);
    tries.put(Move.SUCCEED, lease -> succeed(lease, "{}"));
    tries.put(Move.RETRY_LATER, lease -> leases.retryLater(lease, ERROR, Duration.ofHours(1)));
    tries.put(Move.BURY, lease -> leases.bury(lease, ERROR, Optional.empty()));
    tries.put(Move.CANCEL, lease -> allowed(() -> jobs.cancel(lease.jobId(), "test")));
    tries.put(Move.FAIL, lease -> jobs.fail(lease.jobId(), ERROR, "test"));
    return tries;
  }

  private boolean succeed(Lease lease, String figures) {
    var made = new Kept("results/" + lease.token(), figures);
    return leases.succeed(lease, List.of(), ResultKey.own(lease.jobId()), made).isPresent();
  }

  private Optional<Lease> died(Lease lease) {
    return leases.runnerDied(lease, someone(), ERROR, Optional.empty()).map(Taken::lease);
  }

  private static boolean allowed(Runnable move) {
    try {
      move.run();
      return true;
    } catch (WorkerError e) {
      assertThat(e.code()).isEqualTo(ErrorCode.STATE_CONFLICT);
      return false;
    }
  }

  private Job read(UUID id) {
    return jobs.find(id).orElseThrow();
  }

  @Test
  void theDatabaseMakesExactlyTheMovesOfTheTable() {
    for (var attempt : tries().entrySet()) {
      for (var from : JobState.values()) {
        // Burying needs a lease, which a job in RETRY has not: its attempts are used up in RUNNING.
        if (attempt.getKey() == Move.BURY && from == JobState.RETRY) {
          continue;
        }
        // A claim of a lapsed lease is a take-over.
        if (attempt.getKey() == Move.CLAIM && from == JobState.RUNNING) {
          continue;
        }
        var job = jobs.accept(TestJobs.unattended());
        var lease = rows.force(job.id(), from);
        boolean made = attempt.getValue().test(lease);
        assertThat(made)
            .as("%s from %s", attempt.getKey(), from)
            .isEqualTo(attempt.getKey().from().contains(from));
        assertThat(read(job.id()).state()).isEqualTo(made ? attempt.getKey().to() : from);
      }
    }
  }

  @Test
  void aDeadLetterIsReprocessedWithItsCountersAnew() {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), someone()).orElseThrow();
    assertThat(leases.bury(lease, ERROR, Optional.empty())).isTrue();
    var again = reprocessing.reprocess(job.id(), Revision.NONE, "admin");
    assertThat(again.state()).isEqualTo(JobState.PENDING);
    assertThat(again.attempt()).isZero();
    assertThat(again.error()).isEmpty();
    assertThat(rows.count("job_audit", job.id())).isEqualTo(5);
    assertThatThrownBy(() -> reprocessing.reprocess(job.id(), Revision.NONE, "admin"))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STATE_CONFLICT));
  }

  @Test
  void aPasswordGoesWithTheEndOfItsJobAndNotBefore() {
    var options = Map.of("password", "sesame", "pages", "2");
    for (var end : List.of(Move.SUCCEED, Move.FAIL, Move.CANCEL, Move.BURY, Move.RETRY_LATER)) {
      var job = jobs.accept(TestJobs.unattended(options));
      var lease = leases.claim(job.id(), someone()).orElseThrow();
      assertThat(read(job.id()).options()).isEqualTo(options);

      assertThat(Objects.requireNonNull(tries().get(end)).test(lease)).isTrue();

      boolean goesOn = end == Move.BURY || end == Move.RETRY_LATER;
      assertThat(read(job.id()).options())
          .as("after %s", end)
          .isEqualTo(goesOn ? options : Map.of("pages", "2"));
    }
    assertThat(Arrays.stream(Option.values()).filter(Option::isSecret))
        .containsExactly(Option.PASSWORD);
  }

  @Test
  void ofManyClaimsOfOneJobOneWins() throws Exception {
    var job = jobs.accept(TestJobs.unattended());
    var start = new CountDownLatch(1);
    Callable<Optional<Lease>> claim =
        () -> {
          start.await();
          return leases.claim(job.id(), someone());
        };
    var claims = IntStream.range(0, 8).mapToObj(i -> executor.submit(claim)).toList();
    start.countDown();
    int won = 0;
    for (var each : claims) {
      won += each.get().isPresent() ? 1 : 0;
    }
    assertThat(won).isEqualTo(1);
    assertThat(read(job.id()).attempt()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeSentMayBeTakenAgainAtOnce() throws Exception {
    transaction.begin();
    try {
      var asked = TestJobs.unattended();
      jobs.accept(asked);
      var taken = outbox.take(Integer.MAX_VALUE);
      assertThat(outbox.take(Integer.MAX_VALUE)).isEmpty();

      outbox.giveBack(taken);

      assertThat(outbox.take(Integer.MAX_VALUE))
          .containsAll(taken)
          .extracting(Outbox.Entry::jobId)
          .contains(asked.id());
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void jobAndOutboxRowAreWrittenTogetherOrNotAtAll() throws Exception {
    var asked = TestJobs.unattended();
    transaction.begin();
    jobs.accept(asked);
    assertThat(rows.count("job", asked.id())).isEqualTo(1);
    assertThat(rows.count("outbox", asked.id())).isEqualTo(1);
    assertThat(rows.count("job_stage", asked.id())).isEqualTo(Stage.values().length);
    transaction.rollback();
    assertThat(rows.count("job", asked.id())).isZero();
    assertThat(rows.count("outbox", asked.id())).isZero();
  }

  @Test
  void aSecondJobOfTheSameIdIsRefused() {
    var asked = TestJobs.unattended();
    var first = jobs.accept(asked);
    assertThatThrownBy(() -> jobs.accept(asked))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DUPLICATE_TASK));
    assertThat(read(first.id()).version()).isEqualTo(first.version());
  }

  @Test
  void aLivingLeaseIsNotTakenOverAndALapsedOneIs() {
    var job = jobs.accept(TestJobs.unattended());
    var first = leases.claim(job.id(), someone()).orElseThrow();
    assertThat(leases.claim(job.id(), someone())).isEmpty();
    rows.lapse(job.id());
    var second = leases.claim(job.id(), someone()).orElseThrow();
    assertThat(read(job.id()).poison()).isEqualTo(1);
    assertThat(read(job.id()).attempt()).isEqualTo(1);
    assertThat(leases.lost(java.util.Set.of(first, second))).containsExactly(first);
    assertThat(leases.heartbeat(first)).isFalse();
    assertThat(stages.tell(first, List.of(StageStep.started(Stage.READ, Instant.now())))).isFalse();
    assertThat(succeed(first, "{}")).isFalse();
    assertThat(succeed(second, "{\"walls\": 4}")).isTrue();
    assertThat(read(job.id()).resultKey()).contains("results/" + second.token());
    assertThat(read(job.id()).figures()).hasValueSatisfying(f -> assertThat(f).contains("walls"));
  }

  @Test
  void aJobThatKillsItsRunnerThreeTimesIsPoison() {
    var job = jobs.accept(TestJobs.unattended());
    var first = leases.claim(job.id(), someone()).orElseThrow();
    var second = died(first).orElseThrow();
    var third = died(second).orElseThrow();
    assertThat(died(third)).isEmpty();
    var dead = read(job.id());
    assertThat(dead.state()).isEqualTo(JobState.DEAD_LETTER);
    assertThat(dead.poison()).isEqualTo(3);
    assertThat(dead.error()).contains(ERROR);
  }

  @Test
  void aJobGivenBackWaitsWithoutHavingUsedAnAttempt() {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), someone()).orElseThrow();
    assertThat(leases.giveBack(lease)).isTrue();
    assertThat(read(job.id()).attempt()).isZero();
    assertThat(leases.claim(job.id(), someone())).isPresent();
  }

  @Test
  void aJobThatNeedsANewerServerIsNeitherClaimedNorTakenOver() {
    var job = jobs.accept(TestJobs.unattended());
    rows.need(job.id(), NEWER);
    assertThat(leases.claim(job.id(), someone())).isEmpty();

    assertThat(overdue.leave(job.id())).isTrue();

    assertThat(read(job.id()).state()).isEqualTo(JobState.PENDING);
    assertThat(read(job.id()).dueAt()).isAfter(Instant.now());
    rows.force(job.id(), JobState.RUNNING); // a newer one had it, and died
    assertThat(leases.claim(job.id(), someone())).isEmpty();
    rows.need(job.id(), 0);
    assertThat(leases.claim(job.id(), someone())).isPresent();
  }

  @Test
  void aJobPutOffIsNotTakenBeforeItIsDue() {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), someone()).orElseThrow();
    assertThat(leases.retryLater(lease, ERROR, Duration.ofHours(1))).isTrue();
    assertThat(leases.claim(job.id(), someone())).isEmpty();
    assertThat(read(job.id()).state()).isEqualTo(JobState.RETRY);
    assertThat(read(job.id()).dueAt()).isAfter(Instant.now().plusSeconds(3000));
  }

  @Test
  void progressNeverFallsAndStagesKeepTheirTimes() {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), someone()).orElseThrow();
    assertThat(stages.tell(lease, List.of(StageStep.started(Stage.READ, Instant.now())))).isTrue();
    assertThat(stages.tell(lease, List.of(StageStep.progressed(Stage.READ, 0.5)))).isTrue();
    int reached = read(job.id()).progress();
    assertThat(reached).isEqualTo(Stage.READ.percent(0.5));
    assertThat(stages.tell(lease, List.of(StageStep.progressed(Stage.VALIDATE, 0.1)))).isTrue();
    assertThat(read(job.id()).progress()).isEqualTo(reached);
    assertThat(
            stages.tell(
                lease,
                List.of(StageStep.finished(Stage.READ, Instant.now(), Duration.ofMillis(1234)))))
        .isTrue();
    var read =
        read(job.id()).stages().stream().filter(s -> s.name() == Stage.READ).findFirst().get();
    assertThat(read.state()).isEqualTo(StageState.DONE);
    assertThat(read.took()).contains(Duration.ofMillis(1234));
    assertThat(read.attempts()).isEqualTo(1);
  }

  @Test
  void stagesThatFollowFastAreToldTogether() {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), someone()).orElseThrow();
    var at = Instant.parse("2026-11-21T12:00:00Z");
    var took = Duration.ofMillis(7);
    var validated =
        StageStep.started(Stage.VALIDATE, at)
            .then(StageStep.progressed(Stage.VALIDATE, 0.5))
            .then(StageStep.finished(Stage.VALIDATE, at.plus(took), took));
    var reused = StageStep.reused(Stage.READ, at, took);

    assertThat(
            stages.tell(
                lease, List.of(validated, reused, StageStep.started(Stage.RECONSTRUCT, at))))
        .isTrue();

    var told = read(job.id());
    assertThat(told.stage()).contains(Stage.RECONSTRUCT);
    assertThat(told.progress()).isEqualTo(Stage.RECONSTRUCT.percent(0));
    var first = told.stages().getFirst();
    assertThat(first.startedAt()).contains(at);
    assertThat(first.finishedAt()).contains(at.plus(took));
    assertThat(told.stages())
        .extracting(JobStage::name, JobStage::state, JobStage::attempts)
        .contains(
            tuple(Stage.VALIDATE, StageState.DONE, 1),
            tuple(Stage.READ, StageState.REUSED, 0),
            tuple(Stage.RECONSTRUCT, StageState.RUNNING, 1),
            tuple(Stage.SOLIDIFY, StageState.PENDING, 0));
  }

  @Test
  void theLeasesOfAServerWithoutItsLockAreFreeAtOnce() {
    var life = UUID.randomUUID();
    var job = jobs.accept(TestJobs.unattended());
    assertThat(leases.claim(job.id(), new Claimant("dead", life))).isPresent();
    rows.deadServer(life);
    var lapse = read(job.id()).leaseUntil().orElseThrow();
    var taken = Optional.<Lease>empty();
    while (taken.isEmpty()) {
      assertThat(Instant.now()).isBefore(lapse);
      overdue.sweep(); // or the server's own reaper is just at it
      taken = leases.claim(job.id(), someone());
    }
    assertThat(read(job.id()).poison()).isEqualTo(1);
  }

  private UUID deadLetter() {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), someone()).orElseThrow();
    assertThat(leases.bury(lease, ERROR, Optional.empty())).isTrue();
    return job.id();
  }

  @Test
  void aDeadLetterGoesOnWithTheOptionsAndFromTheStageGiven() {
    var id = deadLetter();
    var revision = new Revision(Optional.of(Map.of("units", "cm")), Optional.of(Stage.READ));
    reprocessing.reprocess(id, revision, "admin");
    assertThat(read(id).options()).isEqualTo(Map.of("units", "cm"));
    assertThat(read(id).beginStage()).contains(Stage.READ);
  }

  @Test
  void aDeadLetterThatCannotBeQueuedIsOneAgain() {
    var id = deadLetter();
    var unstorable = new Revision(Optional.of(Map.of("units", "\0")), Optional.empty());
    assertThatThrownBy(() -> reprocessing.reprocess(id, unstorable, "admin"))
        .isInstanceOf(RuntimeException.class);
    assertThat(read(id).state()).isEqualTo(JobState.DEAD_LETTER);
    assertThat(read(id).error()).contains(ERROR);
  }

  @Test
  void aDeadLetterThatADeadServerLeftOnItsWayIsLaidBack() {
    var id = deadLetter();
    rows.force(id, JobState.REPROCESSING);
    rows.age(id);
    var limit = Instant.now().plusSeconds(30);
    while (read(id).state() == JobState.REPROCESSING) {
      assertThat(Instant.now()).isBefore(limit);
      overdue.sweep(); // or the server's own reaper is just at it
    }
    assertThat(read(id).state()).isEqualTo(JobState.DEAD_LETTER);
  }

  @Test
  void aSecondChanceIsGivenOnce() {
    var id = deadLetter();
    var codes = Set.of(ERROR.code());
    var soon = Instant.now().plusSeconds(1);
    assertThat(deadLetters.neverReprocessed(codes, soon, 100)).contains(id);
    assertThat(deadLetters.neverReprocessed(codes, Instant.EPOCH, 100)).isEmpty();
    assertThat(deadLetters.neverReprocessed(Set.of(ErrorCode.INTERNAL), soon, 100))
        .doesNotContain(id);
    reprocessing.reprocess(id, Revision.NONE, "policy");
    var lease = leases.claim(id, someone()).orElseThrow();
    assertThat(leases.bury(lease, ERROR, Optional.empty())).isTrue();
    assertThat(deadLetters.neverReprocessed(codes, soon, 100)).doesNotContain(id);
  }

  @Test
  void onlyADeadLetterIsRemovedAsOne() {
    var id = deadLetter();
    reprocessing.reprocess(id, Revision.NONE, "admin");
    assertThat(jobs.deleteDeadLetter(id)).isEmpty();
    assertThat(jobs.find(id)).isPresent();
    var other = deadLetter();
    assertThat(jobs.deleteDeadLetter(other)).isNotEmpty();
    assertThat(jobs.find(other)).isEmpty();
  }

  @Test
  void deadLettersComeWhatEndedLastFirst() {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(deadLetter());
    }
    var found = new ArrayList<UUID>();
    var cursor = Optional.<JobQuery.Cursor>empty();
    do {
      var page = deadLetters.page(Optional.of(Format.PDF), Optional.of(ERROR.code()), cursor, 2);
      page.jobs().forEach(job -> found.add(job.id()));
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(found).startsWith(ids.toArray(UUID[]::new)).doesNotHaveDuplicates();
  }

  @Test
  void aWaitingJobIsToldItsTurnAndOneThatIsPutOffIsNot() {
    var first = jobs.accept(TestJobs.unattended());
    var second = jobs.accept(TestJobs.unattended());
    int before = forecast.of(read(first.id())).orElseThrow().position();
    assertThat(forecast.of(read(second.id())).orElseThrow().position()).isEqualTo(before + 1);
    var lease = leases.claim(first.id(), someone()).orElseThrow();
    assertThat(forecast.of(read(first.id()))).isEmpty();
    assertThat(forecast.of(read(second.id())).orElseThrow().position()).isEqualTo(before);
    assertThat(leases.retryLater(lease, ERROR, Duration.ofHours(1))).isTrue();
    assertThat(forecast.of(read(first.id()))).isEmpty();
  }

  @Test
  void aWaitIsEstimatedOnceAJobOfTheFormatHasRun() {
    var lease = leases.claim(jobs.accept(TestJobs.unattended()).id(), someone()).orElseThrow();
    assertThat(succeed(lease, "{}")).isTrue();
    var waiting = forecast.of(read(jobs.accept(TestJobs.unattended()).id())).orElseThrow();
    assertThat(waiting.estimate()).isPresent();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var ids = new HashSet<UUID>();
    for (int i = 0; i < 5; i++) {
      ids.add(jobs.accept(TestJobs.unattended()).id());
    }
    var since = ids.stream().map(id -> read(id).createdAt()).min(Instant::compareTo);
    var found = new HashSet<UUID>();
    var cursor = Optional.<JobQuery.Cursor>empty();
    do {
      var page =
          search.page(
              new JobQuery(
                  Optional.of(JobState.PENDING),
                  Optional.of(Format.PDF),
                  Optional.of("plan"),
                  since,
                  JobQuery.Sort.NEWEST,
                  cursor.map(c -> JobQuery.Cursor.parse(c.text())),
                  2));
      assertThat(page.jobs()).hasSizeLessThanOrEqualTo(2);
      page.jobs().forEach(job -> assertThat(found.add(job.id())).isTrue());
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(found).containsAll(ids);
    assertThat(ids.stream().map(id -> forecast.of(read(id)).orElseThrow().position()))
        .doesNotHaveDuplicates();
  }
}
