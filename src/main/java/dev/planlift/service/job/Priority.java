package dev.planlift.service.job;

/** Which of its format's queues a job waits in; the most urgent first. */
public enum Priority {
  HIGH,
  DEFAULT,
  LOW
}
