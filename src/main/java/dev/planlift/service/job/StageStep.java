package dev.planlift.service.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one stage since it was last written down.
 *
 * @param begunAt where it was begun in this time, or needed no beginning
 * @param end where it ended in this time
 * @param fraction how much of it is done, 0 to 1
 */
public record StageStep(
    Stage stage, Optional<Instant> begunAt, Optional<End> end, double fraction) {
  /**
   * How a stage ended.
   *
   * @param state DONE or REUSED
   */
  public record End(StageState state, Instant at, Duration took) {}

  public static StageStep started(Stage stage, Instant at) {
    return new StageStep(stage, Optional.of(at), Optional.empty(), 0);
  }

  public static StageStep progressed(Stage stage, double fraction) {
    return new StageStep(stage, Optional.empty(), Optional.empty(), fraction);
  }

  public static StageStep finished(Stage stage, Instant at, Duration took) {
    return new StageStep(
        stage, Optional.empty(), Optional.of(new End(StageState.DONE, at, took)), 1);
  }

  /** It need not run: what it makes is there. */
  public static StageStep reused(Stage stage, Instant at, Duration took) {
    return new StageStep(
        stage, Optional.of(at), Optional.of(new End(StageState.REUSED, at, took)), 1);
  }

  /** Both in one: this, and then a later step of the same stage. */
  public StageStep then(StageStep later) {
    return new StageStep(stage, begunAt.or(later::begunAt), later.end(), later.fraction());
  }

  /** Whether the stage's own row changes, and not only the job's progress. */
  boolean isTurn() {
    return begunAt.isPresent() || end.isPresent();
  }

  StageState state() {
    return end.map(End::state).orElse(StageState.RUNNING);
  }
}
