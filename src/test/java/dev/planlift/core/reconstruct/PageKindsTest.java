package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.PageClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings of each sort, most without a word, are told by what is drawn. */
class PageKindsTest {
  /** Outer walls of 9 points, inner ones of 4, a cross of them, doors in some. */
  private static PageSketch plan(int doors) {
    var page = new PageSketch();
    page.box(100, 100, 400, 300).box(109, 109, 382, 282);
    for (double x : new double[] {220, 340}) {
      page.line(x, 109, x, 391).line(x + 4, 109, x + 4, 391);
    }
    for (double y : new double[] {200, 300}) {
      page.line(109, y, 220, y).line(109, y + 4, 220, y + 4);
      page.line(344, y, 491, y).line(344, y + 4, 491, y + 4);
    }
    for (int i = 0; i < doors; i++) {
      page.door(130 + 60 * i, 109, 26);
    }
    return page;
  }

  /** A house from the side: ground, walls, a roof, rows of windows. */
  private static PageSketch elevation() {
    var page = new PageSketch();
    page.line(40, 100, 560, 100);
    page.line(100, 100, 100, 260).line(500, 100, 500, 260).line(260, 100, 260, 160);
    page.line(300, 100, 300, 160).line(260, 160, 300, 160);
    page.line(80, 250, 300, 380, 520, 250).line(80, 250, 520, 250);
    for (int row = 0; row < 2; row++) {
      for (int i = 0; i < 5; i++) {
        page.box(130 + 70 * i, 120 + 70 * row, 30, 40);
        page.line(145 + 70 * i, 120 + 70 * row, 145 + 70 * i, 160 + 70 * row);
      }
    }
    return page;
  }

  /** A house cut through: thick floors and walls, a roof, marks of heights. */
  private static PageSketch section() {
    var page = new PageSketch();
    page.box(100, 100, 10, 200).box(490, 100, 10, 200).box(300, 108, 6, 92);
    for (int i = 0; i < 3; i++) {
      page.box(110, 100 + 100 * i, 380, 8);
      page.line(60, 108 + 100 * i, 90, 108 + 100 * i);
    }
    page.text("±0.00", 50, 110, 6).text("+2.80", 50, 210, 6).text("+5.60", 50, 310, 6);
    page.line(80, 300, 300, 420, 520, 300).line(92, 300, 300, 412, 508, 300);
    return page;
  }

  private static PageSketch map() {
    var page = new PageSketch();
    for (int ring = 0; ring < 12; ring++) {
      var xy = new double[2 * 90];
      for (int i = 0; i < 90; i++) {
        double turn = 2 * Math.PI * i / 89;
        double radius = 20 * ring + 30 + 14 * Math.sin(3 * turn + ring) + 9 * Math.cos(5 * turn);
        xy[2 * i] = 300 + radius * Math.cos(turn);
        xy[2 * i + 1] = 300 + radius * Math.sin(turn);
      }
      page.line(xy);
    }
    return page.line(0, 250, 180, 300, 420, 280, 600, 360).line(10, 240, 180, 290, 420, 270);
  }

  /** Symbols on single lines, and what flows through them. */
  private static PageSketch schematic() {
    var page = new PageSketch();
    page.line(50, 400, 550, 400);
    for (int i = 0; i < 8; i++) {
      double x = 80 + 60 * i;
      page.line(x, 400, x, 340).line(x, 330, x + 8, 342).line(x, 330, x, 260);
      page.circle(x, 250, 10).line(x, 240, x, 180).box(x - 8, 150, 16, 30);
      page.text("C" + i, x + 5, 320, 5).text((10 + 6 * i) + " A", x + 5, 300, 5);
      page.text("2.5 mm²", x + 5, 220, 5);
    }
    return page;
  }

  private static PageSketch chart() {
    var page = new PageSketch();
    page.box(60, 60, 480, 300);
    for (int i = 0; i <= 6; i++) {
      page.line(60 + 80 * i, 60, 60 + 80 * i, 55).line(60, 60 + 50 * i, 55, 60 + 50 * i);
      page.text(String.valueOf(20 * i), 56 + 80 * i, 45, 6);
      page.text("0." + i, 35, 60 + 50 * i, 6);
    }
    for (int i = 0; i < 12; i++) {
      page.box(75 + 40 * i, 60, 25, 20 + 21 * i % 200);
    }
    return page;
  }

  private static PageSketch schedule() {
    var page = new PageSketch();
    for (int row = 0; row <= 20; row++) {
      page.line(50, 700 - 20 * row, 550, 700 - 20 * row);
    }
    for (int column = 0; column <= 5; column++) {
      page.line(50 + 100 * column, 700, 50 + 100 * column, 300);
    }
    for (int row = 0; row < 20; row++) {
      for (int column = 0; column < 5; column++) {
        page.text("D" + row + " " + column, 55 + 100 * column, 688 - 20 * row, 7);
      }
    }
    return page;
  }

