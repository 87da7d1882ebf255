package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.plan.Opening;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A room with an opening in its south wall that four lines are drawn across, as across windows. */
class GatesTest {
  private static House room(String name, double widthM) {
    double to = 2 + widthM;
    var house = new House();
    house.line(0, 0, 2, 0).line(2, 0, 2, 0.2).line(2, 0.2, 0.2, 0.2).line(0.2, 0.2, 0.2, 3.8);
    house.line(0.2, 3.8, 6.8, 3.8).line(6.8, 3.8, 6.8, 0.2).line(6.8, 0.2, to, 0.2);
    house.line(to, 0.2, to, 0).line(to, 0, 7, 0).line(7, 0, 7, 4).line(7, 4, 0, 4);
    house.line(0, 4, 0, 0).line(2, 0, to, 0).line(2, 0.08, to, 0.08);
    house.line(2, 0.12, to, 0.12).line(2, 0.2, to, 0.2);
    return house.text(name, 3.5, 3, 0.2);
  }

  private static List<Opening.Kind> openings(House house) {
    return Understood.level(house).openings().stream().map(Opening::kind).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GARAGE", "Doppelgarage", "Garaža", "车库", "Гараж"})
  void theWidestOpeningOfAGarageIsItsGate(String name) {
    assertThat(openings(room(name, 2.4))).containsExactly(Opening.Kind.DOOR);
  }

  @Test
  void asWideAWindowOfAnotherRoomIsAWindow() {
    assertThat(openings(room("BEDROOM", 2.4))).containsExactly(Opening.Kind.WINDOW);
  }

  @Test
  void noCarGoesThroughANarrowWindow() {
    assertThat(openings(room("GARAGE", 1.2))).containsExactly(Opening.Kind.WINDOW);
  }

  @Test
  void theGateStandsOnTheFloor() {
    assertThat(Understood.level(room("GARAGE", 2.4)).openings())
        .allSatisfy(gate -> assertThat(gate.sillM()).isZero());
  }
}
