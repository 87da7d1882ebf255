package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngineSwitchTest {
  private static EngineSwitch rollout(int share) {
    return new EngineSwitch(Format.DXF, EngineMode.ROLLOUT, share, Instant.EPOCH, "test");
  }

  private static long held(int share, List<UUID> jobs) {
    return jobs.stream().filter(job -> rollout(share).holds(EngineMode.ROLLOUT, job)).count();
  }

  /** Ids that are anything but random. */
  private static List<UUID> counted() {
    return LongStream.range(0, 10_000).mapToObj(n -> new UUID((n / 100) << 16, n % 100)).toList();
  }

  private static List<UUID> random() {
    var random = new Random(5);
    return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
        .limit(10_000)
        .toList();
  }

  @Test
  void nothingIsNobodyAndAHundredIsEverybody() {
    for (var jobs : List.of(counted(), random())) {
      assertThat(held(0, jobs)).isZero();
      assertThat(held(100, jobs)).isEqualTo(jobs.size());
    }
  }

  @Test
  void aShareIsThatShareOfTheJobsWhateverTheirIds() {
    for (var jobs : List.of(counted(), random())) {
      assertThat(held(10, jobs)).isBetween(880L, 1120L);
      assertThat(held(50, jobs)).isBetween(4800L, 5200L);
    }
  }

  @Test
  void whoIsAmongAFewIsAmongMore() {
    for (var job : random()) {
      for (int share = 0; share < 100; share += 10) {
        assertThat(
                !rollout(share).holds(EngineMode.ROLLOUT, job)
                    || rollout(share + 10).holds(EngineMode.ROLLOUT, job))
            .isTrue();
      }
    }
  }

  @Test
  void oneModesShareIsNobodyInAnotherMode() {
    var job = new UUID(1, 2);
    assertThat(rollout(100).holds(EngineMode.SHADOW, job)).isFalse();
    assertThat(EngineSwitch.off(Format.PDF).holds(EngineMode.OFF, job)).isFalse();
  }

  @Test
  void aBucketStaysWhatItIs() {
    // Servers of all versions must agree.
    assertThat(EngineSwitch.bucket(UUID.fromString("00000000-0000-0000-0000-000000000000")))
        .isZero();
    assertThat(EngineSwitch.bucket(UUID.fromString("6b1f3d9c-52a4-4c8e-9f7b-0d2e4a6c8e10")))
        .isEqualTo(54);
  }

  @Test
  void aShareLiesBetweenNoneAndAll() {
    assertThatThrownBy(() -> rollout(101)).hasMessageContaining("101");
    assertThatThrownBy(() -> rollout(-1)).hasMessageContaining("-1");
  }
}
