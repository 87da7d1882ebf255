package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Room;
import dev.planlift.core.source.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the left room of a house of two is called: 2.85 m by 3.8 m, its middle at (1.525, 2). */
class RoomNamingTest {
  private static Room left(House house) {
    return new Reconstructor()
            .reconstruct(house.drawing(), ConversionOptions.DEFAULTS)
            .building()
            .levels()
            .getFirst()
            .rooms()
            .stream()
            .filter(room -> room.center().x() < 3)
            .findFirst()
            .orElseThrow();
  }

  private static House house() {
    return new House().outlines().doors().window();
  }

  @Test
  void aRoomIsNotNamedByTheNotesThatStandInIt() {
    var room =
        left(
            house()
                .text("GARAGE", 1.5, 1, 0.15)
                .text("5/8\" TYPE \"X\" GYP. BD. ON CEILING", 1.5, 3, 0.15)
                .text("AND WALL BETWEEN GARAGE AND", 1.5, 2.75, 0.15)
                .text("HOUSE, ALSO ON BEARING WALLS", 1.5, 2.5, 0.15)
                .text("FOR ROOFS. R-309.2", 1.5, 2.25, 0.15));
    assertThat(room.label()).isEqualTo("GARAGE");
  }

  @Test
  void linesOverEachOtherAreOneName() {
    var room = left(house().text("MASTER", 1.5, 2.2, 0.15).text("BEDROOM", 1.55, 1.95, 0.15));
    assertThat(room.label()).isEqualTo("MASTER BEDROOM");
  }

  @Test
  void namesOfSeveralRoomsInOneSpaceAreJoined() {
    var room = left(house().text("KITCHEN", 1.5, 3.2, 0.15).text("DINING", 1.5, 0.8, 0.15));
    assertThat(room.label()).isEqualTo("KITCHEN / DINING");
  }

  @Test
  void numberAndAreaStandBesideTheName() {
    var room =
        left(
            house()
                .text("1.02", 1.5, 2.5, 0.15)
                .text("Büro", 1.5, 2.2, 0.2)
                .text("12,5 m²", 1.5, 1.9, 0.12)
                .text("D01", 2.5, 0.5, 0.2));
    assertThat(room.label()).isEqualTo("Büro");
    assertThat(room.number()).isEqualTo("1.02");
    assertThat(room.printed().orElseThrow().areaM2()).isCloseTo(12.5, within(1e-9));
  }

  @Test
  void aRoomOfUnknownNameIsCalledByTheTallestTitle() {
    var room = left(house().text("Zentrallimbo", 1.5, 2.2, 0.2).text("Teppichboden", 1.5, 1, 0.08));
    assertThat(room.label()).isEqualTo("Zentrallimbo");
  }

  @Test
  void aNameOutsideNamesTheRoomThatItsLeaderEndsIn() {
    var house = house().text("WC", -1.5, 2, 0.15).line(-1.25, 2, -0.6, 2).line(-0.6, 2, 1.5, 2.6);

    assertThat(left(house).label()).isEqualTo("WC");
  }

  @Test
  void aNameOutsideWithoutALeaderOrBesideTheRoomsOwnNamesNothing() {
    assertThat(left(house().text("WC", -1.5, 2, 0.15)).label()).isEmpty();
    assertThat(left(house().text("WC", -1.5, 2, 0.15).line(-0.6, 2, 1.5, 2.6)).label()).isEmpty();
    var named = house().text("Bath", 1.5, 1, 0.15).text("WC", -1.5, 2, 0.15);
    assertThat(left(named.line(-1.25, 2, 1.5, 2.6)).label()).isEqualTo("Bath");
  }

  @Test
  void marksAloneAreNoName() {
    assertThat(left(house().text("W23", 1.5, 2.2, 0.2).text("D3", 1, 1, 0.2)).label()).isEmpty();
  }

  @Test
  void aNumberNamesARoomWithoutAName() {
    var room = left(house().text("R 101", 1.5, 2.2, 0.2));
    assertThat(room.label()).isEqualTo("R 101");
    assertThat(room.number()).isEqualTo("R 101");
  }

  @Test
  void aWrittenAreaThatIsNotTheRoomsIsReportedWithBothAndThePlace() {
    var right = house().text("Büro", 1.5, 2.2, 0.2).text("10,8 m²", 1.5, 1.9, 0.12);
    var wrong = house().text("Büro", 1.5, 2.2, 0.2).text("12,5 m²", 1.5, 1.9, 0.12);
    assertThat(reports(right)).isEmpty();
    assertThat(reports(wrong))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.message())
                  .isEqualTo("Room Büro has 10.83 m², 12.50 m² are written in it");
              assertThat(report.where().coordinates())
                  .containsEntry("x", "1.525")
                  .containsEntry("y", "2.000");
            });
  }

  private static List<Diagnostic> reports(House house) {
    return new Reconstructor()
        .reconstruct(house.drawing(), ConversionOptions.DEFAULTS).diagnostics().stream()
            .filter(d -> d.code().equals(PrintedAreaCheck.AREA_DIFFERS))
            .toList();
  }

  @Test
  void aFloorOfRoomsWithNumbersOfFourFiguresIsNumberedSo() {
    assertThat(left(row("3101", "3102", "3103")).number()).isEqualTo("3101");
  }

  @Test
  void aLengthInEachRoomIsNoNumber() {
    assertThat(left(row("2850", "3600", "3600")).number()).isEmpty();
  }

  /**
   * Three such houses that share their outer walls, with figures in their left rooms, others in the
   * right.
   */
  private static House row(String first, String second, String third) {
    var row = house().text(first, 1.5, 2, 0.2).text("3201", 4.5, 2, 0.2);
    row.with(house().text(second, 1.5, 2, 0.2).text("3202", 4.5, 2, 0.2), 6, 0);
    return row.with(house().text(third, 1.5, 2, 0.2).text("3203", 4.5, 2, 0.2), 12, 0);
  }
}
