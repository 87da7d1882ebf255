package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.FilledRegion;
import org.junit.jupiter.api.Test;

class PaintedEdgesTest {
  private final PaintedEdges operation = new PaintedEdges();

  @Test
  void theEdgeOfASpeckFilledInItsOwnColourIsNoLine() {
    var page = new Page().fill(0, 0, 1, 0, 1, 1, 0, 0);
    var items = page.segments(true, Page.polyline(0, 0, 1, 0, 1, 1, 0, 0)).items();
    assertThat(operation.apply(items)).hasSize(1).first().isInstanceOf(FilledRegion.class);
  }

  @Test
  void anOpenLineBesideASpeckIsALine() {
    var items = new Page().fill(0, 0, 1, 0, 1, 1, 0, 0).path(0, 0, 1, 1).items();
    assertThat(operation.apply(items)).isEqualTo(items);
  }

  @Test
  void aLinePaintedAsAnAreaIsALine() {
    var page = new Page().fill(0, 0, 1, 0, 0, 0);
    var items = page.segments(true, Page.polyline(0, 0, 1, 0)).items();
    assertThat(operation.apply(items)).isEqualTo(items);
  }
}
