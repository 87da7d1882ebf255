package dev.planlift.core.convert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a conversion takes from an earlier one, and what it leaves for a later one.
 *
 * @param from the checkpoint of an earlier conversion of the same drawing; stages that it holds and
 *     whose options are the same are not run again
 * @param begin the stage to begin with at the latest, whatever there is of it
 * @param to where to keep what READ and RECONSTRUCT made, each time in place of the one before
 * @param worth stages that took less are not kept
 */
public record Checkpointing(
    Optional<Path> from, ConversionStage begin, Optional<Path> to, Duration worth) {
  /** Nothing is taken and nothing left. */
  public static final Checkpointing NONE =
      new Checkpointing(Optional.empty(), ConversionStage.EXPORT, Optional.empty(), Duration.ZERO);
}
