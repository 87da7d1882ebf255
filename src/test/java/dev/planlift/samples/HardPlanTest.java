package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.GlbModel;
import dev.planlift.score.PlanScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Houses of many shapes in many manners: skewed, round, noisy, in blocks, in several units and
 * languages. Each of these was found all but whole once; {@link HardPlans} prints the others, too.
 */
class HardPlanTest {
  private static final long SEED = 1;
  private static final double FLOOR = 0.985;
  private static final double DRESSED_FLOOR = 0.975;
  private static final double OVER_EACH_OTHER_M = 0.05;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1}, seed 1")
  @CsvSource({
    "COURTYARD, BLOCKS",
    "COURTYARD, OUTLINE",
    "COURTYARD, SOLID_OUTLINED",
    "CURVED, LAYERED",
    "CURVED, MESSY",
    "CURVED, PATTERN",
    "L, LAYERED",
    "L, MESSY",
    "L, SOLID",
    "OFFICE, MESSY",
    "OLD, LAYERED",
    "OLD, MESSY",
    "OLD, OUTLINE",
    "OLD, SOLID",
    "OLD, SOLID_OUTLINED",
    "OLD, WIDE",
    "RECTANGLE, BLOCKS",
    "RECTANGLE, OUTLINE",
    "RECTANGLE, PIECES",
    "SKEWED, BLOCKS",
    "SKEWED, OUTLINE",
    "SKEWED, WIDE",
    "TOWER, PIECES",
    "TOWER, SOLID",
    "TOWER, SOLID_OUTLINED",
    "U, PATTERN",
    "U, PIECES",
    "U, SOLID"
  })
  void aHouseOfThisShapeDrawnThisWayIsFound(HouseMaker.Shape shape, Manner.Walls walls)
      throws IOException {
    assertFound(shape, walls, SEED, FLOOR);
  }

  /**
   * Layers without names or none at all, panes of two lines, leaves that slide, layers in piers.
   */
  @ParameterizedTest(name = "{0} {1}, seed {2}")
  @CsvSource({
    "COURTYARD, NO_CAPS, 10, 0.98",
    "COURTYARD, SOLID, 10, 0.96",
    "COURTYARD, SOLID_OUTLINED, 12, 0.98",
    "COURTYARD, WIDE, 11, 0.985",
    "GARAGE, LAYERED, 12, 0.96",
    "GARAGE, MLINE, 10, 0.95",
    "L, NO_CAPS, 11, 0.985",
    "L, PATTERN, 10, 0.985",
    "L, SOLID, 11, 0.975",
    "L, SOLID_OUTLINED, 12, 0.985",
    "L, WIDE, 12, 0.985",
    "OFFICE, SOLID_OUTLINED, 10, 0.98",
    "TOWER, MLINE, 10, 0.985",
    "TOWER, NO_CAPS, 11, 0.96",
    "TOWER, PATTERN, 12, 0.985"
  })
  void aHouseWhosePanesAndLeavesLookLikeWallsIsFound(
      HouseMaker.Shape shape, Manner.Walls walls, long seed, double floor) throws IOException {
    assertFound(shape, walls, seed, floor);
  }

  private void assertFound(HouseMaker.Shape shape, Manner.Walls walls, long seed, double floor)
      throws IOException {
    var plan = HardPlan.of(shape, walls, seed);
    var file = Files.write(folder.resolve("hard.dxf"), plan.drawing());
    var score = new PlanScorer(plan.truth()).score(Conversions.convert(file, folder).model());
    System.out.println("hard plan, " + shape + " " + walls + ", seed " + seed + ": " + score);
    assertThat(score.score()).as("%s", plan.manner()).isGreaterThan(floor);
  }

  @ParameterizedTest(name = "{0} {1} {2}, seed {3}")
  @CsvSource({
    "PLAIN, CLINIC, LINES, 10",
    "FULL, FLOOR, LINES, 2",
    "FULL, HOSPITAL, SOLID, 1",
    "UNDECLARED, RECTANGLE, OUTLINE, 2",
    "MISDECLARED, L, LINES, 1",
    "TITLED, L, OUTLINE, 1",
    "TITLED, RECTANGLE, SOLID, 1",
    "TITLED, BAY, LINES, 1"
  })
  void aPlanWithAllThatStandsOnSheetsIsFound(
      Dress dress, HouseMaker.Shape shape, Manner.Walls walls, long seed) throws IOException {
    var plan = HardPlan.of(dress, shape, walls, seed);
    var file = Files.write(folder.resolve("dressed.dxf"), plan.drawing());
    var model = GlbModel.read(Conversions.convert(file, folder).model());
    var found = StoreyScore.of(model, plan.truths());
    System.out.println(dress + " " + shape + " " + walls + ", seed " + seed + ": " + found);
    assertThat(found.score()).as("%s", plan.manner()).isGreaterThan(DRESSED_FLOOR);
    assertThat(found.isInOrder()).as("order of storeys").isTrue();
    assertThat(found.maxOffM()).isLessThan(OVER_EACH_OTHER_M);
  }

  @Test
  void theSameSeedGivesTheSameDrawing() {
    var first = HardPlan.of(HouseMaker.Shape.TOWER, Manner.Walls.MESSY, SEED);
    var second = HardPlan.of(HouseMaker.Shape.TOWER, Manner.Walls.MESSY, SEED);
    assertThat(first.drawing()).isEqualTo(second.drawing());
  }
}
