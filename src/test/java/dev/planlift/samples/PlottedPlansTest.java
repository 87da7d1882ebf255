package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.PlanScore;
import dev.planlift.score.PlanScorer;
import dev.planlift.score.PlanTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same building given as DXF and as PDF, plotted in many manners, is the same building. */
class PlottedPlansTest {
  private static final Path SAMPLES = Path.of("samples");
  private static final double WALLS = 0.98;
  private static final double PLOTTED_FLOOR = 0.95;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain", "double", "pieces", "chords", "dashes", "letters", "grid", "turned", "cropped",
        "forms", "groups"
      })
  void theHouseIsTheSameHowEverItIsPlotted(String manner) throws IOException {
    var truth = PlanTruth.read(SAMPLES.resolve("house.expected.json"));
    var plot =
        Plot.of(SAMPLES.resolve("house.dxf"), 0.001, 100, PlotManner.named(manner), "SCALE 1:100");
    var score = score(plot, truth);
    System.out.println("house, plotted " + manner + ": " + score);
    assertThat(score.low()).isGreaterThan(WALLS);
    assertThat(score.mid()).isGreaterThan(WALLS);
    assertThat(score.high()).isGreaterThan(WALLS);
    assertThat(score.score()).isGreaterThan(PLOTTED_FLOOR);
  }

  @ParameterizedTest(name = "{0} {1} at 1:{2}, plotted {3}")
  @CsvSource({"RECTANGLE, LINES, 100, plain", "U, BLOCKS, 100, turned", "OLD, SOLID, 50, cropped"})
  void aHousePlottedThisWayIsFound(
      HouseMaker.Shape shape, Manner.Walls walls, int scale, String manner) throws IOException {
    var plan = HardPlan.of(shape, walls, 1);
    var dxf = Files.write(folder.resolve("plan.dxf"), plan.drawing());
    var plot =
        Plot.of(
            dxf,
            1 / plan.manner().unitsPerMetre(),
            scale,
            PlotManner.named(manner),
            "SCALE 1:" + scale);
    var score = score(plot, plan.truth());
    System.out.println(shape + " " + walls + ", plotted " + manner + ": " + score);
    assertThat(score.score()).as("%s", plan.manner()).isGreaterThan(PLOTTED_FLOOR);
  }

  private PlanScore score(Plot plot, PlanTruth truth) throws IOException {
    var file = Files.write(folder.resolve("plot.pdf"), plot.pdf());
    return new PlanScorer(plot.truth(truth)).score(Conversions.convert(file, folder).model());
  }
}
