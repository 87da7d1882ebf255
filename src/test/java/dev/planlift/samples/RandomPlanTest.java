package dev.planlift.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.corpus.Conversions;
import dev.planlift.score.PlanScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Houses nobody has looked at: what is learned from the samples must hold for them too. */
class RandomPlanTest {
  private static final double THRESHOLD = 0.98;

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theTruthOfARandomHouseAddsUp(long seed) {
    var plan = new RandomPlan(seed, RandomPlan.Manner.LINES).plan();
    var walls = plan.walls();
    double rooms = plan.rooms().stream().mapToDouble(r -> r.polygon().getArea()).sum();
    assertThat(walls.getArea() + rooms).isCloseTo(plan.outer().getArea(), Offset.offset(1e-6));
    for (var opening : plan.openings()) {
      assertThat(opening.hole().intersection(walls).getArea())
          .as("%s", opening)
          .isCloseTo(opening.width() * opening.thickness(), Offset.offset(1e-3));
    }
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @CsvSource({
    "1, OUTLINE", "2, OUTLINE", "3, OUTLINE", "4, OUTLINE", "5, OUTLINE",
    "1, LINES", "2, LINES", "3, LINES", "4, LINES", "5, LINES"
  })
  void aRandomHouseIsFoundInItsDrawing(long seed, RandomPlan.Manner manner) throws IOException {
    var house = new RandomPlan(seed, manner);
    var file = Files.write(folder.resolve("random-" + seed + ".dxf"), house.drawing());
    var scorer = new PlanScorer(house.plan().truth(house.placement()));
    var score = scorer.score(Conversions.convert(file, folder).model());
    System.out.println("random house, seed " + seed + ", " + manner + ": " + score);
    assertThat(score.score()).as("seed %d: %s", seed, score).isGreaterThan(THRESHOLD);
    assertThat(score.openWalls()).isEmpty();
  }
}
