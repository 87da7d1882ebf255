package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is as thin as a wall, on the layer of the walls, and none; and what is thicker, and one. */
class FalseWallsTest {
  /** With columns. */
  private static double wallArea(House house) {
    var level = Understood.level(house);
    return level.walls().stream().mapToDouble(wall -> wall.footprint().area()).sum()
        + level.columns().stream().mapToDouble(column -> column.footprint().area()).sum();
  }

  private static House house(String layer) {
    return new House().on(layer).outlines().doors().window();
  }

  /** A flight of four treads between strings, cut off by a slanting line. */
  private static void flight(House house) {
    house.line(0.3, 1, 0.3, 2.4).line(1.3, 1, 1.3, 2);
    double[] ends = {1.3, 1.3, 1, 0.7, 0.55};
    for (int i = 0; i < ends.length; i++) {
      house.line(0.3, 1 + 0.27 * i, ends[i], 1 + 0.27 * i);
    }
    house.line(1.3, 1.2, 0.3, 2.4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void aFlightThatIsCutOffIsNoWall(String layer) {
    var house = house(layer);
    flight(house);
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void slatsAreNoWall(String layer) {
    var house = house(layer);
    for (int i = 0; i < 6; i++) {
      house.line(3.5, 1 + 0.15 * i, 4.5, 1 + 0.15 * i);
      house.line(3.5, 1.1 + 0.15 * i, 4.5, 1.1 + 0.15 * i);
    }
    house.line(3.5, 1, 3.5, 1.85).line(4.5, 1, 4.5, 1.85);
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @Test
  void tilesThatAWallCutsAreNoThickWalls() {
    var house = house("0");
    for (int i = 0; i < 8; i++) {
      house.line(0.75 + 0.6 * i, 0.1, 0.75 + 0.6 * i, 3.9);
    }
    for (int i = 0; i < 7; i++) {
      double y = 0.73 + 0.424 * i;
      house.line(0.1, y, 2.95, y).line(3.05, y, 5.9, y);
    }
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void curvedStepsBeforeAHouseAreNoWall(double landing) {
    var house = house("0");
    for (double radius : new double[] {1.6, 1.93, 2.26}) {
      house.arc(6.1 + landing, 0, radius, 0, Math.PI / 2);
    }
    house.line(7.7 + landing, 0, 8.36 + landing, 0).line(6.1 + landing, 1.6, 6.1 + landing, 2.26);
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @Test
  void aClosetNoDeeperThanAThickWallIsARoom() {
    var house = house("A-WALL");
    house.line(4.2, 0.7, 5.9, 0.7).line(4.2, 0.8, 5.9, 0.8).line(4.2, 0.1, 4.2, 0.8);
    house.line(4.1, 0.1, 4.1, 0.8).line(4.1, 0.8, 4.2, 0.8);
    double closet = 1.7 * 0.1 + 0.1 * 0.7;
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea() + closet, within(0.02));
  }

  @Test
  void thePillarOfAWallMayBeThickerThanAnyWall() {
    var house = house("A-WALL").line(5.1, 1, 5.9, 1).line(5.1, 1.8, 5.9, 1.8);
    house.line(5.1, 1, 5.1, 1.8);
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea() + 0.64, within(0.02));
  }

  @Test
  void aRoundColumnMayBeThickerThanAnyWallAndAHalfDiscIsNone() {
    var column = house("A-WALL").circle(4.5, 1.5, 0.4);
    assertThat(wallArea(column)).isCloseTo(House.WALLS.getArea() + 0.5, within(0.02));
    var swing = house("A-WALL").arc(4.5, 1.5, 0.55, 0, Math.PI).line(3.95, 1.5, 5.05, 1.5);
    assertThat(wallArea(swing)).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @Test
  void slabsOfAFacadeOnTheLayerOfWallsAreNoPlan() {
    var facade = new House().on("A-WALL");
    for (int i = 0; i <= 8; i++) {
      facade.line(i * 0.55, 0, i * 0.55, 2.2);
    }
    for (int i = 0; i <= 4; i++) {
      facade.line(0, i * 0.55, 4.4, i * 0.55);
    }
    var found =
        new Reconstructor().reconstruct(facade.drawing("mm", 1e-3), ConversionOptions.DEFAULTS);
    assertThat(found.building().levels()).isEmpty();
  }

  @Test
  void furnitureAmongDoorsWithoutAnyWallIsNoMasonry() {
    var blocks = new House().on("0");
    for (int i = 0; i < 12; i++) {
      double x = i % 4 * 3;
      double y = Math.floorDiv(i, 4) * 3;
      blocks.arc(x, y, 0.9, 0, Math.PI / 2).line(x, y, x, y + 0.9);
      if (i % 5 == 0) {
        cupboard(blocks, x - 0.5, y);
      }
    }
    var found =
        new Reconstructor().reconstruct(blocks.drawing("mm", 1e-3), ConversionOptions.DEFAULTS);
    assertThat(found.building().levels()).isEmpty();
  }

  /** As deep as a wall of old, below a door. */
  private static void cupboard(House house, double x, double y) {
    house.line(x, y, x + 2, y).line(x + 2, y, x + 2, y - 0.8);
    house.line(x + 2, y - 0.8, x, y - 0.8).line(x, y - 0.8, x, y);
  }

  @Test
  void aShortPieceFarFromTheHouseIsTheMarkOfALegend() {
    var house = house("A-WALL");
    house.line(0, -6, 0.5, -6).line(0.5, -6, 0.5, -5.8).line(0.5, -5.8, 0, -5.8);
    house.line(0, -5.8, 0, -6);
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @Test
  void openLeavesOnBothSidesOfAWallAreNoWindow() {
    var rooms = new House().on("A-WALL");
    double[][] pieces = {
      {-0.1, -0.1, 6.1, 0.1}, {-0.1, 3.9, 6.1, 4.1}, {-0.1, 0.1, 0.1, 3.9}, {5.9, 0.1, 6.1, 3.9},
      {0.1, 1.9, 1.95, 2.1}, {2.85, 1.9, 3.15, 2.1}, {4.05, 1.9, 5.9, 2.1}, {2.95, 2.1, 3.05, 3.9}
    };
    for (var p : pieces) {
      rooms.line(p[0], p[1], p[2], p[1]).line(p[2], p[1], p[2], p[3]);
      rooms.line(p[2], p[3], p[0], p[3]).line(p[0], p[3], p[0], p[1]);
    }
    rooms.on("A-DOOR-WINDOW");
    rooms.arc(2.85, 2.1, 0.9, Math.PI / 2).line(2.85, 2.1, 2.85, 3);
    rooms.arc(3.15, 2.1, 0.9, 0).line(3.15, 2.1, 3.15, 3);
    assertThat(Understood.level(rooms).openings())
        .extracting(Opening::kind)
        .containsExactly(Opening.Kind.DOOR, Opening.Kind.DOOR);
  }

  @Test
  void aLeafAcrossASlantingWallIsNoDoorInIt() {
    var house = house("A-WALL");
    house.line(0.5, 1, 2.5, 2).line(2.5, 2, 2.455, 2.089).line(2.455, 2.089, 0.455, 1.089);
    house.line(0.455, 1.089, 0.5, 1);
    int doors = Understood.level(house).openings().size();
    house.on("A-DOOR").arc(1.08, 1.545, 0.8, 0).line(1.08, 1.545, 1.08, 2.345);
    assertThat(Understood.level(house).openings()).hasSize(doors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void aWorktopAroundACornerIsNoWall(String layer) {
    var house = house(layer).line(3.05, 0.7, 5.3, 0.7).line(5.3, 0.7, 5.3, 3.9);
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void aPillowThatLiesAskewBeforeAWallIsNoDoorInIt(String layer) {
    var house = house(layer).on("0");
    double x = 0.6;
    double turned = Math.toRadians(14);
    house.line(x, 4, x + 0.7 * Math.sin(turned), 4 - 0.7 * Math.cos(turned));
    house.arc(x, 4, 0.7, turned - Math.PI / 2);
    assertThat(Understood.level(house).openings())
        .filteredOn(opening -> opening.kind() == Opening.Kind.DOOR)
        .hasSize(2);
  }
}
