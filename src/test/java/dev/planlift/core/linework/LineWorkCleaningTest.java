package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.source.SourceRef;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineWorkCleaningTest {
  private final LineWorkCleaning cleaning = new LineWorkCleaning();

  @Test
  void aSwingPlottedAsChordsAsFillsEachTwiceIsAnArc() {
    var page = new Page();
    double[] xy = Page.round(60, 70, 25, 0, 90, 15, 1e-4);
    for (int i = 0; i + 1 < xy.length / 2; i++) {
      page.path(Arrays.copyOfRange(xy, 2 * i, 2 * i + 4));
      page.path(Arrays.copyOfRange(xy, 2 * i, 2 * i + 4));
    }
    var path = Page.onlyPath(cleaning.clean(drawing(page.items())).items());
    assertThat(path.segments()).singleElement().isInstanceOf(Segment.EllipticArc.class);
  }

  @Test
  void theSourceOfWhatIsJoinedIsAroundAllItsParts() {
    var page = new Page();
    for (int i = 0; i < 5; i++) {
      page.path(8 * i, 0, 8 * i + 5, 0);
    }
    var moved =
        page.items().stream()
            .<DrawingItem>map(
                item -> {
                  var line = ((Path) item).segments().getFirst();
                  return new Path(
                      ((Path) item).segments(),
                      false,
                      item.appearance(),
                      Page.at(line.start().x(), 0, line.end().x(), 1));
                })
            .toList();
    var path = Page.onlyPath(cleaning.clean(drawing(moved)).items());
    assertThat(path.source()).isEqualTo(Page.at(0, 0, 37, 1));
  }

  @Test
  void whatIsOnNoPageStaysAsItIs() {
    var twice =
        new Path(List.of(Page.polyline(0, 0, 5, 5)), false, Page.PEN, new SourceRef.Handle("1F"));
    var drawing = drawing(List.of(twice, twice));
    assertThat(cleaning.clean(drawing)).isSameAs(drawing);
  }

  @Test
  void linesOfTwoPagesAreNotTakenForOneAnother() {
    var first = new Page().path(0, 0, 5, 5).items().getFirst();
    var second =
        new Path(
            ((Path) first).segments(),
            false,
            Page.PEN,
            new SourceRef.PageBox(2, List.of(0.0, 0.0, 1.0, 1.0)));
    assertThat(cleaning.clean(drawing(List.of(first, second))).items()).hasSize(2);
  }

  private static Drawing drawing(List<DrawingItem> items) {
    return new Drawing(
        "pdf",
        "1.7",
        DeclaredUnit.NONE,
        List.of(),
        List.of(),
        items,
        new EntityLedger(),
        List.of(),
        List.of());
  }
}
