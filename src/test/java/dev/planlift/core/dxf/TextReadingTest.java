package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TEXT, MTEXT, ATTRIB and ATTDEF: what is written and where its box lies. */
class TextReadingTest {
  private static final double TINY = 1e-9;

  private static TextLabel label(String groups) {
    var items = DxfText.readEntities(groups).items();
    assertThat(items).hasSize(1);
    return (TextLabel) items.getFirst();
  }

  /** Alignment codes and where the middle lies from the point, in widths and heights. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.5, 0.5",
    "1, 0, 0, 0.5",
    "2, 0, -0.5, 0.5",
    "4, 0, 0, 0",
    "0, 1, 0.5, 0.8333333333333333",
    "1, 2, 0, 0",
    "2, 3, -0.5, -0.5",
  })
  void aTextLiesWhereItsAlignmentPutsIt(int across, int up, double widths, double heights) {
    var text =
        label("0 TEXT\n1 Hall\n10 1\n20 1\n40 2\n11 10\n21 20\n72 " + across + "\n73 " + up + "\n");
    var point = across == 0 && up == 0 ? new Vec3(1, 1, 0) : new Vec3(10, 20, 0);

    assertThat(text.center().x()).isCloseTo(point.x() + widths * text.width(), within(TINY));
    assertThat(text.center().y()).isCloseTo(point.y() + heights * 2, within(TINY));
  }

  @ParameterizedTest
  @CsvSource({"3", "5"})
  void aFittedTextReachesFromPointToPoint(int across) {
    var text = label("0 TEXT\n1 Hall\n10 0\n20 0\n40 2\n11 0\n21 30\n72 " + across + "\n");

    assertThat(text.width()).isCloseTo(30, within(TINY));
    assertThat(text.direction().y()).isCloseTo(1, within(TINY));
    assertThat(text.center().x()).isCloseTo(-1, within(TINY));
    assertThat(text.center().y()).isCloseTo(15, within(TINY));
  }

  @Test
  void backwardsTextLiesLeftOfItsPointAndUpsideDownBelow() {
    var back = label("0 TEXT\n1 Hall\n10 0\n20 0\n40 2\n71 2\n");
    var both = label("0 TEXT\n1 Hall\n10 0\n20 0\n40 2\n71 6\n");

    assertThat(back.center().x()).isCloseTo(-back.width() / 2, within(TINY));
    assertThat(back.center().y()).isCloseTo(1, within(TINY));
    assertThat(back.direction()).isEqualTo(Vec3.X);
    assertThat(both.center().y()).isCloseTo(-1, within(TINY));
    assertThat(both.direction().x()).isEqualTo(-1);
  }

  @Test
  void lettersAreNotAllEquallyWide() {
    double slim = label("0 TEXT\n1 illi\n40 1\n").width();
    double broad = label("0 TEXT\n1 MWMW\n40 1\n").width();
    double leaning = label("0 TEXT\n1 illi\n40 1\n51 45\n").width();
    double wide = label("0 TEXT\n1 illi\n40 1\n41 2\n").width();

    assertThat(broad).isGreaterThan(3 * slim);
    assertThat(leaning).isCloseTo(slim + 1, within(TINY));
    assertThat(wide).isCloseTo(2 * slim, within(TINY));
    assertThat(label("0 TEXT\n1 \\U+53A8\\U+623F\n40 1\n").width()).isCloseTo(2.8, within(TINY));
  }

  @Test
  void theHeightAtTheFirstLetterIsThatOfTheText() {
    assertThat(label("0 MTEXT\n40 10\n1 {\\fArial;\\H2.5;Hall} {\\H1;small}\n").height())
        .isEqualTo(2.5);
    assertThat(label("0 MTEXT\n40 10\n1 {\\H3x;}{\\H0.5x;Hall}\n").height()).isEqualTo(5);
  }

  @Test
  void theLaterOfDirectionAndRotationHolds() {
    var turned = label("0 MTEXT\n40 1\n1 A\n11 0\n21 1\n31 0\n50 180\n");
    var directed = label("0 MTEXT\n40 1\n1 A\n50 180\n11 0\n21 2\n31 0\n");

    assertThat(turned.direction().x()).isCloseTo(-1, within(TINY));
    assertThat(directed.direction()).isEqualTo(new Vec3(0, 1, 0));
  }

  @Test
  void wordsThatDoNotFitTheColumnStandOnTheNextLine() {
    var text = label("0 MTEXT\n40 1\n41 5\n71 1\n10 0\n20 0\n1 aaaaa bbbbb ccccc\n");

    assertThat(text.width()).isLessThan(5);
    assertThat(text.center().y()).isCloseTo(-(1 + 2 * 5.0 / 3) / 2, within(TINY));
  }

  @Test
  void columnsOfOldFilesAreOneText() {
    var drawing =
        DxfText.readEntities(
            """
            0 MTEXT
            5 2D
            10 0
            20 100
            40 2.5
            71 1
            1 First
            1001 ACAD
            1000 ACAD_MTEXT_COLUMN_INFO_BEGIN
            1070 75
            1070 1
            1070 76
            1070 2
            1070 48
            1040 20.0
            1070 49
            1040 1.0
            1000 ACAD_MTEXT_COLUMN_INFO_END
            1000 ACAD_MTEXT_COLUMNS_BEGIN
            1070 47
            1070 2
            1005 2E
            1000 ACAD_MTEXT_COLUMNS_END
            1000 ACAD_MTEXT_DEFINED_HEIGHT_BEGIN
            1070 46
            1040 100.0
            1000 ACAD_MTEXT_DEFINED_HEIGHT_END
            0 MTEXT
            5 2E
            1 second
            0 MTEXT
            5 30
            1 Other
            """);

    assertThat(drawing.items()).hasSize(2);
    var columns = (TextLabel) drawing.items().getFirst();
    assertThat(columns.text()).isEqualTo("First\nsecond");
    assertThat(columns.width()).isEqualTo(41);
    assertThat(columns.center()).isEqualTo(new Vec3(20.5, 50, 0));
    assertThat(drawing.ledger().read("MTEXT")).isEqualTo(2);
  }

  @Test
  void aTextBehindThatIsNoColumnStandsForItself() {
    var drawing =
        DxfText.readEntities(
            "0 MTEXT\n5 1\n1 First\n1000 ACAD_MTEXT_COLUMNS_BEGIN\n1005 99\n1000 X\n"
                + "0 MTEXT\n5 2\n1 Other\n");

    assertThat(drawing.items()).hasSize(2);
    assertThat(drawing.ledger().read("MTEXT")).isEqualTo(2);
  }

  @Test
  void columnsOfNewFilesTellTheirMeasuresInTheEmbeddedObject() {
    var text =
        label(
            "0 MTEXT\n10 0\n20 0\n40 1\n71 1\n1 a\\Nb\n101 Embedded Object\n70 1\n42 41\n43 7\n71"
                + " 2\n72 2\n44 20\n");

    assertThat(text.text()).isEqualTo("a\nb");
    assertThat(text.width()).isEqualTo(41);
    assertThat(text.center()).isEqualTo(new Vec3(20.5, -3.5, 0));
  }

  @Test
  void aTextOfAMillionLettersIsCutOff() {
    var drawing = DxfText.readEntities("0 MTEXT\n40 1\n" + "3 0123456789\n".repeat(100_000));

    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("ENTITY_BUDGET");
    assertThat(((TextLabel) drawing.items().getFirst()).text()).hasSize(1 << 18);
  }

  @Test
  void anAttributeOfSeveralLinesHasThemEmbedded() {
    var drawing =
        DxfText.readEntities(
            """
            0 INSERT
            66 1
            2 DOOR
            0 ATTRIB
            100 AcDbEntity
            100 AcDbText
            10 0
            20 0
            40 1
            1 Room
            100 AcDbAttribute
            2 NAME
            70 0
            100 AcDbXrecord
            280 1
            70 1
            10 99
            40 77
            101 Embedded Object
            10 5
            20 6
            40 2
            71 5
            1 Living\\Proom
            0 SEQEND
            """);
    var label = ((SymbolInstance) drawing.items().getFirst()).attributes().getFirst();

    assertThat(label.text()).isEqualTo("Living\nroom");
    assertThat(label.height()).isEqualTo(2);
    assertThat(label.center()).isEqualTo(new Vec3(5, 6, 0));
    assertThat(drawing.ledger().count("ATTRIB", Outcome.CONVERTED)).isEqualTo(1);
  }
}
