package dev.planlift.core.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Segment.CubicBezier;
import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.drawing.Segment.Nurbs;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveFlatteningTest {
  private static final EllipticArc CIRCLE =
      new EllipticArc(new Vec3(5, 5, 1), new Vec3(10, 0, 0), new Vec3(0, 10, 0), 0, 2 * Math.PI);

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 0.001})
  void chordsOfACircleLieWithinTheToleranceAndAreNotTooMany(double tolerance) {
    var line = CurveFlattening.flatten(CIRCLE, tolerance);

    double sagitta = 0;
    for (int i = 1; i < line.size(); i++) {
      var middle = line.vertex(i - 1).plus(line.vertex(i)).times(0.5);
      sagitta = Math.max(sagitta, 10 - middle.distance(CIRCLE.center()));
    }
    assertThat(sagitta).isBetween(tolerance / 3, tolerance * 1.0001);
  }

  @Test
  void aTinyCircleStillHasEightSides() {
    var tiny =
        new EllipticArc(Vec3.ZERO, new Vec3(0.001, 0, 0), new Vec3(0, 0.001, 0), 0, -2 * Math.PI);

    assertThat(CurveFlattening.flatten(tiny, 1).size()).isEqualTo(9);
  }

  @Test
  void noToleranceIsSmallEnoughToBreakTheCap() {
    assertThat(CurveFlattening.flatten(CIRCLE, 1e-300).size())
        .isEqualTo(CurveFlattening.MAX_VERTICES);
  }

  @Test
  void aNurbsQuarterCircleKeepsItsRadius() {
    var quarter =
        new Nurbs(
            2,
            new double[] {0, 0, 0, 1, 1, 1},
            new double[] {1, 0, 0, 1, 1, 0, 0, 1, 0},
            new double[] {1, Math.sqrt(0.5), 1});

    var line = CurveFlattening.flatten(quarter, 1e-4);

    assertThat(line.start()).isEqualTo(new Vec3(1, 0, 0));
    assertThat(line.end().distance(new Vec3(0, 1, 0))).isLessThan(1e-12);
    for (int i = 1; i < line.size(); i++) {
      assertThat(line.vertex(i).length()).isCloseTo(1, within(1e-12));
      assertThat(line.vertex(i - 1).plus(line.vertex(i)).length() / 2).isGreaterThan(1 - 1e-4);
    }
  }

  @Test
  void aSplineOfManySpansStaysUnderTheCapAndKeepsItsEnds() {
    int n = 5000;
    var knots = new double[n + 2];
    var controls = new double[3 * n];
    var weights = new double[n];
    for (int i = 0; i < n; i++) {
      knots[i + 1] = i;
      controls[3 * i] = i;
      controls[3 * i + 1] = i % 2;
      weights[i] = 1;
    }
    knots[n + 1] = n - 1;

    var line = CurveFlattening.flatten(new Nurbs(1, knots, controls, weights), 1e-9);

    assertThat(line.size()).isBetween(1000, CurveFlattening.MAX_VERTICES);
    assertThat(line.end()).isEqualTo(new Vec3(n - 1, (n - 1) % 2, 0));
  }

  @Test
  void aBezierIsFollowedWithinTheTolerance() {
    var bow = new CubicBezier(Vec3.ZERO, new Vec3(0, 4, 0), new Vec3(10, 4, 0), new Vec3(10, 0, 0));

    var line = CurveFlattening.flatten(bow, 0.01);

    double top = 0;
    for (int i = 0; i < line.size(); i++) {
      top = Math.max(top, line.vertex(i).y());
    }
    assertThat(top).isCloseTo(3, within(0.01));
    assertThat(line.size()).isLessThan(40);
  }

  @Test
  void joinedSegmentsShareTheirVertex() {
    var segments =
        List.<Segment>of(
            Polyline.between(Vec3.ZERO, Vec3.X), Polyline.between(Vec3.X, new Vec3(1, 1, 0)));

    assertThat(CurveFlattening.flatten(segments, 1).size()).isEqualTo(3);
  }
}
