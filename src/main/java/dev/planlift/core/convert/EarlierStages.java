package dev.planlift.core.convert;

import static dev.planlift.core.convert.ConversionStage.READ;
import static dev.planlift.core.convert.ConversionStage.RECONSTRUCT;

import dev.planlift.core.checkpoint.CheckpointKey;
import dev.planlift.core.checkpoint.CheckpointReader;
import dev.planlift.core.checkpoint.UnusableCheckpoint;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option.Shaped;
import dev.planlift.core.reconstruct.Reconstruction;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an earlier conversion left, as far as it serves this one; never an error. */
final class EarlierStages implements AutoCloseable {
  /** A checkpoint did not serve; the stages ran again. */
  static final String CHECKPOINT_UNUSABLE = "CHECKPOINT_UNUSABLE";

  /** What the stages make, in their order. */
  static final Map<ConversionStage, Class<?>> TYPES = types();

  private final Consumer<Diagnostic> warnings;
  private final Map<String, String> serving;
  private @Nullable CheckpointReader reader;

  private EarlierStages(
      @Nullable CheckpointReader reader,
      Map<String, String> serving,
      Consumer<Diagnostic> warnings) {
    this.reader = reader;
    this.serving = serving;
    this.warnings = warnings;
  }

  private static Map<ConversionStage, Class<?>> types() {
    var types = new LinkedHashMap<ConversionStage, Class<?>>();
    types.put(READ, Drawing.class);
    types.put(RECONSTRUCT, Reconstruction.class);
    return types;
  }

  /**
   * @param content hash of the drawing's bytes
   * @param warnings told where the checkpoint is of no use
   */
  static EarlierStages of(
      Checkpointing files,
      String content,
      ConversionOptions options,
      Consumer<Diagnostic> warnings) {
    var serving = new LinkedHashMap<String, String>();
    TYPES.keySet().stream()
        .filter(stage -> stage.compareTo(files.begin()) < 0)
        .forEach(stage -> serving.put(stage.name(), optionsOf(stage, options)));
    if (files.from().isEmpty() || serving.isEmpty()) {
      return new EarlierStages(null, serving, warnings);
    }
    try {
      var types = List.copyOf(TYPES.values());
      var reader = CheckpointReader.open(files.from().get(), content, types);
      return new EarlierStages(reader, serving, warnings);
    } catch (UnusableCheckpoint e) {
      warnings.accept(unusable(e));
      return new EarlierStages(null, serving, warnings);
    }
  }

  /** What a checkpoint of this conversion is made from. */
  static CheckpointKey key(
      String content, ConversionOptions options, List<ConversionStage> stages) {
    var hashes = new LinkedHashMap<String, String>();
    stages.forEach(stage -> hashes.put(stage.name(), optionsOf(stage, options)));
    return new CheckpointKey(content, hashes);
  }

  private static String optionsOf(ConversionStage stage, ConversionOptions options) {
    return options.hash(Shaped.valueOf(stage.name()));
  }

  /** Whether a stage is there; to be asked in order, and then taken. */
  boolean holds(ConversionStage stage) {
    if (reader == null) {
      return false;
    }
    var wanted = serving.get(stage.name());
    var there = reader.key().stages().get(stage.name());
    return wanted != null && wanted.equals(there);
  }

  /** What a stage made that is there; empty where it cannot be read after all. */
  <T> Optional<T> take(Class<T> type) {
    if (reader == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.next(type));
    } catch (UnusableCheckpoint e) {
      warnings.accept(unusable(e));
      close();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  private static Diagnostic unusable(UnusableCheckpoint e) {
    return new Diagnostic(
        CHECKPOINT_UNUSABLE,
        "What an earlier conversion kept was thrown away: " + e.getMessage(),
        Place.UNKNOWN);
  }
}
