package dev.planlift.service.worker;

import dev.planlift.service.job.Job;
import dev.planlift.service.job.Taken;

/** How an attempt at a job ended. */
sealed interface AttemptEnd {
  /** Well. */
  record Succeeded(Job job) implements AttemptEnd {}

  /** Its runner died, and the job is to be started anew at once. */
  record Anew(Taken taken) implements AttemptEnd {}

  /** As its row tells: it failed, waits for another time, or is somebody else's. */
  enum Other implements AttemptEnd {
    OTHER
  }
}
