package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class HatchedTest {
  private static final SourceRef PAGE = new SourceRef.PageBox(1, List.of(0.0, 0.0, 1.0, 1.0));

  private final List<Expansion.Seen> seen = new ArrayList<>();

  @Test
  void slantedLinesAcrossAWallAreTheWallsArea() {
    wall(PAGE);
    var work = work();
    assertThat(work.lines()).isEmpty();
    double area = work.areas().stream().mapToDouble(a -> a.polygon().getArea()).sum();
    assertThat(area).isCloseTo(3 * 0.2, within(0.03));
    assertThat(work.areas()).hasSize(1);
  }

  @Test
  void whatIsOnNoPageStaysLines() {
    wall(new SourceRef.Handle("3C"));
    assertThat(work().areas()).isEmpty();
    assertThat(work().lines()).hasSizeGreaterThan(20);
  }

  @Test
  void treadsAreNoHatch() {
    for (int i = 0; i < 15; i++) {
      line(0.25 * i, 0, 0.25 * i, 1.1, PAGE);
    }
    assertThat(work().lines()).hasSize(15);
  }

  @Test
  void wallsAreNoHatch() {
    for (int i = 0; i < 6; i++) {
      line(0, 4 * i, 3 + 0.3 * i, 4 * i, PAGE);
      line(0, 4 * i + 0.2, 3 + 0.3 * i, 4 * i + 0.2, PAGE);
    }
    assertThat(work().lines()).hasSize(12);
  }

  /** Three metres long, 0.2 m thick, lines of 45° every 0.1 m along it. */
  private void wall(SourceRef source) {
    for (int i = -1; i < 30; i++) {
      double from = Math.max(0, 0.1 * i);
      double to = Math.min(3, 0.1 * i + 0.2);
      if (to > from) {
        line(from, from - 0.1 * i, to, to - 0.1 * i, source);
      }
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
