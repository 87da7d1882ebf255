package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sheets, what is on them, and the model seen through their viewports. */
class LayoutReadingTest {
  private static final String TABLES =
      """
      0 SECTION
      2 TABLES
      0 BLOCK_RECORD
      5 1A
      2 *Model_Space
      0 BLOCK_RECORD
      5 1B
      2 *Paper_Space
      0 BLOCK_RECORD
      5 1C
      2 *Paper_Space0
      0 ENDSEC
      """;

  private static final String OBJECTS =
      """
      0 SECTION
      2 OBJECTS
      0 LAYOUT
      5 2A
      100 AcDbPlotSettings
      1 setup
      72 1
      100 AcDbLayout
      1 Model
      71 0
      330 1A
      0 LAYOUT
      5 2C
      100 AcDbPlotSettings
      72 0
      100 AcDbLayout
      1 Roof
      71 2
      330 1C
      0 LAYOUT
      5 2B
      100 AcDbPlotSettings
      72 1
      100 AcDbLayout
      1 Ground floor
      71 1
      10 0
      20 0
      11 420
      21 297
      330 1B
      0 ENDSEC
      """;

  /** On the paper 200 × 100 around (150, 100); in the model 20 × 10 around (5, 5): 1 : 0.1. */
  private static final String VIEWPORT =
      """
      0 VIEWPORT
      5 4B
      67 1
      410 Ground floor
      8 0
      10 150
      20 100
      40 200
      41 100
      68 2
      69 2
      12 5
      22 5
      16 0
      26 0
      36 1
      45 10
      """;

  private static final String WHOLE_SHEET =
      "0 VIEWPORT\n5 4A\n67 1\n8 0\n10 0\n20 0\n40 900\n41 900\n45 900\n69 1\n";

  private static String line(String handle, int y, String more) {
    return "0 LINE\n5 "
        + handle
        + "\n8 0\n"
        + more
        + "10 -100\n20 "
        + y
        + "\n11 100\n21 "
        + y
        + "\n";
  }

  private static String drawing(String onSheet) {
    var roof = "0 BLOCK\n2 *Paper_Space0\n" + line("R", 7, "67 1\n") + "0 ENDBLK\n";
    return DxfText.of(
        TABLES
            + ("0 SECTION\n2 BLOCKS\n" + roof + "0 ENDSEC\n")
            + ("0 SECTION\n2 ENTITIES\n" + line("M", 5, "") + line("N", 500, ""))
            + (onSheet + "0 ENDSEC\n")
            + OBJECTS
            + "0 EOF\n");
  }

  private static final String TITLE = "0 TEXT\n5 T\n67 1\n8 0\n10 150\n20 100\n40 5\n1 Plan\n";

  private static Drawing read(String dxf, String layout) {
    return DxfReader.read(dxf.getBytes(StandardCharsets.UTF_8), layout);
  }

  private static List<Expansion.Seen> seen(Drawing drawing) {
    return new Expansion().all(drawing.items());
  }

  private static Box bounds(Path path) {
    return CurveMeasure.bounds(path.segments());
  }

