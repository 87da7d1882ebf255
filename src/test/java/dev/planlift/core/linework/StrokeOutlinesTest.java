package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Segment;
import org.junit.jupiter.api.Test;

class StrokeOutlinesTest {
  private final StrokeOutlines operation = new StrokeOutlines();

  @Test
  void aNarrowRectangleIsALineAsBroad() {
    var path = Page.onlyPath(operation.apply(new Page().fill(0, 0, 60, 0, 60, 1, 0, 1).items()));
    assertThat(((Segment.Polyline) path.segments().getFirst()).xyz())
        .containsExactly(60, 0.5, 0, 0, 0.5, 0);
    assertThat(path.stroke().startWidth()).isEqualTo(1);
  }

  @Test
  void aSlantedStrokeThatClosesItselfIsALine() {
    double s = Math.sqrt(0.5) / 2;
    var fill = new Page().fill(s, -s, 30 + s, 30 - s, 30 - s, 30 + s, -s, s, s, -s);
    var path = Page.onlyPath(operation.apply(fill.items()));
    var line = (Segment.Polyline) path.segments().getFirst();
    assertThat(line.start().minus(line.end()).length()).isCloseTo(30 * Math.sqrt(2), within(1e-9));
    assertThat(path.stroke().startWidth()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aBandThatBendsIsALineThatBends() {
    var there = Page.round(0, 0, 20.25, 0, 90, 12, 1e-6);
    var back = Page.round(0, 0, 19.75, 90, 0, 12, 1e-6);
    var both = new double[there.length + back.length];
    System.arraycopy(there, 0, both, 0, there.length);
    System.arraycopy(back, 0, both, there.length, back.length);
    var path = Page.onlyPath(operation.apply(new Page().fill(both).items()));
    var line = (Segment.Polyline) path.segments().getFirst();
    assertThat(line.size()).isEqualTo(13);
    for (int i = 0; i < line.size(); i++) {
      assertThat(line.vertex(i).length()).isCloseTo(20, within(1e-5));
    }
  }

  @Test
  void aFilledWallStaysAnArea() {
    var wall = new Page().fill(0, 0, 90, 0, 90, 3.4, 0, 3.4).items();
    assertThat(operation.apply(wall)).isEqualTo(wall);
  }

  @Test
  void aDotIsNoStroke() {
    var dot = new Page().fill(0, 0, 1, 0, 1, 1, 0, 1).items();
    assertThat(operation.apply(dot)).isEqualTo(dot);
  }

  @Test
  void aTriangleIsNoStroke() {
    var arrow = new Page().fill(0, 0, 9, 1, 9, -1).items();
    assertThat(operation.apply(arrow)).singleElement().isInstanceOf(FilledRegion.class);
  }
}
