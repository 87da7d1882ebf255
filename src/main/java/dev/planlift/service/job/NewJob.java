package dev.planlift.service.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is needed to accept a job.
 *
 * @param id chosen by the client or by us
 * @param name the drawing's name, for people
 * @param options outside names and values of conversion options, already checked
 * @param metadata a JSON object of the client's own
 * @param inputKey where the bytes lie in the storage
 * @param sha256 hash of the bytes, hexadecimal; empty where they are still to be fetched
 * @param fileUrl where the bytes are to be fetched from by the worker
 * @param keep how long its results are kept when nobody reads them; empty: as the settings say
 * @param repeats what it takes from the finished job that it repeats
 */
public record NewJob(
    UUID id,
    String name,
    Format format,
    Priority priority,
    Map<String, String> options,
    String metadata,
    Optional<String> callbackUrl,
    String inputKey,
    String sha256,
    long sizeBytes,
    Optional<String> fileUrl,
    Optional<Duration> keep,
    Optional<Repetition> repeats) {
  public NewJob {
    options = Map.copyOf(options);
  }
}
