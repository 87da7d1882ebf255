package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
  @ParameterizedTest
  @CsvSource({
    // high, default, low waiting; of which priority; how many of it before; its turn
    "1, 0, 0, HIGH, 0, 1",
    "9, 9, 9, HIGH, 3, 4",
    "9, 9, 9, HIGH, 4, 6", // one less urgent has had its turn
    "9, 1, 0, DEFAULT, 0, 5",
    "2, 1, 0, DEFAULT, 0, 3",
    "0, 9, 1, LOW, 0, 5",
    "99, 99, 1, LOW, 0, 25",
    "3, 2, 1, LOW, 0, 6",
    "0, 0, 7, LOW, 6, 7",
  })
  void aPositionFollowsTheTurns(
      long high, long standard, long low, Priority own, long ahead, int position) {
    var waiting = Map.of(Priority.HIGH, high, Priority.DEFAULT, standard, Priority.LOW, low);
    assertThat(Forecast.position(waiting, own, ahead)).isEqualTo(position);
  }

  @Test
  void aJobThatWasTakenBetweenTwoLooksStillHasAPosition() {
    assertThat(Forecast.position(Map.of(), Priority.LOW, 0)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // position, places, of them taken; seconds to wait when one takes 10
    "1, 2, 0, 0",
    "2, 2, 0, 0",
    "3, 2, 0, 5",
    "1, 2, 2, 5",
    "4, 2, 2, 20",
    "1, 1, 3, 10",
  })
  void anEstimateIsTheTimeUntilAPlaceIsFree(int position, int places, int running, long seconds) {
    assertThat(Forecast.estimate(position, places, running, Duration.ofSeconds(10)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
