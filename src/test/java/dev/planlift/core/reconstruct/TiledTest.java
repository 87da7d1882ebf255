package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiledTest {
  private static final SourceRef PAGE = new SourceRef.PageBox(1, List.of(0.0, 0.0, 1.0, 1.0));

  private final List<Expansion.Seen> seen = new ArrayList<>();

  @Test
  void tilesBetweenWallsAreNoLinesAndTheWallsAre() {
    walls();
    tiles(PAGE);
    assertThat(work().lines()).hasSize(4);
  }

  @Test
  void whatStandsOnTilesStays() {
    walls();
    tiles(PAGE);
    line(0.4, 0.45, 1.0, 0.45, PAGE);
    line(1.0, 0.45, 1.0, 0.95, PAGE);
    assertThat(work().lines()).hasSize(6);
  }

  @Test
  void whatIsOnNoPageStays() {
    tiles(new SourceRef.Handle("3C"));
    assertThat(work().lines()).hasSizeGreaterThan(10);
  }

  @Test
  void treadsWithTheLineOfTheirWalkStay() {
    for (int i = 0; i < 12; i++) {
      line(0.27 * i, 0, 0.27 * i, 1.1, PAGE);
    }
    line(-0.2, 0.55, 3.2, 0.55, PAGE);
    assertThat(work().lines()).hasSize(13);
  }

  @Test
  void wallsThatAxesCrossStay() {
    for (int i = 0; i < 5; i++) {
      line(4.2 * i, -2, 4.2 * i, 20, PAGE);
      line(-2, 4.2 * i, 20, 4.2 * i, PAGE);
      line(-1, 4.2 * i + 0.1, 19, 4.2 * i + 0.1, PAGE);
      line(-1, 4.2 * i - 0.1, 19, 4.2 * i - 0.1, PAGE);
    }
    assertThat(work().lines()).hasSize(20);
  }

  private void walls() {
    line(0, 0, 3.1, 0, PAGE);
    line(3.1, 0, 3.1, 2.2, PAGE);
    line(3.1, 2.2, 0, 2.2, PAGE);
    line(0, 2.2, 0, 0, PAGE);
  }

  /** Of 0.3 m, from wall to wall. */
  private void tiles(SourceRef source) {
    for (int i = 1; i <= 10; i++) {
      line(0.3 * i, 0, 0.3 * i, 2.2, source);
    }
    for (int i = 1; i <= 7; i++) {
      line(0, 0.3 * i, 3.1, 0.3 * i, source);
    }
  }

  private LineWork work() {
    return new LineWorkReader(new Frame(1, Vec2.ZERO), 0.002).read(seen);
  }

  private void line(double x0, double y0, double x1, double y1, SourceRef source) {
    var path =
        new Path(
            List.of(new Segment.Polyline(new double[] {x0, y0, 0, x1, y1, 0})),
            false,
            Appearance.on(Layer.ZERO),
            source);
    seen.add(new Expansion.Seen(path, List.of()));
  }
}