  @Test
  void theModelIsReadUnlessASheetIsNamed() {
    var drawing = DxfText.read(drawing(WHOLE_SHEET + VIEWPORT + TITLE));
    assertThat(drawing.items()).hasSize(2);
    assertThat(drawing.ledger().count(Outcome.SKIPPED)).isEqualTo(4);
    assertThat(drawing.ledger().entries())
        .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo("PAPER_SPACE"));
  }

  @Test
  void theModelIsSeenClippedInTheViewportAndKeepsItsPlaceAndSize() {
    var drawing = read(drawing(WHOLE_SHEET + VIEWPORT + TITLE), "ground FLOOR");
    var seen = seen(drawing);
    assertThat(seen).hasSize(2);
    var box = bounds((Path) seen.get(0).item());
    assertThat(box.min().distance(new Vec3(-5, 5, 0))).isLessThan(1e-9);
    assertThat(box.max().distance(new Vec3(15, 5, 0))).isLessThan(1e-9);
    var title = (TextLabel) seen.get(1).item();
    assertThat(title.height()).isCloseTo(0.5, within(1e-9));
    assertThat(title.center().x()).isBetween(5.0, 7.0);
    assertThat(drawing.diagnostics())
        .anySatisfy(d -> assertThat(d.message()).endsWith("1 : 0.100000"));
    assertThat(drawing.ledger().count("LINE", Outcome.CONVERTED)).isEqualTo(2);
    assertThat(drawing.ledger().count("VIEWPORT", Outcome.CONVERTED)).isEqualTo(1);
    assertThat(drawing.ledger().read()).isEqualTo(6);
  }

  @Test
  void aTwistedViewportTurnsTheModelOnThePaperAndTheSheetIsTurnedBack() {
    var twisted = VIEWPORT.replace("12 5\n22 5\n", "12 -5\n22 5\n51 90\n");
    var seen = seen(read(drawing(twisted + TITLE), "Ground floor"));
    var box = bounds((Path) seen.get(0).item());
    // Ten wide and twenty high in the model now, around (5, 5).
    assertThat(box.min().distance(new Vec3(0, 5, 0))).isLessThan(1e-9);
    assertThat(box.max().distance(new Vec3(10, 5, 0))).isLessThan(1e-9);
    var title = (TextLabel) seen.get(1).item();
    assertThat(title.direction().distance(new Vec3(0, -1, 0))).isLessThan(1e-9);
  }

  @Test
  void aSheetWithoutAViewportIsInUnitsOfItsPaperAndTheModelIsSkipped() {
    var drawing = read(drawing(TITLE), "Roof");
    var path = (Path) drawing.items().getFirst();
    assertThat(drawing.items()).hasSize(1);
    assertThat(bounds(path).min()).isEqualTo(new Vec3(-100, 7, 0));
    assertThat(drawing.unit().name()).isEqualTo("in");
    assertThat(drawing.ledger().entries())
        .extracting(entry -> entry.type() + " " + entry.reason())
        .containsExactly("TEXT PAPER_SPACE", "LINE NOT_ON_LAYOUT");
    assertThat(drawing.ledger().count("LINE", Outcome.SKIPPED)).isEqualTo(2);
    assertThat(drawing.ledger().count("LINE", Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void onASheetThatIsNotActiveTheFirstViewportIsTheSheetAndTheOthersAreOn() {
    var inactive =
        (WHOLE_SHEET + VIEWPORT)
            .replace("410 Ground floor\n", "")
            .replace("68 2\n", "68 0\n")
            .replace("69 1\n", "69 0\n")
            .replace("69 2\n", "69 0\n");
    var dxf = drawing("").replace("0\nENDBLK\n", DxfText.of(inactive) + "0\nENDBLK\n");
    var drawing = read(dxf, "Roof");
    assertThat(drawing.ledger().entries())
        .extracting(entry -> entry.handle() + " " + entry.reason())
        .containsExactly("4A SHEET_ITSELF");
    assertThat(drawing.views()).extracting(View::name).contains("Roof, viewport 4B").hasSize(4);
    assertThat(seen(drawing)).hasSize(2);
  }

  @Test
  void aViewFromTheSideIsSkipped() {
    var side = VIEWPORT.replace("36 1\n", "36 0\n").replace("26 0\n", "26 -1\n");
    var drawing = read(drawing(side + TITLE), "Ground floor");
    assertThat(drawing.ledger().entries())
        .extracting(entry -> entry.reason())
        .contains("VIEWPORT_NOT_PLAN", "NOT_ON_LAYOUT");
  }

  @Test
  void anUnknownSheetIsAnErrorThatNamesTheSheets() {
    assertThatThrownBy(() -> read(drawing(""), "Cellar"))
        .isInstanceOfSatisfying(
            PermanentError.class,
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.INVALID_OPTION);
              assertThat(error).hasMessageContaining("Model, Ground floor, Roof");
            });
  }

  @Test
  void sheetsAndViewportsAreListed() {
    var views = DxfText.read(drawing(WHOLE_SHEET + VIEWPORT)).views();
    assertThat(views)
        .extracting(View::name)
        .containsExactly("Model", "Ground floor", "Roof", "Ground floor, viewport 4B");
    var viewport = views.getLast();
    assertThat(viewport.extents()).isEqualTo(new Box(new Vec3(50, 50, 0), new Vec3(250, 150, 0)));
    assertThat(viewport.model().min().distance(new Vec3(-5, 0, 0))).isLessThan(1e-9);
    assertThat(viewport.model().max().distance(new Vec3(15, 10, 0))).isLessThan(1e-9);
    assertThat(views.get(1).extents().max()).isEqualTo(new Vec3(420, 297, 0));
  }

  @Test
  void anOldDrawingHasOneSheetWithoutName() {
    var drawing = read(DxfText.withEntities(line("M", 5, "") + line("P", 6, "67 1\n")), "Layout1");
    assertThat(drawing.items()).hasSize(1);
    assertThat(bounds((Path) drawing.items().getFirst()).min().y()).isEqualTo(6);
  }
}
