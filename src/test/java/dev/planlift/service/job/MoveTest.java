package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of moves, pair by pair. */
class MoveTest {
  @Test
  void theTableHoldsExactlyTheseMoves() {
    var pairs = new TreeSet<String>();
    for (var from : JobState.values()) {
      for (var to : JobState.values()) {
        if (from.mayBecome(to)) {
          pairs.add(from + " > " + to);
        }
      }
    }
    assertThat(pairs)
        .containsExactlyInAnyOrder(
            "PENDING > RUNNING",
            "RETRY > RUNNING",
            "RUNNING > RUNNING",
            "RUNNING > PENDING",
            "RUNNING > SUCCESS",
            "RUNNING > RETRY",
            "PENDING > FAILURE",
            "RUNNING > FAILURE",
            "RETRY > FAILURE",
            "RUNNING > DEAD_LETTER",
            "RETRY > DEAD_LETTER",
            "PENDING > CANCELLED",
            "RUNNING > CANCELLED",
            "RETRY > CANCELLED",
            "DEAD_LETTER > REPROCESSING",
            "REPROCESSING > PENDING",
            "REPROCESSING > DEAD_LETTER");
  }

  @Test
  void nothingLeadsOutOfAnEndButADeadLettersReprocessing() {
    var ways =
        Arrays.stream(Move.values())
            .filter(move -> move.from().stream().anyMatch(JobState::isTerminal))
            .collect(Collectors.toSet());
    assertThat(ways).containsExactly(Move.REPROCESS);
  }

  @Test
  void waitingEndsAtTheseStates() {
    assertThat(Arrays.stream(JobState.values()).filter(JobState::isTerminal))
        .containsExactlyInAnyOrder(
            JobState.SUCCESS, JobState.FAILURE, JobState.CANCELLED, JobState.DEAD_LETTER);
  }
}
