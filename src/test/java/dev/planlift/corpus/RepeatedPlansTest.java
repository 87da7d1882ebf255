package dev.planlift.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.convert.Checkpointing;
import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.ConversionStage;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans converted once more, from what the first conversion kept. */
class RepeatedPlansTest {
  @TempDir Path folder;

  @Test
  void aPlanRepeatedFromItsCheckpointGivesTheSameBytes() throws IOException {
    var kept = folder.resolve(Checkpointing.fileOf(ConversionStage.RECONSTRUCT));
    for (var drawing : SharedFolder.drawings(SharedFolder.require("plans/dxf"))) {
      var first = folder.resolve("first.glb");
      convert(drawing, first, Optional.empty());
      var again = folder.resolve("again.glb");
      var reused = convert(drawing, again, Optional.of(kept));
      assertThat(reused)
          .as(drawing.toString())
          .containsExactly(ConversionStage.READ, ConversionStage.RECONSTRUCT);
      assertThat(Files.mismatch(first, again)).as(drawing.toString()).isEqualTo(-1);
      assertThat(Files.size(kept)).isLessThan(Files.size(drawing));
    }
  }

  private List<ConversionStage> convert(Path drawing, Path model, Optional<Path> from) {
    var reused = new ArrayList<ConversionStage>();
    var request =
        new ConversionRequest(
            drawing,
            drawing.getFileName().toString(),
            ConversionOptions.DEFAULTS,
            model,
            Optional.empty(),
            Optional.empty(),
            List.of());
    new Converter()
        .convert(
            request.with(
                new Checkpointing(
                    from, ConversionStage.EXPORT, Optional.of(folder), Duration.ZERO)),
            new ConversionListener() {
              @Override
              public void stageReused(ConversionStage stage, Duration took) {
                reused.add(stage);
              }
            });
    return reused;
  }
}
