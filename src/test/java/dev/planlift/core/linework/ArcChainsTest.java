package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArcChainsTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void aSwingPlottedAsSeveralBezierPathsIsOneArc(int paths) {
    var page = new Page();
    double step = 90.0 / paths;
    for (int i = 0; i < paths; i++) {
      page.segments(false, Page.bezier(100, 50, 25, 90 + i * step, 90 + (i + 1) * step));
    }
    assertArc(Page.onlyPath(cleaned(page)), 25, 90);
  }

  @Test
  void partsMayRunAgainstEachOtherAndBeRoundedToATenthOfAMillimetre() {
    var first = rounded(Page.bezier(100, 50, 25, 0, 22.5), 0.02);
    var second = rounded(Page.bezier(100, 50, 25, 45, 22.5), 0.02);
    var third = rounded(Page.bezier(100, 50, 25, 45, 90), 0.02);
    var page = new Page().segments(false, third).segments(false, first).segments(false, second);
    assertArc(Page.onlyPath(cleaned(page)), 25, 90);
  }

  @Test
  void aCircleOfFourPathsIsOneCircle() {
    var page = new Page();
    for (int i = 0; i < 4; i++) {
      page.segments(false, Page.bezier(0, 0, 9, 90 * i, 90 * i + 90));
    }
    assertArc(Page.onlyPath(cleaned(page)), 9, 360);
  }

  @Test
  void twoDoorLeavesThatMeetAreTwoArcs() {
    var page =
        new Page()
            .segments(false, Page.bezier(0, 0, 25, 0, 90))
            .segments(false, Page.bezier(50, 0, 25, 90, 180));
    assertThat(cleaned(page)).hasSize(2);
  }

  @Test
  void arcsOfTwoCirclesThatGoOnSmoothlyStayTwo() {
    var page =
        new Page()
            .segments(false, Page.bezier(0, 0, 25, 0, 90))
            .segments(false, Page.bezier(0, -10, 35, 90, 180));
    assertThat(cleaned(page)).hasSize(2);
  }

  @Test
  void arcsOfTwoPensStayTwo() {
    var one = new Page().segments(false, Page.bezier(0, 0, 25, 0, 45)).items();
    var broad =
        new Page()
            .segments(false, Page.bezier(0, 0, 25, 45, 90)).items().stream()
                .map(item -> item.with(Page.PEN.with(new Layer("2", 0, true, true))))
                .toList();
    var both = Stream.<DrawingItem>concat(one.stream(), broad.stream()).toList();
    assertThat(new ArcChains().apply(new CurveArcs().apply(both))).hasSize(2);
  }

  private static List<DrawingItem> cleaned(Page page) {
    return new ArcChains().apply(new CurveArcs().apply(page.items()));
  }

  private static Segment.CubicBezier rounded(Segment.CubicBezier b, double grid) {
    return new Segment.CubicBezier(
        rounded(b.p0(), grid), rounded(b.p1(), grid), rounded(b.p2(), grid), rounded(b.p3(), grid));
  }

  private static Vec3 rounded(Vec3 p, double grid) {
    return new Vec3(Math.rint(p.x() / grid) * grid, Math.rint(p.y() / grid) * grid, 0);
  }

  private static void assertArc(Path path, double radius, double sweepDeg) {
    assertThat(path.segments()).singleElement().isInstanceOf(EllipticArc.class);
    var arc = (EllipticArc) path.segments().getFirst();
    assertThat(arc.u().length()).isCloseTo(radius, within(0.1));
    assertThat(Math.toDegrees(Math.abs(arc.sweepRad()))).isCloseTo(sweepDeg, within(0.3));
  }
}
