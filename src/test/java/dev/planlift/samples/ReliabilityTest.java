package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.dxf.DrawingFiles;
import dev.planlift.core.dxf.DxfReader;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.reconstruct.Reconstructor;
import dev.planlift.corpus.SharedFolder;
import dev.planlift.score.PlanTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says 0.9 must be right nine times of ten, on plans that have suffered. */
class ReliabilityTest {
  private static final double SURE = 0.9;

  @TempDir private Path folder;

  @Test
  void elementsThatAreSureAreRightNineTimesOfTenInWornHouses() throws IOException {
    var reliability = new Reliability();
    for (long seed = 100; seed < 110; seed++) {
      var manner = seed % 2 == 0 ? RandomPlan.Manner.OUTLINE : RandomPlan.Manner.LINES;
      var house = new RandomPlan(seed, manner);
      var file = Files.write(folder.resolve("worn-" + seed + ".dxf"), house.drawing());
      add(read(file), house.plan().truth(house.placement()), seed, reliability);
    }
    print("worn houses, seeds 100 to 109", reliability);
    assertThat(reliability.rightFrom(SURE)).isGreaterThanOrEqualTo(SURE);
  }

  @Test
  void elementsThatAreSureAreRightNineTimesOfTenInWornPlans() throws IOException {
    var reliability = new Reliability();
    long seed = 1;
    for (var file : SharedFolder.drawings(SharedFolder.require("plans/dxf"))) {
      var name = file.getFileName().toString().replace(".dxf", ".expected.json");
      add(read(file), PlanTruth.read(file.resolveSibling(name)), seed++, reliability);
    }
    print("worn plans, seeds 1 to 24", reliability);
    assertThat(reliability.rightFrom(SURE)).isGreaterThanOrEqualTo(SURE);
  }

  private static void print(String what, Reliability reliability) {
    System.out.printf(
        "%s%n| confidence | elements | right |%n| --- | --- | --- |%n%s%n| reason | | |%n%s%n",
        what, reliability.byConfidence(), reliability.byReason());
  }

  private static Drawing read(Path file) {
    return new DxfReader()
        .read(DrawingFiles.Named.of(file), DrawingFiles.none(), "", progress -> {});
  }

  /** The unit is another matter: it is given. */
  private static void add(Drawing drawing, PlanTruth truth, long seed, Reliability reliability) {
    var options = ConversionOptions.parse(Map.of("units", unit(truth.unitsToMetres())));
    for (var wear : Wear.values()) {
      var worn = wear.of(drawing, truth.unitsToMetres(), seed);
      var building = new Reconstructor().reconstruct(worn, options).building();
      building.levels().forEach(level -> reliability.add(level, truth));
    }
  }

  private static String unit(double metres) {
    return Map.of(0.001, "mm", 0.01, "cm", 1.0, "m", 0.0254, "in", 0.3048, "ft")
        .getOrDefault(metres, "mm");
  }
}
