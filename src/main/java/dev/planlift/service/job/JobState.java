package dev.planlift.service.job;

import java.util.Arrays;

/** Where a job stands. Moved by {@link Move} alone. */
public enum JobState {
  /** Accepted, or given back: waits for a worker. */
  PENDING,
  /** A worker holds its lease. Reaped when the lease lapses. */
  RUNNING,
  /** Failed for a reason that may pass; due again after its back-off. */
  RETRY,
  /** Done: its results are stored. */
  SUCCESS,
  /** The input is at fault. */
  FAILURE,
  /** Given up; somebody should look. */
  DEAD_LETTER,
  /** A dead letter that is being queued again. */
  REPROCESSING,
  /** Stopped because somebody asked for it. */
  CANCELLED;

  /** Nothing more happens by itself: waiting for the end may stop. */
  public boolean isTerminal() {
    return this == SUCCESS || this == FAILURE || this == DEAD_LETTER || this == CANCELLED;
  }

  /** Whether the table of moves leads from this state to another one. */
  public boolean mayBecome(JobState to) {
    return Arrays.stream(Move.values())
        .anyMatch(move -> move.to() == to && move.from().contains(this));
  }
}
