package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
  private final SetClock clock = new SetClock();
  private final RequestBudget budget = new RequestBudget(100, Duration.ofMinutes(1), clock);

  @Test
  void oneHundredAtOnceAreGrantedAndTheNextIsNot() {
    for (int i = 99; i >= 0; i--) {
      var left = budget.take("a");
      assertThat(left.granted()).isTrue();
      assertThat(left.remaining()).isEqualTo(i);
    }
    var refused = budget.take("a");
    assertThat(refused.granted()).isFalse();
    assertThat(refused.waitSeconds()).isEqualTo(1);
  }

  @Test
  void anotherClientHasItsOwn() {
    use("a", 101);
    assertThat(budget.take("b").granted()).isTrue();
  }

  @Test
  void timeGivesBackAtAnEvenRate() {
    use("a", 100);
    clock.forward(Duration.ofMillis(1200));
    assertThat(budget.take("a").granted()).isTrue();
    assertThat(budget.take("a").granted()).isTrue();
    assertThat(budget.take("a").granted()).isFalse();
  }

  @Test
  void restingLongerThanAMinuteGivesNoMoreThanAFullBudget() {
    use("a", 100);
    clock.forward(Duration.ofHours(1));
    assertThat(budget.take("a").remaining()).isEqualTo(99);
  }

  @Test
  void thePolicyIsToldAsTheHeaderWantsIt() {
    assertThat(budget.policy("default")).isEqualTo("\"default\";q=100;w=60");
  }

  private void use(String client, int times) {
    for (int i = 0; i < times; i++) {
      budget.take(client);
    }
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
