package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChordChainsTest {
  private final ChordChains operation = new ChordChains();

  @Test
  void chordsInAnyOrderAreOnePath() {
    var page = new Page();
    chords(page, Page.round(0, 0, 25, 0, 90, 20, 1e-6));
    var path = Page.onlyPath(operation.apply(page.items()));
    assertThat(((Segment.Polyline) path.segments().getFirst()).size()).isEqualTo(21);
  }

  @Test
  void aWholeCircleOfChordsIsOnePath() {
    var page = new Page();
    chords(page, Page.round(0, 0, 10, 0, 360, 40, 1e-6));
    var path = Page.onlyPath(operation.apply(page.items()));
    assertThat(((Segment.Polyline) path.segments().getFirst()).size()).isEqualTo(41);
  }

  @Test
  void chordsThatARoomsCornerInterruptsStayApart() {
    var page = new Page();
    page.path(0, 0, 10, 0).path(10, 0, 10, 10).path(10, 10, 0, 10).path(0, 10, 0, 0);
    assertThat(operation.apply(page.items())).isEqualTo(page.items());
  }

  @Test
  void whereThreeMeetNothingIsJoined() {
    var page = new Page();
    double[] xy = Page.round(0, 0, 25, 0, 30, 6, 1e-6);
    chords(page, xy);
    page.path(xy[6], xy[7], xy[6] - 1, xy[7] + 8);
    page.path(xy[6], xy[7], xy[6] - 3, xy[7] + 8);
    assertThat(operation.apply(page.items())).hasSize(8);
  }

  /** As a driver leaves a swing: a frame and its arc in dots of 1,200 to the inch. */
  @Test
  void chordsShorterThanAPlottersRoundingTurnsThemAreAnArc() {
    var page = new Page();
    page.path(0, -0.5, 1.26, -0.5)
        .path(1.26, -0.5, 1.26, 0)
        .path(1.26, 0, 0, 0)
        .path(0, 0, 0, -0.5);
    double[] xy = Page.round(-7.74, 0, 9, 0, 90, 90, 0.06);
    for (int i = 0; i + 1 < xy.length / 2; i += i % 7 == 0 ? 3 : 1) {
      page.path(Arrays.copyOfRange(xy, 2 * i, Math.min(xy.length, 2 * i + (i % 7 == 0 ? 8 : 4))));
    }
    var arcs =
        new CurveArcs()
            .apply(operation.apply(page.items())).stream()
                .flatMap(item -> ((Path) item).segments().stream())
                .filter(Segment.EllipticArc.class::isInstance)
                .map(Segment.EllipticArc.class::cast)
                .toList();
    assertThat(arcs).hasSize(1);
    assertThat(arcs.getFirst().u().length()).isCloseTo(9, within(0.2));
    assertThat(Math.toDegrees(Math.abs(arcs.getFirst().sweepRad()))).isCloseTo(90, within(5.0));
  }

  private static void chords(Page page, double[] xy) {
    for (int from = 0; from < 2; from++) {
      for (int i = from; i + 1 < xy.length / 2; i += 2) {
        page.path(Arrays.copyOfRange(xy, 2 * i, 2 * i + 4));
      }
    }
  }
}
