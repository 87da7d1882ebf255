package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Segment.EllipticArc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveArcsTest {
  @Test
  void aBezierForAQuarterCircleIsAnArc() {
    var arc = onlyArc(new Page().segments(false, Page.bezier(100, 50, 25, 90, 180)));
    assertArc(arc, 100, 50, 25, 90, 0.01);
  }

  @Test
  void anArcRunsTheWayItsCurveDid() {
    var arc = onlyArc(new Page().segments(false, Page.bezier(100, 50, 25, 180, 90)));
    assertArc(arc, 100, 50, 25, -90, 0.01);
    assertThat(arc.start().x()).isCloseTo(75, within(1e-9));
  }

  @Test
  void fourBeziersAreOneCircle() {
    var page =
        new Page()
            .segments(
                true,
                Page.bezier(9, 8, 7, 0, 90),
                Page.bezier(9, 8, 7, 90, 180),
                Page.bezier(9, 8, 7, 180, 270),
                Page.bezier(9, 8, 7, 270, 360));
    assertArc(onlyArc(page), 9, 8, 7, 360, 0.01);
  }

  @Test
  void aCurveThatIsNoArcStaysAsItIs() {
    var wave =
        new Segment.CubicBezier(
            Page.polyline(0, 0, 1, 0).start(),
            Page.polyline(30, 40, 1, 0).start(),
            Page.polyline(30, -40, 1, 0).start(),
            Page.polyline(60, 0, 1, 0).start());
    assertThat(cleaned(new Page().segments(false, wave)).segments()).containsExactly(wave);
  }

  @Test
  void aFlatBezierIsALine() {
    var path = cleaned(new Page().segments(false, Page.bezier(0, 1e9, 1e9, 270, 270.000001)));
    assertThat(path.segments().getFirst()).isInstanceOf(Segment.Polyline.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.01, 0.06, 0.12})
  void shortChordsOnACircleAreAnArc(double grid) {
    var arc = onlyArc(new Page().path(Page.round(300, 200, 25.5, 10, 100, 22, grid)));
    assertArc(arc, 300, 200, 25.5, 90, 6 * grid + 0.001);
  }

  @Test
  void straightPartsBeforeAndBehindAnArcStayStraight() {
    var round = Page.round(0, 0, 20, 0, 90, 18, 1e-6);
    var xy = new double[round.length + 4];
    xy[0] = 20;
    xy[1] = -50;
    System.arraycopy(round, 0, xy, 2, round.length);
    xy[xy.length - 2] = -50;
    xy[xy.length - 1] = 20;
    var path = cleaned(new Page().path(xy));
    assertThat(path.segments()).hasSize(3);
    assertThat(path.segments().get(1)).isInstanceOf(EllipticArc.class);
    assertThat(path.segments().getFirst().start().y()).isEqualTo(-50);
    assertThat(path.segments().getLast().end().x()).isEqualTo(-50);
  }

  /** A room of eight sides is none of one. */
  @ParameterizedTest
  @ValueSource(ints = {6, 8, 12, 16})
  void aPolygonOfFewSidesIsNoCircle(int sides) {
    var xy = Page.round(0, 0, 80, 0, 360, sides, 1e-6);
    assertThat(cleaned(new Page().path(xy)).segments().getFirst())
        .isInstanceOf(Segment.Polyline.class);
  }

  @Test
  void aRectangleIsNotTouched() {
    var path = cleaned(new Page().path(0, 0, 40, 0, 40, 20, 0, 20, 0, 0));
    assertThat(path.segments())
        .singleElement()
        .extracting(s -> ((Segment.Polyline) s).xyz())
        .isEqualTo(Page.polyline(0, 0, 40, 0, 40, 20, 0, 20, 0, 0).xyz());
  }

  private static Path cleaned(Page page) {
    return Page.onlyPath(new CurveArcs().apply(page.items()));
  }

  private static EllipticArc onlyArc(Page page) {
    var path = cleaned(page);
    assertThat(path.segments()).singleElement().isInstanceOf(EllipticArc.class);
    return (EllipticArc) path.segments().getFirst();
  }

  private static void assertArc(
      EllipticArc arc, double x, double y, double r, double sweepDeg, double off) {
    assertThat(arc.center().x()).isCloseTo(x, within(off));
    assertThat(arc.center().y()).isCloseTo(y, within(off));
    assertThat(arc.u().length()).isCloseTo(r, within(off));
    assertThat(Math.toDegrees(arc.sweepRad())).isCloseTo(sweepDeg, within(100 * off / r + 1e-6));
  }
}
