package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines of half a point, and a mask from (100, 100) to (140, 130). */
class HiddenLinesTest {
  private static final double[] BOX = {100, 100, 140, 100, 140, 130, 100, 130, 100, 100};

  private static Appearance paper(double opacity) {
    return new Appearance(Layer.ZERO, new Colour.Rgb(0xFFFFFF), 0, "CONTINUOUS", opacity);
  }

  private static Page masked(Page page) {
    return page.fill(paper(1), BOX);
  }

  /** Ends of the lines that are seen: x, y, x, y of each. */
  private static List<List<Double>> seen(Page page) {
    var ends = new ArrayList<List<Double>>();
    for (var item : new HiddenLines().apply(page.items())) {
      if (item instanceof Path path) {
        var from = path.segments().getFirst().start();
        var to = path.segments().getLast().end();
        ends.add(
            Stream.of(from.x(), from.y(), to.x(), to.y())
                .map(at -> Math.rint(at * 1e6) / 1e6)
                .toList());
      }
    }
    return ends;
  }

  @Test
  void aLineAcrossAMaskEndsAtItsEdges() {
    assertThat(seen(masked(new Page().path(0, 110, 300, 110))))
        .containsExactly(List.of(0.0, 110.0, 100.0, 110.0), List.of(140.0, 110.0, 300.0, 110.0));
  }

  @Test
  void aLineUnderAMaskIsNotThere() {
    assertThat(seen(masked(new Page().path(110, 110, 130, 120)))).isEmpty();
  }

  @Test
  void whatIsDrawnLaterIsSeen() {
    var page = masked(new Page()).path(0, 110, 300, 110);
    assertThat(seen(page)).containsExactly(List.of(0.0, 110.0, 300.0, 110.0));
  }

  @Test
  void aLineOnTheEdgeIsSeenAndSoIsOneHalfABreadthInside() {
    var page = masked(new Page().path(90, 100, 150, 100).path(100.2, 90, 100.2, 150));
    assertThat(seen(page)).hasSize(2).allSatisfy(ends -> assertThat(ends).containsAnyOf(150.0));
  }

  @Test
  void aRectangleHalfHiddenIsSeenInOnePiece() {
    var page = new Page().segments(true, Page.polyline(120, 110, 200, 110, 200, 120, 120, 120));
    var items = new HiddenLines().apply(masked(page).items());
    assertThat(items).hasSize(2);
    var path = (Path) items.getFirst();
    assertThat(path.closed()).isFalse();
    assertThat(path.segments().getFirst().start()).isEqualTo(new Vec3(140, 110, 0));
    assertThat(path.segments().getLast().end()).isEqualTo(new Vec3(140, 120, 0));
  }

  @Test
  void throughAHoleOfAMaskALineIsSeen() {
    var page = new Page().path(0, 110, 300, 110);
    var ring =
        new double[] {
          100, 100, 140, 100, 140, 130, 100, 130, 100, 100, 110, 105, 110, 125, 130, 125, 130, 105,
          110, 105, 100, 100
        };
    assertThat(seen(page.fill(paper(1), ring)))
        .containsExactly(
            List.of(0.0, 110.0, 100.0, 110.0),
            List.of(110.0, 110.0, 130.0, 110.0),
            List.of(140.0, 110.0, 300.0, 110.0));
  }

  @Test
  void twoMasksThatOverlapHideAsOne() {
    var page =
        masked(new Page().path(0, 110, 300, 110))
            .fill(paper(1), 120, 100, 180, 100, 180, 130, 120, 130, 120, 100);
    assertThat(seen(page))
        .containsExactly(List.of(0.0, 110.0, 100.0, 110.0), List.of(180.0, 110.0, 300.0, 110.0));
  }

  @Test
  void aCurveIsHiddenWholeOrNotAtAll() {
    var page = new Page();
    page.segments(false, Page.bezier(120, 115, 8, 0, 90));
    page.segments(false, Page.bezier(120, 115, 60, 0, 90));
    assertThat(seen(masked(page))).hasSize(1);
    assertThat(seen(masked(page)).getFirst()).contains(180.0);
  }

  @Test
  void coloursGlassAndNarrowAreasHideNothing() {
    var grey = new Appearance(Layer.ZERO, new Colour.Rgb(0xEEEEEE), 0, "CONTINUOUS", 1);
    var page =
        new Page()
            .path(0, 110, 300, 110)
            .fill(grey, BOX)
            .fill(paper(0.5), BOX)
            .fill(paper(1), 100, 100, 101, 100, 101, 130, 100, 130, 100, 100);
    assertThat(seen(page)).containsExactly(List.of(0.0, 110.0, 300.0, 110.0));
  }

  @Test
  void onADarkPageWhiteIsInk() {
    var dark = new Appearance(Layer.ZERO, new Colour.Rgb(0x202020), 0, "CONTINUOUS", 1);
    var page = new Page().fill(dark, 0, 0, 300, 0, 300, 200, 0, 200, 0, 0).path(0, 110, 300, 110);
    assertThat(seen(masked(page))).containsExactly(List.of(0.0, 110.0, 300.0, 110.0));
  }

  /** A wall goes on below the name that is written over it. */
  @Test
  void theGroundOfALabelHidesNothing() {
    var under = new Page().path(0, 110, 300, 110).fill(paper(1), BOX).text(120, 115, 36);
    assertThat(seen(under)).hasSize(1);
    var small = new Page().path(0, 110, 300, 110).fill(paper(1), BOX).text(120, 115, 9);
    assertThat(seen(small)).hasSize(2);
  }
}
