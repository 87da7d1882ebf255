package dev.planlift.service.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.service.arquillian.ServerArchive;
import dev.planlift.service.job.Claimant;
import dev.planlift.service.job.Format;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobCheckpoint;
import dev.planlift.service.job.JobError;
import dev.planlift.service.job.JobState;
import dev.planlift.service.job.Jobs;
import dev.planlift.service.job.Leases;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.StageEvents;
import dev.planlift.service.job.TestJobs;
import dev.planlift.service.queue.JobQueue;
import dev.planlift.service.queue.ParkedMessage;
import dev.planlift.service.queue.ParkedMessages;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of dead letters that nobody looks at, on the real database and queues. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // injected
public class DeadLetterScanIT {
  private static final String TEXT = "{\"schema_version\":\"1.1.0\",\"task_id\":\"%s\"}";

  @Inject DeadLetterScan scan;
  @Inject Jobs jobs;
  @Inject Leases leases;
  @Inject StageEvents stages;
  @Inject ArtifactStore store;
  @Inject TestJobs rows;
  @Inject JobQueue queue;
  @Inject ParkedMessages messages;
  @Inject MetricRegistry metrics;

  @Resource(lookup = "jms/planlift")
  ConnectionFactory connections;

  @Resource(lookup = "jms/pdf.dlq")
  Queue letters;

  @Deployment
  static WebArchive war() {
    return ServerArchive.planlift(TestJobs.class);
  }

  private UUID deadLetter(ErrorCode code, String ended) {
    var job = jobs.accept(TestJobs.unattended());
    var claimant = new Claimant("test", UUID.randomUUID());
    var lease = leases.claim(job.id(), claimant).orElseThrow();
    var error = new JobError(code, "Away.", Place.UNKNOWN, true);
    assertThat(leases.bury(lease, error, Optional.empty())).isTrue();
    rows.ended(job.id(), ended);
    return job.id();
  }

  private void park(String text, Instant since) {
    try (var context = connections.createContext()) {
      context
          .createProducer()
          .setProperty("parked_id", UUID.randomUUID().toString())
          .setProperty("parked_at", since.toString())
          .send(letters, text);
    }
  }

  private Optional<JobState> state(UUID id) {
    return jobs.find(id).map(Job::state);
  }

  private List<ParkedMessage> parked(String text) {
    return messages.list(Format.PDF).stream().filter(m -> m.text().equals(text)).toList();
  }

  @Test
  void whatMayHavePassedIsTriedAgainOnceItIsOldEnough() {
    var old = deadLetter(ErrorCode.STORAGE_ERROR, "6 minutes");
    var young = deadLetter(ErrorCode.STORAGE_ERROR, "4 minutes");
    var timeOut = deadLetter(ErrorCode.TIMEOUT_ERROR, "6 minutes");
    var ours = deadLetter(ErrorCode.RUNNER_DIED, "6 days");

    scan.scan();

    assertThat(state(old)).contains(JobState.PENDING);
    assertThat(state(young)).contains(JobState.DEAD_LETTER);
    assertThat(state(timeOut)).contains(JobState.DEAD_LETTER);
    assertThat(state(ours)).contains(JobState.DEAD_LETTER);
  }

  @Test
  void whatNobodyLookedAtGoes() {
    var old = deadLetter(ErrorCode.RUNNER_DIED, "8 days");

    scan.scan();

    assertThat(state(old)).isEmpty();
  }

  @Test
  void whatStagesLeftGoesADayAfterTheirJobsEnd() {
    var old = deadLetterWithCheckpoint("25 hours");
    var young = deadLetterWithCheckpoint("23 hours");

    scan.scan();

    assertThat(jobs.find(old).orElseThrow().checkpoint()).isEmpty();
    assertThat(store.find("checkpoints/" + old)).isEmpty();
    assertThat(jobs.find(young).orElseThrow().checkpoint()).isPresent();
    assertThat(store.find("checkpoints/" + young)).isPresent();
  }

  private UUID deadLetterWithCheckpoint(String ended) {
    var job = jobs.accept(TestJobs.unattended());
    var lease = leases.claim(job.id(), new Claimant("test", UUID.randomUUID())).orElseThrow();
    var key = "checkpoints/" + job.id();
    store.put(key, new ByteArrayInputStream(new byte[1]), 1);
    assertThat(stages.kept(lease, new JobCheckpoint(key, Stage.READ, Map.of()))).isTrue();
    var error = new JobError(ErrorCode.RUNNER_DIED, "Dead.", Place.UNKNOWN, false);
    assertThat(leases.bury(lease, error, Optional.empty())).isTrue();
    rows.ended(job.id(), ended);
    return job.id();
  }

  @Test
  void aMessageWhoseJobThereIsGoesAndOneWithoutStays() {
    var withJob = TEXT.formatted(jobs.accept(TestJobs.unattended()).id());
    var without = TEXT.formatted(UUID.randomUUID());
    queue.park(Format.PDF, withJob, ErrorCode.INTERNAL, "Given up.");
    queue.park(Format.PDF, without, ErrorCode.INTERNAL, "Given up.");

    scan.scan();

    assertThat(parked(withJob)).isEmpty();
    assertThat(parked(without)).hasSize(1);
  }

  @Test
  void aMessageThatTheBrokerLaidThereGetsATimeAndAnId() {
    var text = TEXT.formatted(UUID.randomUUID());
    try (var context = connections.createContext()) {
      context.createProducer().send(letters, text);
    }
    assertThat(parked(text)).singleElement().matches(message -> message.since().isEmpty());

    scan.scan();

    assertThat(parked(text)).singleElement().matches(message -> message.since().isPresent());
  }

  @Test
  void theAgeOfTheOldestIsToldOfMessagesToo() {
    var text = TEXT.formatted(UUID.randomUUID());
    var age = Duration.ofHours(7 * 24 - 1); // older than the jobs of the other tests
    park(text, Instant.now().minus(age));

    scan.scan();

    assertThat(parked(text)).hasSize(1);
    var gauge =
        metrics.getGauge(
            new MetricID("dlq_oldest_message_age_seconds", new Tag("queue", "pdf.dlq")));
    assertThat(gauge.getValue().doubleValue()).isGreaterThanOrEqualTo((double) age.toSeconds());
  }

  @Test
  void aMessageThatIsTooOldGoes() {
    var text = TEXT.formatted(UUID.randomUUID());
    park(text, Instant.EPOCH);
    assertThat(parked(text)).hasSize(1);

    scan.scan();

    assertThat(parked(text)).isEmpty();
  }
}
