package dev.planlift.core.convert;

import dev.planlift.core.checkpoint.CheckpointWriter;
import dev.planlift.core.checkpoint.CheckpointWriter.Made;
import dev.planlift.core.checkpoint.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what stages made, where making it again would cost more than keeping it does. What cannot
 * be kept is done without.
 */
final class KeptStages {
  private static final Logger LOG = Logger.getLogger(KeptStages.class.getName());

  /** Most conversions are never repeated: keeping may take so much of the stage's own time. */
  private static final int LEAST_GAIN = 4;

  private final ConversionRequest request;
  private final String content;
  private Optional<Kept> kept = Optional.empty();

  /**
   * A file that was written, and what it cost.
   *
   * @param stages the stages it holds
   */
  record Kept(List<ConversionStage> stages, long bytes, long millis) {
    Kept {
      stages = List.copyOf(stages);
    }
  }

  /**
   * @param content hash of the drawing's bytes
   */
  KeptStages(ConversionRequest request, String content) {
    this.request = request;
    this.content = content;
  }

  /**
   * Keeps all that there is after a stage has run.
   *
   * @param took the time that the stage took
   * @param made what the stages up to and with it made
   */
  void keep(Duration took, List<ConversionStage> stages, List<Made<?>> made) {
    var files = request.checkpointing();
    if (files.to().isEmpty() || took.compareTo(files.worth()) < 0) {
      return;
    }
    try {
      var file = files.to().get().resolve(Checkpointing.fileOf(stages.getLast()));
      write(file, took, stages, made);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "A checkpoint cannot be written", e);
    }
  }

  /** The last that was kept. */
  Optional<Kept> kept() {
    return kept;
  }

  private void write(Path to, Duration took, List<ConversionStage> stages, List<Made<?>> made)
      throws IOException {
    long start = System.nanoTime();
    var draft = to.resolveSibling(to.getFileName() + ".part");
    // Where any time is worth it, any time may be taken.
    var limit =
        request.checkpointing().worth().isZero() ? Duration.ofDays(1) : took.dividedBy(LEAST_GAIN);
    var effort = new Effort(Files.size(request.input()), limit);
    var key = EarlierStages.key(content, request.options(), stages);
    if (new CheckpointWriter().write(draft, key, made, effort)) {
      Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      long millis = (System.nanoTime() - start) / 1_000_000;
      kept = Optional.of(new Kept(stages, Files.size(to), millis));
    }
  }
}
