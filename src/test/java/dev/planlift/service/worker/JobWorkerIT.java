package dev.planlift.service.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.planlift.error.ErrorCode;
import dev.planlift.service.arquillian.ServerArchive;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobCheckpoint;
import dev.planlift.service.job.JobStage;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Priority;
import dev.planlift.service.job.Repetition;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.StageState;
import dev.planlift.service.job.TestJobs;
import dev.planlift.service.queue.JobQueue;
import dev.planlift.service.queue.JobQueue.Nudge;
import dev.planlift.service.queue.ParkedMessage;
import dev.planlift.service.queue.ParkedMessages;
import dev.planlift.service.queue.QueueName;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs on their way through outbox, queue, consumer and child JVM, inside the server. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // injected
public class JobWorkerIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String LINE =
      "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n0\n20\n0\n11\n5\n21\n0\n0\nENDSEC\n0\nEOF\n";
  private static final String EMPTY = "0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n";

  /** Enough for a checkpoint to be smaller. */
  private static final String LINES =
      LINE.replace(
          "0\nENDSEC", "0\nLINE\n8\nWALLS\n10\n1\n20\n2\n11\n3\n21\n4\n".repeat(100) + "0\nENDSEC");

  @Inject Jobs jobs;
  @Inject JobQueue queue;
  @Inject ParkedMessages messages;
  @Inject ArtifactStore store;
  @Inject TestJobs rows;

  @Resource(lookup = "jms/planlift")
  ConnectionFactory connections;

  @Resource(lookup = "jms/dxf.high")
  Queue high;

  @Deployment
  static WebArchive war() {
    return ServerArchive.planlift(TestJobs.class);
  }

  private String input(String drawing) {
    var key = "inputs/" + UUID.randomUUID();
    var bytes = drawing.getBytes(StandardCharsets.US_ASCII);
    store.put(key, new ByteArrayInputStream(bytes), bytes.length);
    return key;
  }

  private Job post(String drawing) {
    return jobs.accept(TestJobs.job(Format.DXF, input(drawing)));
  }

  private Job await(UUID id, Predicate<Job> until) throws InterruptedException {
    var deadline = Instant.now().plus(LIMIT);
    while (true) {
      var job = jobs.find(id).orElseThrow();
      if (until.test(job)) {
        return job;
      }
      assertThat(Instant.now()).as("still %s in %s", job.state(), job.stage()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  private Job awaitEnd(UUID id) throws InterruptedException {
    return await(id, job -> job.state().isTerminal());
  }

  @Test
  void aDrawingGoesAllTheWayToItsModel() throws Exception {
    var job = awaitEnd(post(LINE).id());
    assertThat(job.error()).isEmpty();
    assertThat(job.state()).isEqualTo(JobState.SUCCESS);
    assertThat(job.progress()).isEqualTo(100);
    assertThat(job.attempt()).isEqualTo(1);
    var key = job.resultKey().orElseThrow();
    assertThat(store.find(key + "/model.glb")).isPresent();
    assertThat(store.find(key + "/report.json")).isPresent();
    assertThat(store.find(key + "/preview.png")).isPresent();
    assertThat(store.find(key + "/overlay.svg")).isPresent();
    assertThat(store.find(key + "/overlay.png")).isPresent();
  }

  @Test
  void aJobThatNeedsANewerServerWaitsAndIsOfferedAgain() throws Exception {
    var asked = TestJobs.job(Format.DXF, input(LINE));
    rows.accept(asked, 1000);
    var left = await(asked.id(), job -> job.dueAt().isAfter(job.createdAt()));
    assertThat(left.state()).isEqualTo(JobState.PENDING);
    assertThat(left.attempt()).isZero();

    rows.need(asked.id(), 0);

    assertThat(awaitEnd(asked.id()).state()).isEqualTo(JobState.SUCCESS);
  }

  @Test
  void aDrawingOfNothingFailsByItsInputAtTheFirstAttempt() throws Exception {
    var job = awaitEnd(post(EMPTY).id());
    assertThat(job.state()).isEqualTo(JobState.FAILURE);
    assertThat(job.attempt()).isEqualTo(1);
    assertThat(job.error())
        .hasValueSatisfying(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOTHING_TO_CONVERT));
  }

  @Test
  void anUploadThatIsGoneEndsInFailure() throws Exception {
    var job = awaitEnd(jobs.accept(TestJobs.job(Format.DXF, "inputs/gone")).id());
    assertThat(job.state()).isEqualTo(JobState.FAILURE);
  }

  @Test
  void theSameIdDeliveredManyTimesIsConvertedOnce() throws Exception {
    var id = post(LINE).id();
    var nudge = new Nudge(id, new QueueName(Format.DXF, Priority.HIGH));
    queue.send(Collections.nCopies(5, nudge));
    awaitEnd(id);
    queue.send(Collections.nCopies(5, nudge));
    // What is sent last is worked on last: when it has ended, the copies have been through.
    awaitEnd(post(EMPTY).id());
    var job = jobs.find(id).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.SUCCESS);
    assertThat(job.attempt()).isEqualTo(1);
  }

  @Test
  void aRunningJobIsCancelledAndItsPlaceIsFree() throws Exception {
    var id = post(LINE).id();
    await(id, job -> job.stage().filter(stage -> stage == Stage.READ).isPresent());
    assertThat(jobs.cancel(id, "test").state()).isEqualTo(JobState.CANCELLED);
    assertThat(awaitEnd(post(LINE).id()).state()).isEqualTo(JobState.SUCCESS);
    var job = jobs.find(id).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(job.resultKey()).isEmpty();
  }

  @Test
  void aJobWhoseResultsCouldNotBeStoredGoesOnFromItsCheckpoint() throws Exception {
    var key = input(LINES);
    var asked = TestJobs.job(Format.DXF, key);
    // A file where the results' folder has to be: they cannot be stored.
    var inTheWay = "results/job-" + asked.id();
    store.put(inTheWay, new ByteArrayInputStream(new byte[1]), 1);
    jobs.accept(asked);
    var failed = await(asked.id(), job -> job.state() == JobState.RETRY || job.attempt() > 1);
    assertThat(failed.checkpoint())
        .hasValueSatisfying(kept -> assertThat(kept.last()).isEqualTo(Stage.RECONSTRUCT));
    store.delete(inTheWay);
    var job = awaitEnd(asked.id());
    assertThat(job.state()).isEqualTo(JobState.SUCCESS);
    assertThat(job.attempt()).isGreaterThan(1);
    assertThat(job.stages())
        .filteredOn(stage -> stage.state() == StageState.REUSED)
        .extracting(JobStage::name)
        .containsExactly(Stage.READ, Stage.RECONSTRUCT);
  }

  @Test
  void aCheckpointThatIsBrokenCostsTimeOnly() throws Exception {
    var first = awaitEnd(post(LINES).id());
    var kept = first.checkpoint().orElseThrow();
    var copy = new JobCheckpoint("checkpoints/" + UUID.randomUUID(), kept.last(), kept.options());
    var nonsense = new byte[100];
    store.put(copy.key(), new ByteArrayInputStream(nonsense), nonsense.length);
    var key = input(LINES);
    var repetition = new Repetition(first.id(), Optional.of(copy), Optional.empty());
    var job = awaitEnd(jobs.accept(TestJobs.repetition(key, repetition)).id());
    assertThat(job.state()).isEqualTo(JobState.SUCCESS);
    assertThat(job.stages()).noneMatch(stage -> stage.state() == StageState.REUSED);
    assertThat(store.find(copy.key()))
        .hasValueSatisfying(
            file -> assertThat(file.sizeBytes()).as("a whole one in its place").isNotEqualTo(100));
  }

  @Test
  void aMessageThatCannotBeReadEndsInTheBrokersDeadLetterQueue() throws Exception {
    long before = messages.count(Format.DXF);
    try (var context = connections.createContext()) {
      context.createProducer().send(high, "{\"schema_version\":\"2.0.0\"}");
    }
    var deadline = Instant.now().plus(LIMIT);
    while (messages.count(Format.DXF) == before) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
    assertThat(awaitEnd(post(EMPTY).id()).state()).isEqualTo(JobState.FAILURE);
  }

  @Test
  void whoLooksThroughTheParkedMessagesTakesNoneAndOneIsTakenByItsId() {
    queue.park(Format.PDF, "{\"n\":1}", ErrorCode.SCHEMA_VERSION, "One.");
    queue.park(Format.PDF, "{\"n\":2}", ErrorCode.SCHEMA_VERSION, "Two.");

    var seen = messages.list(Format.PDF);
    assertThat(messages.list(Format.PDF)).isEqualTo(seen);
    assertThat(seen)
        .extracting(ParkedMessage::reason, ParkedMessage::why, ParkedMessage::text)
        .contains(
            tuple(ErrorCode.SCHEMA_VERSION, "One.", "{\"n\":1}"),
            tuple(ErrorCode.SCHEMA_VERSION, "Two.", "{\"n\":2}"));

    var one = seen.stream().filter(m -> m.why().equals("One.")).findFirst().orElseThrow();
    assertThat(messages.remove(Format.PDF, one.id())).isTrue();
    assertThat(messages.remove(Format.PDF, one.id())).isFalse();
    assertThat(messages.list(Format.PDF))
        .hasSize(seen.size() - 1)
        .extracting(ParkedMessage::why)
        .contains("Two.")
        .doesNotContain("One.");
    assertThat(messages.count(Format.PDF)).isEqualTo(seen.size() - 1);
  }
}