  /** Fields of two lines each, one in the other, with a name beside each. */
  private static PageSketch form() {
    var page = new PageSketch();
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 2; column++) {
        double x = 150 + 260 * column;
        double y = 650 - 60 * row;
        page.text("Field " + row, x - 90, y + 8, 7);
        page.box(x, y, 140, 26).box(x + 2, y + 2, 136, 22);
      }
    }
    return page;
  }

  /** Boxes with a word in each, joined by arrows that do not touch them. */
  private static PageSketch diagram() {
    var page = new PageSketch();
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 3; column++) {
        double x = 80 + 170 * column;
        double y = 640 - 110 * row;
        page.box(x, y, 100, 40).text("node" + row + column, x + 20, y + 18, 8);
        page.line(x + 50, y - 6, x + 50, y - 60);
        page.line(x + 46, y - 52, x + 50, y - 60, x + 54, y - 52);
      }
    }
    return page;
  }

  /** A product with a view and its lengths, a list of its features and what it is for. */
  private static PageSketch productSheet() {
    var page = new PageSketch();
    page.box(60, 480, 200, 110).box(72, 492, 176, 86).box(320, 480, 60, 110);
    page.box(40, 60, 520, 380);
    for (int row = 0; row < 10; row++) {
      page.box(300, 90 + 32 * row, 240, 24);
      page.text("Bath with overflow, model " + row, 50, 100 + 32 * row, 7);
      page.text(
          "Installation of the bath and its drain in a bathroom as shown", 50, 90 + 32 * row, 6);
    }
    return page;
  }

  private static void assertPlan(PageClass page) {
    assertThat(page.kind()).as(page.toString()).isEqualTo(PageClass.Kind.VECTOR_PLAN);
  }

  private static void assertNoPlan(PageClass page) {
    assertThat(page.kind()).as(page.toString()).isNotEqualTo(PageClass.Kind.VECTOR_PLAN);
    assertThat(page.confidence()).as(page.toString()).isGreaterThan(0.55);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void wallsAndDoorsAreAPlan(int doors) {
    assertPlan(plan(doors).judged());
    assertThat(plan(doors).judged().confidence()).isGreaterThan(doors > 2 ? 0.9 : 0.6);
  }

  @Test
  void aPlanWithASectionMarkIsAPlan() {
    assertPlan(plan(5).text("SECTION A-A", 90, 80, 8).judged());
  }

  @Test
  void groundAndRoofAreAnElevation() {
    assertNoPlan(elevation().judged());
  }

  @Test
  void heightsOverEachOtherAreASection() {
    assertNoPlan(section().judged());
    assertNoPlan(section().text("BEDROOM", 150, 250, 6).text("KITCHEN", 150, 150, 6).judged());
  }

  @Test
  void aLayerOfWallsMakesAPlanOfFewLines() {
    var shed = new PageSketch().on("A-WALL").box(100, 100, 300, 200).line(250, 100, 250, 300);
    assertPlan(shed.judged());
  }

  @Test
  void windingLinesAreAMap() {
    assertNoPlan(map().judged());
  }

  @Test
  void currentsOnSingleLinesAreASchematic() {
    assertNoPlan(schematic().judged());
  }

  @Test
  void numbersAlongTwoAxesAreAChart() {
    assertNoPlan(chart().judged());
  }

  @Test
  void textsInRowsAndColumnsAreASchedule() {
    assertNoPlan(schedule().judged());
  }

  @Test
  void fieldsThatStandApartAreAForm() {
    assertNoPlan(form().judged());
  }

  @Test
  void boxesJoinedByArrowsAreADiagram() {
    assertNoPlan(diagram().judged());
  }

  @Test
  void wordsOfRoomsInSentencesNameNoRooms() {
    assertNoPlan(productSheet().judged());
  }

  @Test
  void wallsThatStandApartAreAPlan() {
    var pavilion = new PageSketch();
    for (int i = 0; i < 5; i++) {
      pavilion.box(80 + 90 * i, 120 + 40 * (i % 3), 6, 120).box(90 + 90 * i, 320, 70, 6);
    }
    assertPlan(pavilion.judged());
  }

  @Test
  void rowsOfRoomsOfOneLineEachAreAPlan() {
    var page = new PageSketch().text("GROUND FLOOR PLAN", 90, 40, 12);
    for (int i = 0; i < 12; i++) {
      page.box(60 + 120 * (i % 4), 100 + 120 * (i / 4), 100, 100);
      page.text("Office 10" + i, 80 + 120 * (i % 4), 150 + 120 * (i / 4), 7);
    }
    assertPlan(page.judged());
  }

  @Test
  void sentencesUnderATitleAreADocument() {
    var page = new PageSketch().text("Floor plan editor", 60, 700, 14).box(50, 60, 500, 200);
    for (int i = 0; i < 8; i++) {
      page.text(
          "The page on which a floor plan is drawn has a list of tools " + i, 60, 640 - 20 * i, 8);
    }
    assertThat(page.judged().kind()).isEqualTo(PageClass.Kind.DOCUMENT);
  }

  @Test
  void aFewLinesAreNoPlan() {
    assertNoPlan(new PageSketch().line(0, 0, 100, 50).line(0, 50, 100, 0).judged());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SINGLE LINE DIAGRAM",
        "Stromlaufplan",
        "Schéma unifilaire",
        "계통도",
        "电气系统图",
        "系統図",
        "Katasterplan",
        "Alzado sur",
        "Élévation",
        "立面図",
        "Przekrój A-A",
        "단면도",
        "Ansicht Nord"
      })
  void aTitleWrittenLargeSaysWhatIsNoPlan(String title) {
    var page = plan(0).text("1200", 300, 80, 5).text("900", 200, 80, 5).text(title, 90, 40, 12);
    assertNoPlan(page.judged());
  }
}
