package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import org.junit.jupiter.api.Test;

/** Plans that draw each wall as one line, and what only looks like them. */
class SingleLinesTest {
  private static Building building(House house) {
    return new Reconstructor()
        .reconstruct(house.drawing("m", 1), ConversionOptions.DEFAULTS)
        .building();
  }

  private static House inMetres() {
    return new House(1, Affine3.IDENTITY);
  }

  /** Two rooms of 4 m by 4 m and 3 m by 4 m, a gap of 0.9 m between them. */
  private static House twoRooms(House house) {
    house.line(0, 0, 7, 0).line(7, 0, 7, 4).line(7, 4, 0, 4).line(0, 4, 0, 0);
    return house.line(4, 0, 4, 1).line(4, 1.9, 4, 4);
  }

  @Test
  void roomsWithNamesAndADoorBetweenThemAreAPlan() {
    var house = twoRooms(inMetres()).line(4, 1, 4.9, 1).arc(4, 1, 0.9, 0);
    house.text("KITCHEN", 2, 2, 0.2).text("BEDROOM", 5.5, 3, 0.2);
    var level = building(house).levels().getFirst();
    assertThat(level.walls())
        .allSatisfy(wall -> assertThat(wall.thicknessM()).isCloseTo(0.12, within(0.01)));
    assertThat(level.rooms())
        .extracting(Room::label)
        .containsExactlyInAnyOrder("KITCHEN", "BEDROOM");
    assertThat(level.openings())
        .singleElement()
        .satisfies(
            door -> {
              assertThat(door.kind()).isEqualTo(Opening.Kind.DOOR);
              assertThat(door.widthM()).isCloseTo(0.9, within(0.01));
            });
  }

  @Test
  void leavesJustAjarUnderASketchedArcAreDoors() {
    double turn = Math.toRadians(20);
    double x = 4 + 0.9 * Math.sin(turn);
    double y = 1 + 0.9 * Math.cos(turn);
    var house = twoRooms(inMetres()).line(4, 1, x, y);
    house.arc(4.05, 1.3, 0.6, Math.toRadians(65), Math.toRadians(28));
    house.text("KITCHEN", 2, 2, 0.2).text("BEDROOM", 5.5, 3, 0.2);
    assertThat(building(house).levels().getFirst().openings())
        .extracting(Opening::kind)
        .containsExactly(Opening.Kind.DOOR);
  }

  @Test
  void anArcSketchedSmallAcrossTheEdgeOfALeafIsADoor() {
    double turn = Math.toRadians(15);
    var house = twoRooms(inMetres());
    house.line(4, 1, 4 + 0.9 * Math.sin(turn), 1 + 0.9 * Math.cos(turn));
    house.arc(4.04, 1.5, 0.4, Math.toRadians(64), Math.toRadians(28));
    house.text("KITCHEN", 2, 2, 0.2).text("BEDROOM", 5.5, 3, 0.2);
    assertThat(building(house).levels().getFirst().openings())
        .extracting(Opening::kind)
        .containsExactly(Opening.Kind.DOOR);
  }

  @Test
  void aCrossBesideAWallIsAMark() {
    var plain = twoRooms(inMetres()).text("KITCHEN", 2, 2, 0.2).text("BEDROOM", 5.5, 3, 0.2);
    var marked = twoRooms(inMetres()).text("KITCHEN", 2, 2, 0.2).text("BEDROOM", 5.5, 3, 0.2);
    marked.line(1, 0.05, 1.1, 0.15).line(1.1, 0.05, 1, 0.15);
    assertThat(building(marked).levels().getFirst().walls())
        .hasSameSizeAs(building(plain).levels().getFirst().walls());
  }

  @Test
  void aCounterBesideAWallDoesNotMakeItTheFaceOfAThickOne() {
    var house = twoRooms(inMetres()).line(0, 0.6, 1, 0.6).line(1, 0.6, 1, 0);
    house.line(0, 3.4, 1, 3.4).line(1, 3.4, 1, 4);
    house.text("KITCHEN", 2, 2, 0.2).text("BEDROOM", 5.5, 3, 0.2);
    assertThat(building(house).levels()).isNotEmpty();
  }

  @Test
  void aLayerNamedAfterRoomsTellsOfAPlan() {
    assertThat(building(twoRooms(inMetres().on("room_border"))).isEmpty()).isFalse();
    assertThat(building(twoRooms(inMetres().on("mushroom"))).isEmpty()).isTrue();
  }

  @Test
  void cellsWithOtherTextsAreNoRooms() {
    var house = inMetres();
    for (int i = 0; i <= 3; i++) {
      house.line(0, 3 * i, 9, 3 * i).line(3 * i, 0, 3 * i, 9);
    }
    house.text("PUMP", 1.5, 1.5, 0.2).text("VALVE", 4.5, 1.5, 0.2).text("TANK", 7.5, 1.5, 0.2);
    assertThat(building(house).isEmpty()).isTrue();
  }

  @Test
  void theRowsOfARoomScheduleAreNoRooms() {
    var house = inMetres();
    for (int i = 0; i <= 6; i++) {
      house.line(0, 0.8 * i, 8, 0.8 * i);
    }
    house.line(0, 0, 0, 4.8).line(4, 0, 4, 4.8).line(8, 0, 8, 4.8);
    house.text("KITCHEN", 2, 0.4, 0.2).text("BEDROOM", 2, 1.2, 0.2).text("OFFICE", 2, 2, 0.2);
    assertThat(building(house).isEmpty()).isTrue();
  }

  @Test
  void anOutlineAroundNothingIsNoPlan() {
    var house = inMetres();
    for (double off : new double[] {0, 0.2}) {
      house.line(off, off, 6 - off, off).line(6 - off, off, 6 - off, 4 - off);
      house.line(6 - off, 4 - off, off, 4 - off).line(off, 4 - off, off, off);
    }
    assertThat(building(house).isEmpty()).isTrue();
  }
}
