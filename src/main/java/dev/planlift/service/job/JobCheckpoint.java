package dev.planlift.service.job;

import java.util.Map;

/**
 * What a job's stages made, kept so that they need not run again.
 *
 * @param key where it lies in the storage
 * @param last the last stage it holds; it holds those before, too
 * @param options outside names and values of the options it was made with
 */
public record JobCheckpoint(String key, Stage last, Map<String, String> options) {
  public JobCheckpoint {
    options = Map.copyOf(options);
  }
}
