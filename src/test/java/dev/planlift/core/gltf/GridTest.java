package dev.planlift.core.gltf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Vec3;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
  @Test
  void whatIsNearIsMovedByHalfAStepAtMost() {
    var random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double value = (random.nextDouble() - 0.5) * 2000;

      double snapped = Grid.snap(value);

      assertThat(Math.abs(snapped - value)).isLessThanOrEqualTo(Grid.STEP_M / 2);
      assertThat(snapped / Grid.STEP_M).isEqualTo(Math.rint(snapped / Grid.STEP_M));
      assertThat((double) (float) snapped).isEqualTo(snapped);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1023.99999, 1024.00001, 5_412_345.678, -1e10, 3e38, -1e30})
  void whatIsFarKeepsTwentyThreeBits(double value) {
    double snapped = Grid.snap(value);

    assertThat(Math.abs(snapped - value)).isLessThanOrEqualTo(Math.abs(value) * 0x1p-22);
    assertThat((double) (float) snapped).isEqualTo(snapped);
  }

  @Test
  void zeroHasNoSign() {
    assertThat(Double.doubleToRawLongBits(Grid.snap(-1e-9))).isZero();
  }

  @Test
  void numbersThatAreNoneStayNone() {
    assertThat(Grid.snap(Double.NaN)).isNaN();
    assertThat(Grid.snap(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void whatFitsSixteenBitsIsToldExactly() {
    var random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      double from = Grid.snap((random.nextDouble() - 0.5) * 100);
      double to = Grid.snap(from + 65_532 * Grid.STEP_M * random.nextDouble());
      assertThat(Grid.fitsShorts(new Vec3(from, 0, 0), new Vec3(to, 0, 0))).isTrue();
      double middle = Grid.middle(new Vec3(from, 0, 0), new Vec3(to, 0, 0)).x();

      assertThat(middle + Grid.steps((float) from, middle) * Grid.STEP_M).isEqualTo(from);
      assertThat(middle + Grid.steps((float) to, middle) * Grid.STEP_M).isEqualTo(to);
    }
  }

  @Test
  void whatIsLargerThanSixteenBitsOrFarAwayDoesNotFit() {
    assertThat(Grid.fitsShorts(Vec3.ZERO, new Vec3(0, 8.1, 0))).isFalse();
    assertThat(Grid.fitsShorts(new Vec3(0, 0, 2000), new Vec3(1, 1, 2001))).isFalse();
  }

  @Test
  void normalsAreTheNearest127ths() {
    for (int n = -127; n <= 127; n++) {
      assertThat(Grid.normalSteps(Grid.snapNormal(n / 127.0 + 0.003))).isEqualTo((byte) n);
    }
  }
}
