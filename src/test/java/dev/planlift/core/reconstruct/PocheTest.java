package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose walls are filled, and whose other things hide what lies under them in white. */
class PocheTest {
  private static final int PAPER = 0xFFFFFF;
  private static final int GREY = 0xE9E9E9;

  private static double wallArea(Level level) {
    return level.walls().stream().mapToDouble(wall -> wall.footprint().area()).sum()
        + level.columns().stream().mapToDouble(column -> column.footprint().area()).sum();
  }

  /** Walls filled grey and outlined black; doors and windows with a lighter pen. */
  private static House house(String layer) {
    return new House()
        .on(layer)
        .pen(GREY, -1)
        .fills()
        .pen(0, 0.5)
        .outlines()
        .pen(0x606060, 0.18)
        .doors()
        .window();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void whiteFillsAreNoColumns(String layer) {
    var house = house(layer).pen(PAPER, -1);
    for (int i = 0; i < 5; i++) {
      house.fill(3.4 + 0.5 * i, 1, 3.8 + 0.5 * i, 1.4);
    }
    assertThat(Understood.level(house).columns()).isEmpty();
    assertThat(wallArea(Understood.level(house))).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void aSillBeforeAWindowIsNoBay(String layer) {
    var house = house(layer).line(4, 4.3, 5.2, 4.3);
    assertThat(wallArea(Understood.level(house))).isCloseTo(House.WALLS.getArea(), within(0.02));
    assertThat(Understood.level(house).openings())
        .filteredOn(opening -> opening.kind() == Opening.Kind.WINDOW)
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void theLineOfADoorsNoteBesideItsLeafIsNoWall(String layer) {
    var house = house(layer).line(1.5, 0.1, 1.5, 1).line(1.04, 0, 1.04, 1);
    assertThat(wallArea(Understood.level(house))).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "A-WALL"})
  void aSofaIsNoWall(String layer) {
    var house = house(layer).box(3.6, 1, 5.2, 1.5).box(3.6, 1, 5.2, 1.2);
    house.box(3.6, 1, 3.75, 1.5).box(5.05, 1, 5.2, 1.5);
    assertThat(wallArea(Understood.level(house))).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  @Test
  void whereFewWallsAreFilledOthersAreDrawn() {
    var house = new House().pen(0, 0.5).outlines().pen(0x606060, 0.18).doors().window();
    house.pen(GREY, -1).fill(-0.1, -0.1, 0.1, 4.1);
    assertThat(wallArea(Understood.level(house))).isCloseTo(House.WALLS.getArea(), within(0.02));
  }

  /** As of a page shown light on dark: what is white there is drawn, what is dark hides. */
  @Test
  void onADarkPageWhiteFillsAreWalls() {
    var house =
        new House()
            .pen(0x202830, -1)
            .fill(-3, -3, 9, 8)
            .pen(PAPER, -1)
            .fills()
            .pen(0x202830, -1)
            .fill(3.4, 1, 3.8, 1.4)
            .fill(4.4, 1, 4.8, 1.4)
            .pen(0xC0C0C0, 0.18)
            .doors()
            .window();
    assertThat(wallArea(Understood.level(house))).isCloseTo(House.WALLS.getArea(), within(0.02));
    assertThat(Understood.level(house).columns()).isEmpty();
    assertThat(Understood.level(house).rooms()).hasSize(2);
  }

  @Test
  void equalLettersAreNoColumns() {
    var house = new House().pen(0, 0.5).outlines().doors().window();
    for (int i = 0; i < 6; i++) {
      double x = 3.4 + 0.4 * i;
      house.area(x, 1, x + 0.25, 1, x + 0.25, 1.08, x + 0.08, 1.08, x + 0.08, 1.35, x, 1.35);
      house.area(x, 2, x + 0.2, 2, x + 0.2, 2.2, x, 2.2);
    }
    assertThat(Understood.level(house).columns()).hasSize(6);
  }

  /** As where the areas of rooms are drawn over the walls, their outlines off by a rounding. */
  @Test
  void outlinesOfRoomsBesideAWallMakeNoWindowOfIt() {
    var house = new House().pen(0, 0.1).outlines().doors().window();
    var plain = Understood.level(house);
    house.pen(0x707070, 0.15).line(2.945, 2.4, 2.945, 3.9).line(3.055, 2.4, 3.055, 3.9);
    assertThat(Understood.level(house).openings()).hasSameSizeAs(plain.openings());
    assertThat(wallArea(Understood.level(house))).isCloseTo(House.WALLS.getArea(), within(0.05));
  }
}
