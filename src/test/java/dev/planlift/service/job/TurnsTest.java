package dev.planlift.service.job;

import static dev.planlift.service.job.Priority.DEFAULT;
import static dev.planlift.service.job.Priority.HIGH;
import static dev.planlift.service.job.Priority.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static List<Priority> turns(int count, Set<Priority> waiting) {
    var turns = new Turns();
    var taken = new ArrayList<Priority>();
    for (int i = 0; i < count; i++) {
      taken.add(turns.next(waiting::contains).orElseThrow());
    }
    return taken;
  }

  @Test
  void aLessUrgentOneWaitsForFourTurnsAtMost() {
    assertThat(turns(10, Set.of(HIGH, DEFAULT)))
        .containsExactly(HIGH, HIGH, HIGH, HIGH, DEFAULT, HIGH, HIGH, HIGH, HIGH, DEFAULT);
  }

  @Test
  void theLeastUrgentHasOneTurnInTwentyFiveUnderFullLoad() {
    var taken = turns(100, Set.of(HIGH, DEFAULT, LOW));

    assertThat(taken).filteredOn(LOW::equals).hasSize(4);
    assertThat(taken).filteredOn(DEFAULT::equals).hasSize(16);
    assertThat(taken.indexOf(LOW)).isLessThan(25);
  }

  @Test
  void whoWaitsAloneHasEveryTurn() {
    assertThat(turns(9, Set.of(LOW))).containsOnly(LOW);
  }

  @Test
  void withNobodyThereNobodyHasATurn() {
    assertThat(new Turns().next(priority -> false)).isEmpty();
  }

  @Test
  void turnsTakenWhileNobodyWaitedBelowDoNotCount() {
    var turns = new Turns();
    for (int i = 0; i < 3; i++) {
      assertThat(turns.next(HIGH::equals)).contains(HIGH);
    }
    for (int i = 0; i < Turns.IN_A_ROW; i++) {
      assertThat(turns.next(Set.of(HIGH, LOW)::contains)).contains(HIGH);
    }
    assertThat(turns.next(Set.of(HIGH, LOW)::contains)).contains(LOW);
  }
}
