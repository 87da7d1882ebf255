package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file around the entities: line ends, header, encodings, and what is no DXF at all. */
class DocumentReadingTest {
  private static final String LINE =
      DxfText.withEntities("0 LINE\n5 1A\n8 0\n10 0\n20 0\n11 1\n21 1\n");

  private static PermanentError refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PermanentError refused(byte[] bytes) {
    return catchThrowableOfType(PermanentError.class, () -> DxfReader.read(bytes));
  }

  private static Drawing withHeader(String header, String entities) {
    return DxfText.read(
        DxfText.of(
            "0 SECTION\n2 HEADER\n"
                + header
                + "0 ENDSEC\n0 SECTION\n2 ENTITIES\n"
                + entities
                + "0 ENDSEC\n0 EOF\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndWillDo(String end) {
    assertThat(DxfText.read(LINE.replace("\n", end)).items()).hasSize(1);
  }

  @Test
  void commentsBlankLinesAndAByteOrderMarkAheadAreNoHarm() {
    assertThat(DxfText.read("\n999\nmade by hand\n" + LINE).items()).hasSize(1);
    assertThat(DxfText.read("\uFEFF" + LINE).items()).hasSize(1);
  }

  @Test
  void headerTellsVersionUnitAndExtents() {
    var drawing =
        withHeader(
            """
            9 $ACADVER
            1 AC1027
            9 $INSUNITS
            70 4
            9 $MEASUREMENT
            70 0
            9 $EXTMIN
            10 1
            20 2
            30 0
            9 $EXTMAX
            10 5
            20 6
            30 0
            """,
            "");

    assertThat(drawing.version()).isEqualTo("AC1027");
    assertThat(drawing.unit().name()).isEqualTo("mm");
    assertThat(drawing.unit().metresPerUnit()).hasValue(0.001);
    assertThat(drawing.unit().imperial()).isTrue();
    assertThat(drawing.views().getFirst().extents().max()).isEqualTo(new Vec3(5, 6, 0));
  }

  @Test
  void aDrawingWithoutHeaderIsAsOldAsThatAndHasNoUnit() {
    var drawing = DxfText.read(LINE);

    assertThat(drawing.version()).isEqualTo("AC1009");
    assertThat(drawing.unit().metresPerUnit()).isEmpty();
    assertThat(drawing.diagnostics()).isEmpty();
  }

  @Test
  void feetAndInchesInTheDisplayFormatHintAtImperialUnits() {
    assertThat(withHeader("9 $LUNITS\n70 4\n", "").unit().imperial()).isTrue();
    assertThat(withHeader("9 $LUNITS\n70 2\n", "").unit().imperial()).isFalse();
  }

  @Test
  void aMissingEndMarkIsToldAndNoHarm() {
    var drawing = DxfText.read(LINE.replace("0\nEOF\n", ""));

    assertThat(drawing.items()).hasSize(1);
    assertThat(drawing.diagnostics()).extracting(d -> d.code()).containsExactly("MISSING_EOF");
  }

  @Test
  void aFileThatBreaksOffInAnEntityIsRefusedWithLineAndHandle() {
    var error = refused(LINE.substring(0, LINE.indexOf("11\n") + 3));

    assertThat(error.code()).isEqualTo(ErrorCode.PARSING_ERROR);
    assertThat(error.where().coordinates()).containsEntry("line", "15");
    assertThat(error.where().coordinates()).containsEntry("handle", "1A");
  }

  @Test
  void aWordWhereANumberShouldBeIsRefusedWithLineAndHandle() {
    var error = refused(LINE.replace("20\n0\n", "20\nnorth\n"));

    assertThat(error.code()).isEqualTo(ErrorCode.PARSING_ERROR);
    assertThat(error.getMessage()).contains("20").contains("north");
    assertThat(error.where().coordinates())
        .containsEntry("line", "14")
        .containsEntry("handle", "1A");
  }

  @Test
  void anEndOfSectionWithoutItsCodeIsPutRight() {
    var drawing = DxfText.read(LINE.replace("0\nENDSEC", "ENDSEC"));

    assertThat(drawing.items()).hasSize(1);
    assertThat(drawing.diagnostics()).extracting(d -> d.code()).containsExactly("MISSING_CODE");
  }

  @Test
  void whatIsPutRightInAnEntityIsToldWithItsHandle() {
    var drawing = DxfText.read(LINE.replace("11\n1\n", "11\n1,5\n"));

    assertThat(drawing.diagnostics().getFirst().where().coordinates())
        .containsEntry("handle", "1A")
        .containsKey("line");
  }

  @Test
  void aDecimalCommaIsReadAndTold() {
    var drawing = DxfText.read(LINE.replace("11\n1\n", "11\n1,5\n"));
    var line = (dev.planlift.core.drawing.Path) drawing.items().getFirst();

    assertThat(line.segments().getFirst().end()).isEqualTo(new Vec3(1.5, 1, 0));
    assertThat(drawing.diagnostics()).extracting(d -> d.code()).containsExactly("DECIMAL_COMMA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7 …|a PDF",
        "AC1027|a DWG",
        "<html>|a page or XML file",
        "Dear Sir or Madam|a text file",
        "12 34 56|a text file",
      })
  void aFileOfAnotherKindIsToldWhatItIs(String content, String kind) {
    var error = refused(content);

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_FORMAT);
    assertThat(error.getMessage()).contains(kind);
  }

  @Test
  void bytesThatMeanNothingAreNoDxf() {
    assertThat(refused(new byte[] {3, -7, 88, 0, 12, -1, 9, 9}).code())
        .isEqualTo(ErrorCode.INVALID_FORMAT);
    assertThat(refused(new byte[] {3, -7, 88, 0}).getMessage()).contains("not a DXF");
  }

  @Test
  void nothingAndBlanksAreAnEmptyFile() {
    assertThat(refused("").code()).isEqualTo(ErrorCode.EMPTY_FILE);
    assertThat(refused("  \r\n \n").code()).isEqualTo(ErrorCode.EMPTY_FILE);
  }

  @Test
  void aFileThatIsNotThereIsAPermanentError(@TempDir Path folder) {
    assertThatThrownBy(() -> new DxfReader().read(folder.resolve("no.dxf"), part -> {}))
        .isInstanceOf(PermanentError.class)
        .hasMessageContaining("no.dxf");
  }

  @Test
  void progressRisesToOne(@TempDir Path folder) throws Exception {
    var file = folder.resolve("many.dxf");
    Files.writeString(file, DxfText.withEntities("0 LINE\n10 0\n11 1\n".repeat(20_000)));
    var parts = new ArrayList<Double>();

    new DxfReader().read(file, parts::add);

    assertThat(parts).isSorted().hasSizeGreaterThan(5);
    assertThat(parts.getLast()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "AC1015, ANSI_1252, windows-1252, Küche",
    "AC1015, ANSI_1251, windows-1251, Кухня",
    "AC1015, ANSI_1253, windows-1253, Κουζίνα",
    "AC1015, ANSI_874, x-windows-874, ห้องครัว",
    "AC1015, ANSI_932, windows-31j, 台所表",
    "AC1015, ANSI_936, GBK, 厨房",
    "AC1018, GB2312, GBK, 厨房",
    "AC1015, ANSI_949, x-windows-949, 부엌",
    "AC1015, ANSI_950, x-windows-950, 廚房",
    "AC1015, ANSI_1361, x-Johab, 부엌",
    "AC1009, DOS850, IBM850, Küche",
    "AC1021, ANSI_1252, UTF-8, Küche 厨房",
    "AC1032, ANSI_936, UTF-8, Кухня",
    "AC1015, ANSI_1252, UTF-8, Küche 厨房",
    "AC1027, ANSI_936, GBK, 厨房",
  })
  void textsAreInTheCodePageOfTheHeaderOrInUtf8(
      String version, String page, String charset, String text) {
    var dxf =
        DxfText.of(
            "0 SECTION\n2 HEADER\n9 $ACADVER\n1 "
                + version
                + "\n9 $DWGCODEPAGE\n3 "
                + page
                + "\n0 ENDSEC\n0 SECTION\n2 ENTITIES\n0 TEXT\n40 1\n1 "
                + text
                + "\n0 ENDSEC\n0 EOF\n");

    var drawing = DxfReader.read(dxf.getBytes(Charset.forName(charset)));

    assertThat(((TextLabel) drawing.items().getFirst()).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void binaryIsReadLikeAscii(boolean shortCodes) {
    var line =
        (dev.planlift.core.drawing.Path)
            DxfReader.read(DxfText.binary(shortCodes)).items().getFirst();

    assertThat(line.segments().getFirst().end()).isEqualTo(new Vec3(3.5, -4.5, 0));
    assertThat(line.appearance().layer().name()).isEqualTo("WALL");
    assertThat(line.appearance().rgb()).isEqualTo(0x00FF00);
  }
}
