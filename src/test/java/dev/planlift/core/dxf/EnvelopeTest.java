package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.TextLabel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose lines and sections are not as they should be, and are read all the same. */
class EnvelopeTest {
  private static final String LINE = "0 LINE\n8 WALL\n10 0\n20 0\n11 1\n21 1\n";

  private static String section(String name, String groups) {
    return "0 SECTION\n2 " + name + "\n" + groups + "0 ENDSEC\n";
  }

  private static String layer(String name, int colour) {
    return "0 LAYER\n2 " + name + "\n70 0\n62 " + colour + "\n";
  }

  private static String block(String name, String content) {
    return "0 BLOCK\n2 " + name + "\n70 0\n10 0\n20 0\n30 0\n" + content + "0 ENDBLK\n";
  }

  private static Drawing read(String groups) {
    return DxfText.read(DxfText.of(groups));
  }

  private static Iterable<String> told(Drawing drawing) {
    return drawing.diagnostics().stream().map(d -> d.code()).toList();
  }

  @Test
  void lineEndsMayBeMixed() {
    var mixed = new StringBuilder();
    int[] count = {0};
    DxfText.withEntities(LINE + LINE)
        .lines()
        .forEach(
            line -> mixed.append(line).append(new String[] {"\n", "\r\n", "\r"}[count[0]++ % 3]));

    assertThat(DxfText.read(mixed.toString()).items()).hasSize(2);
  }

  @Test
  void blankLinesBetweenGroupsAreLeftOutAndTold() {
    var dxf = DxfText.withEntities(LINE + LINE).replace("0\nLINE\n8", "\n\n0\nLINE\n8");
    var drawing = DxfText.read(dxf);

    assertThat(drawing.items()).hasSize(2);
    assertThat(told(drawing)).containsExactly("BLANK_LINE");
    assertThat(drawing.diagnostics().getFirst().where().coordinates()).containsEntry("line", "7");
  }

