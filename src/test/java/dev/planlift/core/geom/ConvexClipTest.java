package dev.planlift.core.geom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConvexClipTest {
  private static final double[] SQUARE = {0, 0, 2, 0, 2, 2, 0, 2};

  @Test
  void squaresThatOverlapShareTheirCorner() {
    double[] moved = {1, 1, 3, 1, 3, 3, 1, 3};
    assertThat(ConvexClip.commonArea(SQUARE, moved)).isEqualTo(1, within(1e-12));
  }

  @Test
  void theWayRoundDoesNotMatter() {
    double[] clockwise = {1, 3, 3, 3, 3, 1, 1, 1};
    assertThat(ConvexClip.commonArea(SQUARE, clockwise)).isEqualTo(1, within(1e-12));
  }

  @Test
  void whatTouchesSharesNothing() {
    double[] beside = {2, 0, 4, 0, 4, 2, 2, 2};
    assertThat(ConvexClip.commonArea(SQUARE, beside)).isZero();
  }

  @Test
  void whatLiesApartSharesNothing() {
    double[] away = {5, 5, 7, 5, 6, 7};
    assertThat(ConvexClip.commonArea(SQUARE, away)).isZero();
  }

  @Test
  void aRingWithinIsSharedWhole() {
    double[] triangle = {0.5, 0.5, 1.5, 0.5, 1, 1.5};
    assertThat(ConvexClip.commonArea(triangle, SQUARE)).isEqualTo(0.5, within(1e-12));
    assertThat(ConvexClip.commonArea(SQUARE, triangle)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void aRingThatComesInTwiceIsSharedInTwoPieces() {
    double[] comb = {-1, 0.5, 1, 0.5, 1, 0.7, -0.5, 0.7, -0.5, 1.2, 1, 1.2, 1, 1.5, -1, 1.5};
    assertThat(ConvexClip.commonArea(comb, SQUARE)).isEqualTo(0.2 + 0.3, within(1e-12));
  }
}
