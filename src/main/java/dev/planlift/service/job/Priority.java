package dev.planlift.service.job;

import java.util.Arrays;
import java.util.List;

/** Which of its format's queues a job waits in; the most urgent first. */
public enum Priority {
  HIGH,
  DEFAULT,
  LOW;

  /** Those that are served before this one. */
  List<Priority> above() {
    return Arrays.stream(values()).filter(p -> p.compareTo(this) < 0).toList();
  }
}
