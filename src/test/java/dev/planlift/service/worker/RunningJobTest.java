package dev.planlift.service.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.service.config.TestSettings;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.StageEvents;
import dev.planlift.service.worker.RunningJob.Stopped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunningJobTest {
  private static final Instant UNTIL = Instant.parse("2026-03-01T10:00:00Z");

  private final AtomicInteger ended = new AtomicInteger();
  private final RunningJob job = job();

  private static RunningJob job() {
    var lease = new Lease(UUID.randomUUID(), UUID.randomUUID());
    var log = new StageLog(lease, new StageEvents(), new WorkerMetrics(), Clock.systemUTC());
    return new RunningJob(lease, TestSettings.of(Map.of()).dxf(), log);
  }

  @Test
  void aTransferThatTakesTooLongIsEndedAndTheJobGoesOn() {
    job.fetches(ended::incrementAndGet, UNTIL);
    job.checkTime(UNTIL);
    assertThat(ended).hasValue(0);
    job.checkTime(UNTIL.plusMillis(1));
    assertThat(ended).hasValue(1);
    assertThat(job.stopped()).isNull();
  }

  @Test
  void aJobThatIsStoppedEndsItsTransferAtOnce() {
    job.fetches(ended::incrementAndGet, UNTIL);
    job.stop(Stopped.LOST);
    assertThat(ended).hasValue(1);
  }

  @Test
  void aTransferThatBeginsAfterTheStopIsEndedAtOnce() {
    job.stop(Stopped.DRAINED);
    job.fetches(ended::incrementAndGet, UNTIL);
    assertThat(ended).hasValue(1);
  }

  @Test
  void whatIsFetchedIsLeftAlone() {
    job.fetches(ended::incrementAndGet, UNTIL);
    job.out();
    job.stop(Stopped.LOST);
    job.checkTime(UNTIL.plusMillis(1));
    assertThat(ended).hasValue(0);
  }
}
