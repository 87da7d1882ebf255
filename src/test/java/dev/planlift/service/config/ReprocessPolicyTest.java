package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReprocessPolicyTest {
  @Test
  void withoutASettingTheTableOfErrorsHolds() {
    var policy = ReprocessPolicy.parse("");
    assertThat(policy.age(ErrorCode.STORAGE_ERROR)).contains(Duration.ofMinutes(5));
    assertThat(policy.age(ErrorCode.TIMEOUT_ERROR)).contains(Duration.ofMinutes(10));
    assertThat(policy.age(ErrorCode.RUNNER_DIED)).isEmpty();
  }

  @Test
  void aCodesOwnWordGoesBeforeThatOfItsCategory() {
    var policy = ReprocessPolicy.parse("EXTERNAL=1h, STORAGE_ERROR=never, RUNNER_DIED = 30s");
    assertThat(policy.age(ErrorCode.NETWORK_ERROR)).contains(Duration.ofHours(1));
    assertThat(policy.age(ErrorCode.STORAGE_ERROR)).isEmpty();
    assertThat(policy.age(ErrorCode.RUNNER_DIED)).contains(Duration.ofSeconds(30));
    assertThat(policy.age(ErrorCode.TIMEOUT_ERROR)).contains(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STORAGE_ERROR",
        "NOTHING=5m",
        "INTERNAL=soon",
        "LIMIT=1m,LIMIT=2m",
        "INPUT=PT-1S"
      })
  void whatCannotBeIsRefused(String text) {
    assertThatThrownBy(() -> ReprocessPolicy.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'");
  }
}
