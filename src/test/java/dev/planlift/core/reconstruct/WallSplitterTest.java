package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

class WallSplitterTest {
  private static Polygon area(Polygon... rectangles) {
    return Polygons.parts(Polygons.cleaned(Polygons.union(List.of(rectangles)))).getFirst();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1.1})
  void theHouseIsPartedIntoItsFiveStraightWalls(double turnRad) {
    var turned = AffineTransformation.rotationInstance(turnRad).transform(House.WALLS);
    var house = Polygons.parts(Polygons.cleaned(turned)).getFirst();
    var pieces = WallSplitter.split(house, Sizes.MAX_WALL_M);
    assertThat(pieces).hasSize(5);
    assertThat(pieces.stream().mapToDouble(Polygon::getArea).sum())
        .isCloseTo(house.getArea(), within(1e-9));
  }

  @Test
  void aBranchIsCutOffFromAWallThatRunsThrough() {
    var pieces =
        WallSplitter.split(
            area(House.rectangle(0, 0, 5, 0.3), House.rectangle(2, 0, 2.1, 3)), Sizes.MAX_WALL_M);
    assertThat(pieces)
        .extracting(Polygon::getArea)
        .satisfiesExactlyInAnyOrder(
            area -> assertThat(area).isCloseTo(1.5, within(1e-9)),
            area -> assertThat(area).isCloseTo(0.27, within(1e-9)));
  }

  /** Cuts may run along an edge there. */
  @Test
  void wallsThatTouchInOnePointOnlyArePartedAllTheSame() {
    var walls =
        area(
            House.rectangle(-0.2, 0, 0, 5),
            House.rectangle(0, 5, 5, 5.2),
            House.rectangle(4.8, 0, 5, 5.2),
            House.rectangle(-0.2, -0.2, 5, 0));
    var pieces = WallSplitter.split(walls, Sizes.MAX_WALL_M);
    assertThat(pieces).hasSize(4);
    assertThat(pieces.stream().mapToDouble(Polygon::getArea).sum())
        .isCloseTo(walls.getArea(), within(1e-9));
  }

  @Test
  void aStraightWallStaysWhole() {
    assertThat(WallSplitter.split(House.rectangle(0, 0, 5, 0.3), Sizes.MAX_WALL_M)).hasSize(1);
  }
}
