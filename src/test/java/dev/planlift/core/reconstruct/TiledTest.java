package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.source.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiledTest {
  private static final SourceRef PAGE = new SourceRef.PageBox(1, List.of(0.0, 0.0, 1.0, 1.0));

  private final SeenLines drawn = new SeenLines();

  @Test
  void tilesBetweenWallsAreNoLinesAndTheWallsAre() {
    walls();
    tiles(PAGE);
    assertThat(drawn.work().lines()).hasSize(4);
  }

  @Test
  void whatStandsOnTilesStays() {
    walls();
    tiles(PAGE);
    drawn.line(0.4, 0.45, 1.0, 0.45, PAGE);
    drawn.line(1.0, 0.45, 1.0, 0.95, PAGE);
    assertThat(drawn.work().lines()).hasSize(6);
  }

  @Test
  void whatIsOnNoPageStays() {
    tiles(new SourceRef.Handle("3C"));
    assertThat(drawn.work().lines()).hasSizeGreaterThan(10);
  }

  @Test
  void treadsWithTheLineOfTheirWalkStay() {
    for (int i = 0; i < 12; i++) {
      drawn.line(0.27 * i, 0, 0.27 * i, 1.1, PAGE);
    }
    drawn.line(-0.2, 0.55, 3.2, 0.55, PAGE);
    assertThat(drawn.work().lines()).hasSize(13);
  }

  @Test
  void wallsThatAxesCrossStay() {
    for (int i = 0; i < 5; i++) {
      drawn.line(4.2 * i, -2, 4.2 * i, 20, PAGE);
      drawn.line(-2, 4.2 * i, 20, 4.2 * i, PAGE);
      drawn.line(-1, 4.2 * i + 0.1, 19, 4.2 * i + 0.1, PAGE);
      drawn.line(-1, 4.2 * i - 0.1, 19, 4.2 * i - 0.1, PAGE);
    }
    assertThat(drawn.work().lines()).hasSize(20);
  }

  private void walls() {
    drawn.line(0, 0, 3.1, 0, PAGE);
    drawn.line(3.1, 0, 3.1, 2.2, PAGE);
    drawn.line(3.1, 2.2, 0, 2.2, PAGE);
    drawn.line(0, 2.2, 0, 0, PAGE);
  }

  /** Of 0.3 m, from wall to wall. */
  private void tiles(SourceRef source) {
    for (int i = 1; i <= 10; i++) {
      drawn.line(0.3 * i, 0, 0.3 * i, 2.2, source);
    }
    for (int i = 1; i <= 7; i++) {
      drawn.line(0, 0.3 * i, 3.1, 0.3 * i, source);
    }
  }
}
