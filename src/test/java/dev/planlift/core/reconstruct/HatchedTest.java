package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.source.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class HatchedTest {
  private static final SourceRef PAGE = new SourceRef.PageBox(1, List.of(0.0, 0.0, 1.0, 1.0));

  private final SeenLines drawn = new SeenLines();

  @Test
  void slantedLinesAcrossAWallAreTheWallsArea() {
    wall(PAGE);
    var work = drawn.work();
    assertThat(work.lines()).isEmpty();
    double area = work.areas().stream().mapToDouble(a -> a.polygon().getArea()).sum();
    assertThat(area).isCloseTo(3 * 0.2, within(0.03));
    assertThat(work.areas()).hasSize(1);
  }

  /** Lines 3.5 mm apart, as solid as a fill, their ends rounded to 3 mm as plotters do. */
  @Test
  void aHatchAsFineAsThePlottersGridIsTheWallsArea() {
    for (int i = -40; i < 600; i++) {
      double from = Math.max(0, 0.005 * i);
      double to = Math.min(3, 0.005 * i + 0.2);
      if (to - from > 0.01) {
        drawn.line(
            rounded(from), rounded(from - 0.005 * i), rounded(to), rounded(to - 0.005 * i), PAGE);
      }
    }
    var work = drawn.work();
    assertThat(work.lines()).hasSizeLessThan(12);
    var areas = work.areas().stream().map(LineWork.Area::polygon).toList();
    assertThat(Polygons.union(areas).getArea()).isCloseTo(3 * 0.2, within(0.03));
  }

  private static double rounded(double m) {
    return Math.rint(m / 0.003) * 0.003;
  }

  @Test
  void whatIsOnNoPageStaysLines() {
    wall(new SourceRef.Handle("3C"));
    assertThat(drawn.work().areas()).isEmpty();
    assertThat(drawn.work().lines()).hasSizeGreaterThan(20);
  }

  @Test
  void treadsAreNoHatch() {
    for (int i = 0; i < 15; i++) {
      drawn.line(0.25 * i, 0, 0.25 * i, 1.1, PAGE);
    }
    assertThat(drawn.work().lines()).hasSize(15);
  }

  @Test
  void wallsAreNoHatch() {
    for (int i = 0; i < 6; i++) {
      drawn.line(0, 4 * i, 3 + 0.3 * i, 4 * i, PAGE);
      drawn.line(0, 4 * i + 0.2, 3 + 0.3 * i, 4 * i + 0.2, PAGE);
    }
    assertThat(drawn.work().lines()).hasSize(12);
  }

  /** As of a plan of occupancy: each room's area hatched with another pen than the walls'. */
  @Test
  void linesHalfAMetreApartAcrossARoomAreLeftOut() {
    room();
    int walls = drawn.size();
    for (int rgb : new int[] {0xFF0000, 0x0000FF}) {
      double aside = rgb == 0xFF0000 ? 0 : 0.1;
      for (int i = -7; i < 11; i++) {
        double from = Math.max(0, 0.55 * i + aside);
        double to = Math.min(6, 0.55 * i + aside + 4);
        drawn.line(from, from - aside - 0.55 * i, to, to - aside - 0.55 * i, PAGE, rgb);
      }
    }
    assertThat(drawn.work().lines()).hasSize(walls);
  }

  @Test
  void slantedPartitionsOfOnePenWithTheRestStay() {
    room();
    for (int i = 0; i < 10; i++) {
      drawn.line(0.5 * i, 0, 0.5 * i + 2, 2 + 0.1 * i, PAGE);
    }
    assertThat(drawn.work().lines()).hasSize(drawn.size());
  }

  private void room() {
    drawn
        .line(0, 0, 6, 0, PAGE)
        .line(6, 0, 6, 4, PAGE)
        .line(6, 4, 0, 4, PAGE)
        .line(0, 4, 0, 0, PAGE);
  }

  /** Three metres long, 0.2 m thick, lines of 45° every 0.1 m along it. */
  private void wall(SourceRef source) {
    for (int i = -1; i < 30; i++) {
      double from = Math.max(0, 0.1 * i);
      double to = Math.min(3, 0.1 * i + 0.2);
      if (to > from) {
        drawn.line(from, from - 0.1 * i, to, to - 0.1 * i, source);
      }
    }
  }
}