  @Test
  void commentsMayStandAnywhere() {
    var drawing =
        read(
            "999 a\n0 SECTION\n999 b\n2 ENTITIES\n999 c\n0 LINE\n999 d\n10 0\n11 1\n0 ENDSEC\n999 e\n0 EOF\n");

    assertThat(drawing.items()).hasSize(1);
    assertThat(told(drawing)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001a", "\r\n\r\n\u001a", "junk\nand more", "0\nSECTION\n2\nENTITIES\n"})
  void whatFollowsTheEndMarkIsNotLookedAt(String rest) {
    var drawing = DxfText.read(DxfText.withEntities(LINE) + rest);

    assertThat(drawing.items()).hasSize(1);
    assertThat(told(drawing)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u001a", "\n", "\n \n\u001a", "0\n", "  0"})
  void aFileMayEndWithoutItsEndMark(String rest) {
    var drawing = DxfText.read(DxfText.of(section("ENTITIES", LINE)) + rest);

    assertThat(drawing.items()).hasSize(1);
    assertThat(told(drawing)).containsExactly("MISSING_EOF");
  }

  @Test
  void aSectionMayBeEndedByTheNextOne() {
    var drawing =
        read(
            "0 SECTION\n2 HEADER\n9 $INSUNITS\n70 4\n0 SECTION\n2 TABLES\n0 TABLE\n2 LAYER\n"
                + layer("WALL", 1)
                + "0 SECTION\n2 BLOCKS\n"
                + block("B", LINE)
                + "0 SECTION\n2 ENTITIES\n0 INSERT\n2 B\n"
                + LINE
                + "0 SECTION\n2 OBJECTS\n0 DICTIONARY\n0 EOF\n");

    assertThat(drawing.unit().name()).isEqualTo("mm");
    assertThat(drawing.items()).hasSize(2);
    assertThat(drawing.items().getLast().appearance().layer().rgb()).isEqualTo(0xFF0000);
    assertThat(drawing.ledger().count("INSERT", Outcome.CONVERTED)).isEqualTo(1);
    assertThat(told(drawing))
        .containsExactly(
            "MISSING_ENDSEC",
            "MISSING_ENDSEC",
            "MISSING_ENDSEC",
            "MISSING_ENDSEC",
            "MISSING_ENDSEC");
  }

  @Test
  void anEntityNamedSectionBeginsNoSection() {
    var drawing =
        read(section("ENTITIES", LINE + "0 SECTION\n5 1F\n8 0\n100 AcDbSection\n1 cut\n" + LINE));

    assertThat(drawing.items().size()).isGreaterThanOrEqualTo(2);
    assertThat(drawing.ledger().read("SECTION")).isEqualTo(1);
    assertThat(drawing.ledger().read("LINE")).isEqualTo(2);
  }

  @Test
  void aBlockMayBeEndedByTheNextOne() {
    var open = block("A", LINE).replace("0 ENDBLK\n", "");
    var drawing =
        read(
            section("BLOCKS", open + block("B", LINE))
                + section("ENTITIES", "0 INSERT\n2 A\n0 INSERT\n2 B\n")
                + "0 EOF\n");

    assertThat(drawing.ledger().count("INSERT", Outcome.CONVERTED)).isEqualTo(2);
  }

  @Test
  void anEndOfABlockAmongTheEntitiesEndsNothing() {
    var drawing =
        read(section("ENTITIES", LINE + "0 ENDBLK\n8 0\n" + LINE + "0 BLOCK\n2 X\n" + LINE));

    assertThat(drawing.items()).hasSize(3);
  }

  @Test
  void sectionsMayComeTwice() {
    var drawing =
        read(
            section("BLOCKS", block("A", LINE))
                + section("ENTITIES", LINE)
                + section("BLOCKS", block("B", LINE))
                + section("ENTITIES", "0 INSERT\n2 A\n0 INSERT\n2 B\n")
                + "0 EOF\n");

    assertThat(drawing.items()).hasSize(3);
    assertThat(drawing.ledger().count(Outcome.SKIPPED)).isZero();
  }

  @Test
  void aLineOfSeveralMegabytesIsCutAndTold() {
    var text = "x".repeat(5 << 20);
    for (var end : new String[] {"\n", "\r\n"}) {
      var drawing =
          DxfText.read(
              DxfText.withEntities("0 TEXT\n40 1\n1 " + text + "\n" + LINE).replace("\n", end));

      assertThat(drawing.items()).hasSize(2);
      assertThat(((TextLabel) drawing.items().getFirst()).text().length())
          .isLessThanOrEqualTo(1 << 20);
      assertThat(told(drawing)).containsExactly("LONG_LINE");
      assertThat(drawing.diagnostics().getFirst().where().coordinates())
          .containsEntry("line", "10");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void binaryGroupsOfEveryFormArePassedOver(boolean shortCodes) {
    var dxf =
        new BinaryText(shortCodes)
            .group(999, "made for this test")
            .group(0, "SECTION")
            .group(2, "ENTITIES")
            .group(0, "LINE")
            .group(5, "1A")
            .group(60, (short) 0)
            .group(90, 1)
            .group(100, "AcDbLine")
            .group(105, "2B")
            .group(140, 1.0)
            .group(160, 1L << 40)
            .group(170, (short) 1)
            .group(270, (short) 1)
            .group(290, (byte) 1)
            .group(300, "a")
            .group(310, new byte[] {0, 1, -1})
            .group(330, "1F")
            .group(370, (short) -1)
            .group(390, "F")
            .group(400, (short) 1)
            .group(410, "Model")
            .group(420, 0x00FF00)
            .group(430, "b")
            .group(440, 1)
            .group(450, 1)
            .group(460, 1.0)
            .group(470, "c")
            .group(480, "1F")
            .group(10, 1.0)
            .group(11, 2.0)
            .group(1000, "d")
            .group(1004, new byte[] {5, 6})
            .group(1005, "1F")
            .group(1010, 1.0)
            .group(1040, 1.0)
            .group(1070, (short) 1)
            .group(1071, 1)
            .group(0, "ENDSEC")
            .group(0, "EOF")
            .bytes();

    var drawing = DxfReader.read(dxf);

    assertThat(told(drawing)).isEmpty();
    assertThat(((Path) drawing.items().getFirst()).segments().getFirst().end().x()).isEqualTo(2);
    assertThat(drawing.items().getFirst().appearance().rgb()).isEqualTo(0x00FF00);
  }

  @Test
  void aBinaryChunkIsTheTextThatAnAsciiFileHolds() throws Exception {
    var dxf = new BinaryText(false).group(310, new byte[] {0, 0x1F, -1}).bytes();
    var in = new java.io.ByteArrayInputStream(dxf);
    in.skipNBytes(22);
    var tags = new BinaryTagReader(in, false);

    assertThat(tags.next()).isTrue();
    assertThat(tags.text()).isEqualTo("001FFF");
  }

  @Test
  void aBinaryFileMayEndWithoutItsEndMark() {
    var whole = DxfText.binary(false);
    var drawing = DxfReader.read(java.util.Arrays.copyOf(whole, whole.length - 6));

    assertThat(drawing.items()).hasSize(1);
    assertThat(told(drawing)).containsExactly("MISSING_EOF");
    assertThat(drawing.diagnostics().getFirst().where().coordinates()).containsKey("byte");
    assertThat(new String(whole, 0, 18, StandardCharsets.US_ASCII)).isEqualTo("AutoCAD Binary DXF");
  }
}
