package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PensTest {
  /** Of a page at 1:100. */
  private static final Frame FRAME = new Frame(0.0254 / 72 * 100, Vec2.ZERO);

  private static final SourceRef PAGE = new SourceRef.PageBox(1, List.of(0.0, 0.0, 1.0, 1.0));

  private final List<Expansion.Seen> seen = new ArrayList<>();

  @Test
  void wallsDrawnAsBroadLinesStayBroad() {
    for (int i = 0; i < 4; i++) {
      line(4, 0, 100 * i, 300, 100 * i, PAGE);
    }
    assertThat(widths()).containsOnly(4.0);
  }

  @Test
  void facesDrawnWithABroadPenAreThin() {
    for (int i = 0; i < 4; i++) {
      line(2.5, 0, 100 * i, 300, 100 * i, PAGE);
      line(2.5, 0, 100 * i + 8, 300, 100 * i + 8, PAGE);
    }
    assertThat(widths()).containsOnly(0.0);
  }

  @Test
  void aSheetsFrameDrawnWithAUsualPenIsNoWall() {
    line(1.98, 0, 0, 800, 0, PAGE);
    line(1.98, 800, 0, 800, 500, PAGE);
    line(0.5, 10, 10, 50, 50, PAGE);
    assertThat(widths()).containsOnly(0.0);
  }

  /** As of a plan of occupancy. */
  @Test
  void broadLinesAcrossRoomsInEqualStepsAreAHatch() {
    for (int i = 0; i < 4; i++) {
      line(4, 0, 100 * i, 300, 100 * i, PAGE);
    }
    for (int i = 0; i < 20; i++) {
      line(1.8, 15 * i, 0, 15 * i + 60, 60, PAGE);
    }
    assertThat(widths()).containsOnly(4.0, 0.0);
  }

  @Test
  void narrowWallsBesideBroadOnesStayBroad() {
    for (int i = 0; i < 4; i++) {
      line(4, 0, 100 * i, 300, 100 * i, PAGE);
      line(1.8, 75 * i, 0, 75 * i, 300, PAGE);
    }
    assertThat(widths()).containsOnly(4.0, 1.8);
  }

  @Test
  void whatIsOnNoPageIsAsBroadAsItIsDrawn() {
    line(1.2, 0, 0, 300, 0, new SourceRef.Handle("2A"));
    assertThat(widths()).containsExactly(1.2);
  }

  private List<Double> widths() {
    return Pens.thinned(seen, FRAME).stream()
        .map(one -> ((Path) one.item()).stroke().startWidth())
        .toList();
  }

  private void line(double width, double x0, double y0, double x1, double y1, SourceRef source) {
    var path =
        new Path(
            List.of(new Segment.Polyline(new double[] {x0, y0, 0, x1, y1, 0})),
            false,
            new Stroke(width, width),
            Vec3.ZERO,
            Appearance.on(Layer.ZERO),
            source);
    seen.add(new Expansion.Seen(path, List.of()));
  }
}
