package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Stair;
import dev.planlift.core.plan.Wall;
import org.junit.jupiter.api.Test;

/**
 * Stairs in the living room of the house, from 3.05 to 5.9 by 0.1 to 3.9, or where they are said.
 */
class StairFinderTest {
  private static Level level(House house) {
    return new Reconstructor()
        .reconstruct(house.drawing(), ConversionOptions.DEFAULTS)
        .building()
        .levels()
        .getFirst();
  }

  private static House house() {
    return new House().on("WALL").outlines().on("0").doors().window();
  }

  /** Risers one metre wide that run east. */
  private static House flight(House house, double x, double y, double going, int risers) {
    for (int i = 0; i < risers; i++) {
      house.line(x + i * going, y, x + i * going, y + 1);
    }
    return house;
  }

  private static double areaM2(Level level) {
    return level.walls().stream().map(Wall::footprint).mapToDouble(f -> f.area()).sum();
  }

  private static Stair only(Level level) {
    assertThat(level.stairs()).hasSize(1);
    return level.stairs().getFirst();
  }

  @Test
  void risersBesideAWallWithAStringAndALineOverThemAreAStair() {
    var house = flight(house(), 3.3, 0.1, 0.27, 9);
    house.line(3.3, 1.1, 3.3 + 8 * 0.27, 1.1).line(3.4, 0.6, 5.3, 0.6);
    var level = level(house);

    var stair = only(level);
    assertThat(stair.treads()).hasSize(8);
    assertThat(stair.treads().getFirst().area()).isCloseTo(0.27, within(0.005));
    assertThat(stair.riseM()).isCloseTo(0.175, within(1e-9));
    assertThat(areaM2(level)).isCloseTo(areaM2(level(house())), within(0.01));
  }

  @Test
  void theArrowPointsUpAndDownWhereTheTextSaysSo() {
    var up = flight(house(), 3.3, 0.1, 0.27, 9);
    up.line(3.4, 0.6, 5.3, 0.6).line(3.4, 0.6, 3.55, 0.68).line(3.4, 0.6, 3.55, 0.52);
    var down = flight(house(), 3.3, 0.1, 0.27, 9).text("DN", 3.2, 0.6, 0.12);
    down.line(3.4, 0.6, 5.3, 0.6).line(3.4, 0.6, 3.55, 0.68).line(3.4, 0.6, 3.55, 0.52);

    assertThat(lowestX(up)).isGreaterThan(5);
    assertThat(lowestX(down)).isLessThan(3.4);
  }

  private static double lowestX(House house) {
    return only(level(house)).treads().getFirst().shell().stream()
        .mapToDouble(p -> p.x())
        .min()
        .orElseThrow();
  }

  @Test
  void aBreakLineMayCutRisers() {
    var house = house().on("A-FLOR-STRS");
    for (int i = 0; i < 8; i++) {
      double cut = Math.max(0, 0.2 * (i - 4));
      house.line(3.3 + 0.27 * i, 0.2, 3.3 + 0.27 * i, 1.2 - cut);
    }
    house.line(4.4, 1.3, 5.6, 0.1);

    assertThat(only(level(house)).treads()).hasSize(7);
  }

  @Test
  void flightsSideBySideAreJoinedByALandingAndClimbedOneAfterTheOther() {
    var house = house().on("STAIRS");
    flight(flight(house, 3.3, 0.5, 0.25, 7), 3.3, 1.6, 0.25, 7);
    house.on("0").line(3.4, 1, 4.7, 1).line(4.7, 1, 4.55, 1.08).line(4.7, 1, 4.55, 0.92);

    var stair = only(level(house));
    assertThat(stair.treads()).hasSize(13);
    assertThat(stair.treads().get(6).area()).isGreaterThan(1.5);
    assertThat(stair.treads().getFirst().shell().getFirst().y()).isLessThan(1.55);
    assertThat(stair.treads().getLast().shell().getFirst().y()).isGreaterThan(1.5);
  }

  @Test
  void flightsRoundACornerAreJoined() {
    var house = house().on("STAIRS");
    flight(house, 3.3, 0.2, 0.25, 5);
    for (int i = 0; i < 5; i++) {
      house.line(4.3, 1.2 + 0.25 * i, 5.3, 1.2 + 0.25 * i);
    }

    var stair = only(level(house));
    assertThat(stair.treads()).hasSize(9);
    assertThat(stair.treads().get(4).area()).isCloseTo(1, within(0.02));
  }

  @Test
  void risersAboutANewelAreASpiralStair() {
    var house = house().circle(4.5, 2, 0.9).circle(4.5, 2, 0.1);
    for (int i = 0; i < 12; i++) {
      double turn = Math.toRadians(25 * i);
      house.line(
          4.5 + 0.1 * Math.cos(turn),
          2 + 0.1 * Math.sin(turn),
          4.5 + 0.9 * Math.cos(turn),
          2 + 0.9 * Math.sin(turn));
    }

    assertThat(only(level(house)).treads()).hasSize(11);
  }

  @Test
  void tilesTablesAndBoardsAreNoStairs() {
    var tiles = house();
    for (int i = 0; i < 8; i++) {
      tiles
          .line(3.3 + 0.3 * i, 0.4, 3.3 + 0.3 * i, 2.5)
          .line(3.3, 0.4 + 0.3 * i, 5.4, 0.4 + 0.3 * i);
    }
    var table = flight(house(), 3.3, 1, 0.3, 7).line(3.3, 1, 5.1, 1).line(3.3, 2, 5.1, 2);
    for (int i = 0; i < 6; i++) {
      table.text("oak", 3.45 + 0.3 * i, 1.5, 0.1);
    }
    var boards = flight(house(), 3.3, 1, 0.1, 12);

    assertThat(level(tiles).stairs()).isEmpty();
    assertThat(level(table).stairs()).isEmpty();
    assertThat(level(boards).stairs()).isEmpty();
  }

  @Test
  void aStairPassesThroughTheFloorAboveAndIsThereOnlyOnce() {
    var lower =
        flight(house().on("STAIRS"), 3.3, 0.5, 0.18, 15).on("0").text("GROUND FLOOR", 3, -1, 0.3);
    var upper =
        flight(house().on("STAIRS"), 3.3, 0.5, 0.18, 15).on("0").text("FIRST FLOOR", 3, -1, 0.3);
    var levels =
        new Reconstructor()
            .reconstruct(lower.with(upper, 12, 0).drawing(), ConversionOptions.DEFAULTS)
            .building()
            .levels();

    assertThat(levels).hasSize(2);
    assertThat(only(levels.getFirst()).riseM()).isCloseTo(3.0 / 15, within(1e-9));
    assertThat(levels.getLast().stairs()).isEmpty();
    assertThat(levels.getFirst().slabs().getFirst().outline().area())
        .isCloseTo(6.2 * 4.2, within(0.02));
    assertThat(levels.getLast().slabs().getFirst().outline().area())
        .isCloseTo(6.2 * 4.2 - 14 * 0.18, within(0.02));
  }
}
