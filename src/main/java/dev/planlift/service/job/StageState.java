package dev.planlift.service.job;

/** Where a stage of a job stands. */
public enum StageState {
  PENDING,
  RUNNING,
  DONE,
  /** The job ended, or was interrupted, in this stage. */
  FAILED,
  /** The job succeeded without it. */
  SKIPPED,
  /** What it makes was taken from a checkpoint. */
  REUSED
}
