package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that hold more, or something else, than their names say. */
class MixedLayersTest {
  private static Level level(House house) {
    return new Reconstructor()
        .reconstruct(house.drawing("mm", 1e-3), ConversionOptions.parse(Map.of()))
        .building()
        .levels()
        .getFirst();
  }

  private static double wallArea(House house) {
    return level(house).walls().stream().mapToDouble(wall -> wall.footprint().area()).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"基準線", "Achsen", "FRAME", "A-ANNO-DIMS"})
  void doorsThatSwingMakeAPlanOfALayerOfReferenceLines(String layer) {
    var house = new House().on(layer).outlines().doors().window();
    assertThat(wallArea(house)).isCloseTo(House.WALLS.getArea(), within(0.01));
    assertThat(level(house).openings()).hasSize(3);
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
}
