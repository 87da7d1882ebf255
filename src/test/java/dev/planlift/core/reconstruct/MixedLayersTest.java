package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that hold more, or something else, than their names say. */
class MixedLayersTest {
  private static double wallArea(House house) {
    return Understood.level(house).walls().stream()
        .mapToDouble(wall -> wall.footprint().area())
        .sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"基準線", "Achsen", "FRAME", "A-ANNO-DIMS"})
  void doorsThatSwingMakeAPlanOfALayerOfReferenceLines(String layer) {
    var house = new House().on(layer).outlines().doors().window();
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.01));
    assertThat(Understood.level(house).openings()).hasSize(3);
  }

  @Test
  void aLayerOfReferenceLinesWithoutDoorsIsNoPlan() {
    var axes = new House().on("Achsen").outlines();
    var found =
        new Reconstructor()
            .reconstruct(axes.drawing("mm", 1e-3), ConversionOptions.parse(Map.of()))
            .building();
    assertThat(found.isEmpty()).isTrue();
  }

  @Test
  void partitionsOnALayerOfDoorsAreWalls() {
    var house = new House().on("A-325G Internal Doors").outlines().doors().window();
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.01));
  }

  @Test
  void aGateOnALayerOfDoorsIsNoWall() {
    var house = new House().on("WALLS").outlines().on("DOORS").doors();
    house.line(8, 0, 11, 0).line(8, 0.06, 11, 0.06).line(8, 0, 8, 0.06).line(11, 0, 11, 0.06);
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"壁__窓", "WALLS AND WINDOWS", "Wände+Türen"})
  void aLayerOfWallsAndOpeningsIsNoLayerOfOpenings(String layer) {
    var house = new House().on(layer).outlines().on("0").doors();
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.1));
  }

  @Test
  void aWallsFaceThatIsDrawnOnALayerOfFootingsBeforeIsTheWalls() {
    var house = new House().on("S-STEM").outlines().on("A-WALL").outlines().on("0").doors();
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.01));
  }

  @Test
  void facesOfWallsBetweenPostsAreNoPanes() {
    var house = new House();
    for (int bay = 0; bay < 4; bay++) {
      double from = bay * 1.5;
      double to = from + 1.5;
      post(house, from, 0);
      post(house, 6, from);
      post(house, to, 6);
      post(house, 0, to);
      for (double face : new double[] {-0.05, 0.05, 5.95, 6.05}) {
        house.on("Layer2").line(from + 0.075, face, to - 0.075, face);
        house.line(face, from + 0.075, face, to - 0.075);
      }
    }
    house.on("TEXT").text("KITCHEN", 3, 3, 0.2);
    assertThat(Understood.level(house).openings()).isEmpty();
    // Sixteen bays: walls 0.1 m thick between posts of 0.15 m.
    assertThat(wallArea(house)).isCloseTo(16 * (1.35 * 0.1 + 0.15 * 0.15), within(0.02));
  }

  private static void post(House house, double x, double y) {
    double half = 0.075;
    house.on("柱").line(x - half, y - half, x + half, y - half);
    house.line(x + half, y - half, x + half, y + half);
    house.line(x + half, y + half, x - half, y + half);
    house.line(x - half, y + half, x - half, y - half);
  }
}
