package dev.planlift.error;

import java.time.Duration;
import java.util.Optional;

/** When a dead letter is tried once more without anybody's doing. */
public enum SecondChance {
  NEVER(Duration.ZERO),
  AFTER_5_MINUTES(Duration.ofMinutes(5)),
  AFTER_10_MINUTES(Duration.ofMinutes(10));

  private final Duration age;

  SecondChance(Duration age) {
    this.age = age;
  }

  /** How long it lies before; empty where it is not tried again. */
  public Optional<Duration> age() {
    return this == NEVER ? Optional.empty() : Optional.of(age);
  }
}
