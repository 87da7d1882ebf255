package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths against closed forms, and against integrals taken with a million steps. */
class CurveMeasureTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-6); // 1e-8 as a share

  private static double length(Segment segment) {
    return CurveMeasure.length(
        new Path(
            List.of(segment),
            false,
            Stroke.THIN,
            new Vec3(0, 0, 1),
            false,
            Appearance.on(Layer.ZERO),
            new SourceRef.Handle("1")));
  }

  private static Segment.EllipticArc arc(double a, double b, double start, double sweep) {
    return new Segment.EllipticArc(
        new Vec3(7, -3, 2), new Vec3(a, 0, 0), new Vec3(0, b, 0), start, sweep);
  }

  /** Simpson's rule. */
  private static double integral(DoubleUnaryOperator f, double from, double to) {
    int n = 2_000_000;
    double h = (to - from) / n;
    double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
    for (int i = 1; i < n; i++) {
      sum += f.applyAsDouble(from + i * h) * (i % 2 == 1 ? 4 : 2);
    }
    return sum * h / 3;
  }

  /** Gauss: 2π (a² − Σ 2ⁿ⁻¹ cₙ²) / M(a, b), M being the arithmetic-geometric mean. */
  private static double perimeter(double a, double b) {
    double x = a;
    double y = b;
    double power = 0.5;
    double sum = power * (a * a - b * b);
    while (Math.abs(x - y) > 1e-15 * x) {
      double c = (x - y) / 2;
      double mean = (x + y) / 2;
      y = Math.sqrt(x * y);
      x = mean;
      power *= 2;
      sum += power * c * c;
    }
    return 2 * Math.PI * (a * a - sum) / x;
  }

  @Test
  void anArcIsItsAngleTimesItsRadius() {
    assertThat(length(arc(5, 5, 0.3, -1.25))).isCloseTo(6.25, EXACT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.999999, 0.5, 0.1, 0.01, 1e-4})
  void aWholeEllipseHasThePerimeterThatGaussGives(double ratio) {
    assertThat(length(arc(3, 3 * ratio, 0.4, 2 * Math.PI)))
        .isCloseTo(perimeter(3, 3 * ratio), EXACT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 0.05, 0.001})
  void aPartOfAnEllipseIsTheIntegralOfItsSpeed(double ratio) {
    double integral =
        integral(t -> Math.hypot(3 * Math.sin(t), 3 * ratio * Math.cos(t)), -0.2, 1.9);

    assertThat(length(arc(3, 3 * ratio, -0.2, 2.1))).isCloseTo(integral, EXACT);
  }

  @Test
  void aParabolaAsABezierCurveHasItsClosedForm() {
    // y = x² from 0 to 1: control points of degree 2 raised to degree 3.
    var curve =
        new Segment.CubicBezier(
            new Vec3(0, 0, 0),
            new Vec3(1 / 3.0, 0, 0),
            new Vec3(2 / 3.0, 1 / 3.0, 0),
            new Vec3(1, 1, 0));
    double asinh2 = Math.log(2 + Math.sqrt(5));

    assertThat(length(curve)).isCloseTo((2 * Math.sqrt(5) + asinh2) / 4, EXACT);
  }

  @Test
  void aCurveWithACuspIsTheIntegralOfItsSpeed() {
    var curve =
        new Segment.CubicBezier(
            new Vec3(0, 0, 0), new Vec3(1, 1, 0), new Vec3(0, 1, 0), new Vec3(1, 0, 0));
    double integral = integral(t -> Math.hypot(3 - 12 * t + 12 * t * t, 3 - 6 * t), 0, 1);

    assertThat(length(curve)).isCloseTo(integral, EXACT);
  }

  @Test
  void aRationalSplineThatIsACircleHasItsLength() {
    double w = Math.sqrt(0.5);
    var quarter =
        new Segment.Nurbs(
            2,
            new double[] {0, 0, 0, 1, 1, 1},
            new double[] {4, 0, 0, 4, 4, 0, 0, 4, 0},
            new double[] {1, w, 1});

    assertThat(length(quarter)).isCloseTo(2 * Math.PI, EXACT);
  }

  @Test
  void aSplineOfSeveralSpansIsTheSumOfThem() {
    // A uniform quadratic B-spline: two parabolas, (t, t²/2…) joined smoothly.
    var spline =
        new Segment.Nurbs(
            2,
            new double[] {0, 1, 2, 3, 4, 5, 6},
            new double[] {0, 0, 0, 1, 2, 0, 2, 0, 0, 3, 2, 0},
            new double[] {1, 1, 1, 1});
    // Speed (1, 2 − 4s) over the first span, (1, −2 + 4s) over the second.
    double integral = 2 * integral(s -> Math.hypot(1, 2 - 4 * s), 0, 1);

    assertThat(length(spline)).isCloseTo(integral, EXACT);
  }
}
