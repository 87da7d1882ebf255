package dev.planlift.core.convert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a conversion takes from an earlier one, and what it leaves for a later one.
 *
 * @param from the checkpoint of an earlier conversion of the same drawing; stages that it holds and
 *     whose options are the same are not run again
 * @param begin the stage to begin with at the latest, whatever there is of it
 * @param to the folder in which to keep what READ and RECONSTRUCT made, see {@link #fileOf}
 * @param worth stages that took less are not kept
 */
public record Checkpointing(
    Optional<Path> from, ConversionStage begin, Optional<Path> to, Duration worth) {
  /** Nothing is taken and nothing left. */
  public static final Checkpointing NONE =
      new Checkpointing(Optional.empty(), ConversionStage.EXPORT, Optional.empty(), Duration.ZERO);

  /** The name of the file that a stage leaves; it holds what the stages before made, too. */
  public static String fileOf(ConversionStage stage) {
    return stage.name().toLowerCase(Locale.ROOT) + ".checkpoint";
  }
}
