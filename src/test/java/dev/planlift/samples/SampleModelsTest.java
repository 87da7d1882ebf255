package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.PlanScore;
import dev.planlift.score.PlanScorer;
import dev.planlift.score.PlanTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard of the whole conversion: thresholds lie just under what it reaches. */
class SampleModelsTest {
  private static final Path SAMPLES = Path.of("samples");

  @TempDir Path folder;

  @Test
  void theHouseIsFoundInItsDrawing() throws IOException {
    assertWhole(score("house", ".dxf"), 0.99);
  }

  @Test
  void theHouseIsFoundOnItsPage() throws IOException {
    assertWhole(score("house-plot", ".pdf"), 0.98);
  }

  @Test
  void theOfficeIsFoundInItsDrawing() throws IOException {
    assertWhole(score("office", ".dxf"), 0.99);
  }

  private PlanScore score(String sample, String form) throws IOException {
    var truth = PlanTruth.read(SAMPLES.resolve(sample + ".expected.json"));
    var model = Conversions.convert(SAMPLES.resolve(sample + form), folder).model();
    var score = new PlanScorer(truth).score(model);
    System.out.println("sample " + sample + ": " + score);
    return score;
  }

  private static void assertWhole(PlanScore score, double threshold) {
    assertThat(score.score()).as("%s", score).isGreaterThan(threshold);
    assertThat(score.labels()).as("names of rooms").isEqualTo(1);
    assertThat(score.openWalls()).isEmpty();
    assertThat(score.doubleWallArea()).isLessThan(0.001);
    assertThat(score.strayWallArea()).isLessThan(0.001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"house.dxf", "office.dxf", "house-plot.pdf"})
  void theSameDrawingGivesTheSameBytes(String sample) throws IOException {
    var drawing = SAMPLES.resolve(sample);
    var once = Conversions.convert(drawing, Files.createDirectory(folder.resolve("once")));
    var again = Conversions.convert(drawing, Files.createDirectory(folder.resolve("again")));
    assertThat(Files.mismatch(once.model(), again.model())).isEqualTo(-1);
  }
}
