package dev.planlift.service.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What came of converting a job's drawing once more with a candidate engine.
 *
 * @param differences a sentence each
 * @param folder where both results lie in the storage, unless they are the same
 * @param standard how long the standard engine took
 * @param candidate how long the candidate took
 */
public record ShadowRun(
    UUID jobId,
    Format format,
    String engine,
    ShadowOutcome outcome,
    List<String> differences,
    String folder,
    Duration standard,
    Duration candidate,
    Instant at) {
  public ShadowRun {
    differences = List.copyOf(differences);
  }

  /** Where a job's shadow run leaves its files. */
  public static String folder(UUID jobId) {
    return "shadow/" + jobId;
  }
}
