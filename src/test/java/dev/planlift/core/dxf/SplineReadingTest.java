package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;

/** SPLINE, HELIX and smoothed polylines: the curve and what is put right in it. */
class SplineReadingTest {
  private static Path path(Drawing drawing) {
    assertThat(drawing.items()).hasSize(1);
    return (Path) drawing.items().getFirst();
  }

  private static void isNear(Vec3 actual, Vec3 expected) {
    assertThat(actual.distance(expected)).as(actual + " near " + expected).isLessThan(1e-9);
  }

  private static String points(int code, double... xy) {
    var groups = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      groups.append(code).append(' ').append(xy[i]).append('\n');
      groups.append(code + 10).append(' ').append(xy[i + 1]).append('\n');
    }
    return groups.toString();
  }

  private static String knots(double... knots) {
    var groups = new StringBuilder();
    for (double knot : knots) {
      groups.append("40 ").append(knot).append('\n');
    }
    return groups.toString();
  }

  @Test
  void pointsWithTangentsMakeTheCurveThatTouchesThem() {
    var drawing =
        DxfText.readEntities(
            "0 SPLINE\n71 3\n" + points(11, 0, 0, 10, 0) + "12 0\n22 1\n13 0\n23 -1\n");

    var curve = (Segment.CubicBezier) path(drawing).segments().getFirst();

    isNear(curve.p1(), new Vec3(0, 10.0 / 3, 0));
    isNear(curve.p2(), new Vec3(10, 10.0 / 3, 0));
    assertThat(drawing.ledger().count("SPLINE", Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void aCurveThroughPointsWithoutTangentsIsStraightAtItsEnds() {
    var path = path(DxfText.readEntities("0 SPLINE\n71 3\n" + points(11, 0, 0, 1, 1, 2, 0)));

    var first = (Segment.CubicBezier) path.segments().getFirst();
    var second = (Segment.CubicBezier) path.segments().get(1);

    isNear(first.p0().minus(first.p1().times(2)).plus(first.p2()), Vec3.ZERO);
    isNear(first.p3().minus(first.p2()), second.p1().minus(second.p0()));
  }

  @Test
  void aClosedCurveThroughPointsIsSmoothWhereItCloses() {
    var path =
        path(DxfText.readEntities("0 SPLINE\n70 1\n71 3\n" + points(11, 1, 0, 0, 1, -1, 0, 0, -1)));

    var first = (Segment.CubicBezier) path.segments().getFirst();
    var last = (Segment.CubicBezier) path.segments().getLast();

    assertThat(path.closed()).isTrue();
    assertThat(path.segments()).hasSize(4);
    isNear(last.p3(), first.p0());
    isNear(last.p3().minus(last.p2()), first.p1().minus(first.p0()));
    assertThat(first.p1().x()).isCloseTo(1, within(1e-9));
  }

  @Test
  void rationalCurvesKeepTheirWeights() {
    var path =
        path(
            DxfText.readEntities(
                "0 SPLINE\n71 2\n"
                    + knots(0, 0, 0, 1, 1, 1)
                    + "41 1\n41 0.70710678118654752\n41 1\n"
                    + points(10, 1, 0, 1, 1, 0, 1)));

    var curve = (Segment.Nurbs) path.segments().getFirst();

    assertThat(curve.at(0.3).length()).as("on the unit circle").isCloseTo(1, within(1e-12));
  }

  @Test
  void knotsWithoutTheFirstAndTheLastAreCompleted() {
    var drawing =
        DxfText.readEntities(
            "0 SPLINE\n71 3\n" + knots(0, 0, 0, 1, 1, 1) + points(10, 0, 0, 1, 2, 3, 2, 4, 0));

    isNear(path(drawing).segments().getFirst().end(), new Vec3(4, 0, 0));
    assertThat(drawing.ledger().count(Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void fallingKnotsAreReplacedAndReported() {
    var drawing =
        DxfText.readEntities(
            "0 SPLINE\n71 3\n"
                + knots(0, 0, 0, 0, 3, 2, 1, 1)
                + points(10, 0, 0, 1, 2, 3, 2, 4, 0));

    isNear(path(drawing).segments().getFirst().end(), new Vec3(4, 0, 0));
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("SPLINE_REPAIRED");
  }

  @Test
  void aDegreeBeyondItsPointsIsLowered() {
    var drawing = DxfText.readEntities("0 SPLINE\n71 1000000\n" + points(10, 0, 0, 1, 2, 3, 0));

    assertThat(((Segment.Nurbs) path(drawing).segments().getFirst()).degree()).isEqualTo(2);
    assertThat(drawing.ledger().count(Outcome.APPROXIMATED)).isEqualTo(1);
  }

  @Test
  void weightsOfNothingCountAsOne() {
    var drawing = DxfText.readEntities("0 SPLINE\n71 1\n41 0\n41 -1\n" + points(10, 0, 0, 2, 0));

    isNear(((Segment.Nurbs) path(drawing).segments().getFirst()).at(0.5), new Vec3(1, 0, 0));
  }

  @Test
  void aHelixIsItsSplineWhereItHasOne() {
    var path =
        path(
            DxfText.readEntities(
                "0 HELIX\n100 AcDbEntity\n100 AcDbSpline\n71 1\n"
                    + points(10, 0, 0, 2, 0)
                    + "100 AcDbHelix\n10 7\n11 9\n40 3\n41 2\n"));

    isNear(path.segments().getFirst().end(), new Vec3(2, 0, 0));
  }

  @Test
  void aHelixWithoutSplineIsWoundFromItsNumbers() {
    var path =
        path(
            DxfText.readEntities(
                "0 HELIX\n100 AcDbEntity\n100 AcDbHelix\n10 1\n20 0\n30 0\n11 3\n21 0\n31 0\n"
                    + "12 0\n22 0\n32 1\n40 2\n41 3\n42 5\n290 1\n"));

    double turn = Math.hypot(2 * Math.PI * 2, 5);
    assertThat(CurveMeasure.length(path)).isCloseTo(3 * turn, within(1e-5));
    isNear(path.segments().getLast().end(), new Vec3(3, 0, 15));
    isNear(path.segments().get(15).end(), new Vec3(1, 2, 1.25));
  }

  @Test
  void aLeftHandedHelixTurnsTheOtherWayAndMayWiden() {
    var path =
        path(DxfText.readEntities("0 HELIX\n100 AcDbHelix\n11 2\n32 1\n40 4\n41 1\n42 5\n290 0\n"));

    isNear(path.segments().get(15).end(), new Vec3(0, -2.5, 1.25));
    isNear(path.segments().getLast().end(), new Vec3(4, 0, 5));
  }

  private static final String FRAME =
      "0 VERTEX\n10 0\n20 0\n70 16\n0 VERTEX\n10 2\n20 4\n70 16\n0 VERTEX\n10 4\n20 0\n70 16\n"
          + "0 SEQEND\n";

  @Test
  void aSmoothedPolylineOfNothingButItsFrameIsTheSplineOverIt() {
    var path = path(DxfText.readEntities("0 POLYLINE\n66 1\n70 4\n75 5\n30 7\n" + FRAME));

    var curve = (Segment.Nurbs) path.segments().getFirst();

    assertThat(curve.degree()).isEqualTo(2);
    isNear(curve.start(), new Vec3(0, 0, 7));
    isNear(curve.at(0.5), new Vec3(2, 2, 7));
  }

  @Test
  void aClosedFrameMakesARing() {
    var path = path(DxfText.readEntities("0 POLYLINE\n66 1\n70 13\n75 5\n" + FRAME));

    assertThat(path.closed()).isTrue();
    isNear(path.segments().getFirst().start(), path.segments().getFirst().end());
    isNear(path.segments().getFirst().start(), new Vec3(1, 2, 0));
  }

  @Test
  void aSmoothedPolylineIsDrawnThroughItsFineVerticesOnly() {
    var path =
        path(
            DxfText.readEntities(
                "0 POLYLINE\n66 1\n70 4\n75 6\n0 VERTEX\n10 9\n20 9\n70 16\n0 VERTEX\n10 0\n70 8\n"
                    + "0 VERTEX\n10 1\n70 8\n0 SEQEND\n"));

    assertThat(((Segment.Polyline) path.segments().getFirst()).size()).isEqualTo(2);
  }
}
