package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReconstructorTest {
  private static final Offset<Double> MILLIMETRE = within(1e-3);

  private static Reconstruction reconstruct(House house) {
    return new Reconstructor().reconstruct(house.drawing(), ConversionOptions.DEFAULTS);
  }

  private static Level level(House house) {
    return reconstruct(house).building().levels().getFirst();
  }

  private static void assertHouse(Level level) {
    double area = level.walls().stream().mapToDouble(wall -> wall.footprint().area()).sum();
    assertThat(area).isCloseTo(House.WALLS.getArea(), within(0.02));
    assertThat(level.openings())
        .filteredOn(o -> o.kind() == Opening.Kind.DOOR)
        .extracting(Opening::widthM)
        .satisfiesExactlyInAnyOrder(
            width -> assertThat(width).isCloseTo(0.9, within(0.01)),
            width -> assertThat(width).isCloseTo(1, within(0.01)));
    assertThat(level.openings())
        .filteredOn(o -> o.kind() == Opening.Kind.WINDOW)
        .singleElement()
        .satisfies(window -> assertThat(window.widthM()).isCloseTo(1.2, within(0.01)));
    assertThat(level.rooms())
        .extracting(Room::label)
        .containsExactlyInAnyOrder("KITCHEN", "LIVING ROOM");
    assertThat(level.rooms())
        .allSatisfy(room -> assertThat(room.areaM2()).isCloseTo(2.85 * 3.8, within(0.02)));
  }

  @Test
  void closedOutlinesOnOneLayerWithoutUnitBecomeAHouse() {
    assertHouse(level(new House().outlines().doors().window().labels()));
  }

  @Test
  void looseLinesBecomeTheSameHouse() {
    assertHouse(level(new House().lines(0).doors().window().labels()));
  }

  @Test
  void linesThatStopThreeMillimetresShortBecomeTheSameHouse() {
    assertHouse(level(new House().lines(0.003).doors().window().labels()));
  }

  @Test
  void wallsThatEndWithoutACapAtTheirOpeningsBecomeTheSameHouse() {
    assertHouse(level(new House().linesWithoutCaps().doors().window().labels()));
  }

  @Test
  void filledAreasBecomeTheSameHouse() {
    assertHouse(level(new House().fills().doors().window().labels()));
  }

  @Test
  void wideLinesBecomeTheSameHouse() {
    assertHouse(level(new House().wideLines().doors().window().labels()));
  }

  @Test
  void axesDimensionLinesAndFrameBecomeNoWalls() {
    assertHouse(level(new House().clutter().lines(0).doors().window().labels()));
  }

  @Test
  void treadsOfAStairBecomeNoWalls() {
    var house = new House().lines(0).doors().window().labels();
    for (int i = 0; i < 9; i++) {
      house.line(4.9, 1 + i * 0.28, 5.9, 1 + i * 0.28);
    }
    assertHouse(level(house.line(4.9, 1, 4.9, 1 + 8 * 0.28)));
  }

  @Test
  void aTurnedHouseFarFromTheOriginIsFoundWhereItIsDrawn() {
    var placement =
        Affine3.translation(new Vec3(203_456_000, 451_234_000, 0))
            .after(Affine3.rotationZ(Math.toRadians(15)));
    var level = level(new House(1000, placement).outlines().doors().window().labels());
    assertHouse(level);
    var south = level.openings().stream().filter(o -> Math.abs(o.widthM() - 1) < 0.01).findFirst();
    var expected = placement.apply(new Vec3(1500, 0, 0)).times(0.001);
    assertThat(south.orElseThrow().center().distance(new Vec2(expected.x(), expected.y())))
        .isLessThan(0.005);
    assertThat(south.orElseThrow().angleRad()).isCloseTo(Math.toRadians(15), MILLIMETRE);
  }

  @Test
  void pairedWallLinesOnNamedLayersNeedNoClosedFaces() {
    var level =
        level(
            new House()
                .on("A-WALL")
                .line(0, 0, 8, 0)
                .line(0, 0.2, 7.9, 0.2)
                .line(-1, 3, 8, 3)
                .line(-1, 3.2, 8.2, 3.2));
    assertThat(level.walls()).hasSize(2);
    assertThat(level.walls())
        .allSatisfy(wall -> assertThat(wall.thicknessM()).isCloseTo(0.2, within(0.01)));
  }

  @Test
  void twoLeavesInOneGapAreOneDoor() {
    var house = new House().on("WALLS");
    for (double x : new double[] {0, 4.6}) {
      house.line(x, 0, x + 3, 0).line(x, 0.2, x + 3, 0.2);
      house.line(x, 0, x, 0.2).line(x + 3, 0, x + 3, 0.2);
    }
    house.on("DOORS").line(3, 0.1, 3, 0.9).arc(3, 0.1, 0.8, 0);
    house.line(4.6, 0.1, 4.6, 0.9).arc(4.6, 0.1, 0.8, Math.PI / 2);
    assertThat(level(house).openings())
        .singleElement()
        .satisfies(
            door -> {
              assertThat(door.widthM()).isCloseTo(1.6, within(0.01));
              assertThat(door.leaf().orElseThrow().leaves()).isEqualTo(2);
              assertThat(door.leaf().orElseThrow().swing().orElseThrow().y()).isPositive();
            });
  }

  /** A wall 0.2 m thick with a gap of 2 m from x = 3 to x = 5. */
  private static House wallWithWideGap() {
    var house = new House().on("WALLS");
    for (double x : new double[] {0, 5}) {
      house.line(x, 0, x + 3, 0).line(x, 0.2, x + 3, 0.2);
      house.line(x, 0, x, 0.2).line(x + 3, 0, x + 3, 0.2);
    }
    return house;
  }

  private static void assertOneOpening(House house, Opening.Kind kind) {
    assertThat(level(house).openings())
        .singleElement()
        .satisfies(
            opening -> {
              assertThat(opening.kind()).isEqualTo(kind);
              assertThat(opening.widthM()).isCloseTo(2, within(0.01));
            });
  }

  @Test
  void leavesBesideEachOtherInAGapAreASlidingDoor() {
    assertOneOpening(
        wallWithWideGap().on("0").line(3, 0.08, 4.1, 0.08).line(3.9, 0.12, 5, 0.12),
        Opening.Kind.DOOR);
    assertThat(level(wallWithWideGap().on("0").line(3, 0.08, 4.1, 0.08)).openings()).isEmpty();
  }

  @Test
  void linesOnADoorLayerFillTheirGapAndArePartOfNoWindow() {
    assertOneOpening(wallWithWideGap().on("DOORS").line(3, 0.1, 5, 0.1), Opening.Kind.DOOR);
  }

  @Test
  void aPaneInTheOuterShellIsTheWindowOfTheWallBehindIt() {
    assertOneOpening(wallWithWideGap().on("WINDOWS").line(3, 0.5, 5, 0.5), Opening.Kind.WINDOW);
  }

  @Test
  void wallsAndOpeningsAreTakenFromWhatIsLeftOver() {
    var house = new House().outlines().doors().window().labels().line(1, 1, 2, 1.5);
    var leftover = reconstruct(house).leftover().getFirst().all();
    assertThat(leftover).filteredOn(one -> one.item() instanceof Path).hasSize(1);
    assertThat(leftover).hasSize(4);
  }

  @Test
  void eachWallSaysWhatItWasDrawnAs() {
    var level = level(new House().on("MUROS").outlines().on("0").doors().window().labels());
    assertThat(level.walls())
        .allSatisfy(
            wall -> {
              assertThat(wall.evidence().layer()).isEqualTo("MUROS");
              assertThat(wall.evidence().sources()).isNotEmpty();
            });
  }

  @Test
  void furnitureAloneIsAnEmptyBuildingAndAllIsLeftOver() {
    var house = new House(1, Affine3.IDENTITY);
    house.line(0, 0, 2, 0).line(2, 0, 2, 0.5).line(2, 0.5, 0, 0.5).line(0, 0.5, 0, 0);
    var result = new Reconstructor().reconstruct(house.drawing("m", 1), ConversionOptions.DEFAULTS);
    assertThat(result.building().isEmpty()).isTrue();
    assertThat(result.leftover().getFirst().all()).hasSize(4);
  }

  @Test
  void withoutPlanNothingIsRecognised() {
    var options = ConversionOptions.parse(Map.of("plan", "false"));
    var result = new Reconstructor().reconstruct(new House().outlines().drawing(), options);
    assertThat(result.building().levels()).isEmpty();
    assertThat(result.leftover().getFirst().all())
        .hasSize(new House().outlines().drawing().items().size());
  }

  @Test
  void lineWorkTooDenseForAPlanIsLeftAsItIs() {
    var house = new House(1, Affine3.IDENTITY);
    for (int i = 0; i < 2000; i++) {
      house.line(i * 0.1, 0, i * 0.1, 200).line(0, i * 0.1, 200, i * 0.1);
    }
    var result = new Reconstructor().reconstruct(house.drawing("m", 1), ConversionOptions.DEFAULTS);
    assertThat(result.building().isEmpty()).isTrue();
    assertThat(result.leftover().getFirst().all()).hasSize(4000);
    assertThat(result.diagnostics()).extracting("code").contains("LINES_TOO_DENSE");
  }

  @Test
  void theSameDrawingGivesTheSameBuilding() {
    var first = level(new House().lines(0.003).doors().window().labels());
    var second = level(new House().lines(0.003).doors().window().labels());
    assertThat(second).isEqualTo(first);
  }

  @Test
  void wallsDoNotOverlapAndTheirRingsAreCounterClockwise() {
    var level = level(new House().outlines().doors().window().labels());
    assertThat(level.walls()).hasSizeGreaterThan(3);
    assertThat(level.walls())
        .allSatisfy(wall -> assertThat(Polygon2.signedArea(wall.footprint().shell())).isPositive());
    assertThat(level.walls().stream().map(wall -> wall.centreLine().size()).distinct())
        .isEqualTo(List.of(2));
  }
}
