package dev.planlift.core.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a checkpoint was made from.
 *
 * @param content hash of the drawing's bytes
 * @param stages the stages it holds, in order, each with a hash of the options that shaped it
 */
public record CheckpointKey(String content, Map<String, String> stages) {
  public CheckpointKey {
    stages = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(stages));
  }
}
