package dev.planlift.service.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one stage of a job stands. Times are those of its latest attempt. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by JPA
public class JobStage {
  @Enumerated(EnumType.STRING)
  private Stage name;

  private int position;

  @Enumerated(EnumType.STRING)
  private StageState state;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  private int attempts;
  private @Nullable Long millis;

  protected JobStage() {}

  JobStage(Stage stage) {
    this.name = stage;
    this.position = List.of(Stage.values()).indexOf(stage);
    this.state = StageState.PENDING;
  }

  public Stage name() {
    return name;
  }

  public StageState state() {
    return state;
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  public int attempts() {
    return attempts;
  }

  /** Time the stage took. */
  public Optional<Duration> took() {
    return Optional.ofNullable(millis).map(Duration::ofMillis);
  }

  int position() {
    return position;
  }
}
