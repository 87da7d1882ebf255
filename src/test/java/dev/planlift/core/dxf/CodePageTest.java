package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.TextLabel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts come out as they were written, whatever the header says of their bytes. */
class CodePageTest {
  private static byte[] dxf(String version, String page, String charset, String... texts) {
    var groups = new StringBuilder("0 SECTION\n2 HEADER\n");
    groups.append(version.isEmpty() ? "" : "9 $ACADVER\n1 " + version + "\n");
    groups.append(page.isEmpty() ? "" : "9 $DWGCODEPAGE\n3 " + page + "\n");
    groups.append("0 ENDSEC\n0 SECTION\n2 ENTITIES\n");
    for (var text : texts) {
      groups.append("0 TEXT\n8 ").append(text).append("\n40 1\n1 ").append(text).append('\n');
    }
    groups.append("0 ENDSEC\n0 EOF\n");
    return DxfText.of(groups.toString()).getBytes(Charset.forName(charset));
  }

  private static String text(Drawing drawing) {
    return ((TextLabel) drawing.items().getFirst()).text();
  }

  @ParameterizedTest
  @CsvSource({
    "ansi_1252, windows-1252",
    "ANSI_1250, windows-1250",
    "ANSI_1258, windows-1258",
    "ANSI_874, x-windows-874",
    "DOS874, x-windows-874",
    "ANSI_932, windows-31j",
    "DOS932, windows-31j",
    "ANSI_936, GBK",
    "GB2312, GBK",
    "ANSI_949, x-windows-949",
    "KSC5601, x-windows-949",
    "ANSI_950, x-windows-950",
    "BIG5, x-windows-950",
    "ANSI_1361, x-Johab",
    "JOHAB, x-Johab",
    "DOS437, IBM437",
    "dos850, IBM850",
    "DOS852, IBM852",
    "DOS855, IBM855",
    "DOS857, IBM857",
    "DOS860, IBM860",
    "DOS861, IBM861",
    "DOS863, IBM863",
    "DOS864, IBM864",
    "DOS865, IBM865",
    "DOS866, IBM866",
    "DOS869, IBM869",
    "MACINTOSH, x-MacRoman",
    "ISO8859-1, ISO-8859-1",
    "iso8859_5, ISO-8859-5",
    "8859_9, ISO-8859-9",
    "ISO_8859-15, ISO-8859-15",
    "UTF-8, UTF-8",
    "ANSI_65001, UTF-8",
    "US_ASCII, windows-1252",
    "nonsense, windows-1252",
    "ANSI_1299, windows-1252",
    "DOS999, windows-1252",
  })
  void aCodePageIsKnownByEachOfItsNames(String name, String charset) {
    assertThat(CodePage.named(name)).isEqualTo(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    "AC1.2, false", "AC1.40, false", "AC1.50, false", "AC2.10, false", "AC2.21, false",
    "AC2.22, false", "AC1001, false", "AC1009, false", "AC1018, false", "AC1021, true",
    "AC1032, true", "'', false", "AC9, false",
  })
  void textsAreUtf8FromRelease2007On(String version, boolean utf8) {
    assertThat(CodePage.of(version, "ANSI_1252").utf8()).isEqualTo(utf8);
  }

  /** As declared: nothing is told. */
  @ParameterizedTest
  @CsvSource({
    "AC2.10, ANSI_1252, windows-1252, Küche",
    "AC1015, ANSI_1252, windows-1252, WC 3 m² ± 0.5° Ø 20 – ½",
    "AC1015, ANSI_1252, windows-1252, 'Façade côté rue, élévation'",
    "AC1015, ANSI_1252, windows-1252, ÜBERGRÖSSE",
    "AC1015, ANSI_1252, windows-1252, ±½",
    "AC1015, ANSI_1252, windows-1252, ÄÖÜ",
    "AC1015, ANSI_1250, windows-1250, Řez přízemí žluťoučký",
    "AC1015, ANSI_1251, windows-1251, План первого этажа",
    "AC1015, ANSI_1253, windows-1253, ΚΑΤΟΨΗ ΙΣΟΓΕΙΟΥ",
    "AC1015, ANSI_1254, windows-1254, Oturma odası ĞÜŞİ",
    "AC1015, ANSI_1254, windows-1254, ĞÜŞİ",
    "AC1015, ANSI_1255, windows-1255, תוכנית קומה",
    "AC1015, ANSI_1256, windows-1256, مخطط الطابق",
    "AC1015, ANSI_1257, windows-1257, Stāvs ąžuolas",
    "AC1015, ANSI_874, x-windows-874, ห้องครัว",
    "AC1015, ANSI_932, windows-31j, 台所と階段 表示ソフト",
    "AC1015, ANSI_936, GBK, 一层平面图 厨房",
    "AC1015, ANSI_936, GBK, 眉模",
    "AC1015, ANSI_949, x-windows-949, 부엌 평면도",
    "AC1015, ANSI_950, x-windows-950, 廚房 平面圖",
    "AC1015, ANSI_1361, x-Johab, 부엌 평면도",
    "AC1009, DOS850, IBM850, Küche",
    "AC1009, DOS866, IBM866, План этажа",
    "AC1009, MACINTOSH, x-MacRoman, Küche",
    "AC1009, ISO8859-5, ISO-8859-5, План этажа",
    "AC1021, ANSI_936, UTF-8, Кухня 厨房 ü",
  })
  void textsInTheDeclaredPageAreReadInIt(String version, String page, String charset, String text) {
    var drawing = DxfReader.read(dxf(version, page, charset, text));

    assertThat(text(drawing)).isEqualTo(text);
    assertThat(drawing.diagnostics()).isEmpty();
  }

  /** Not as declared: read all the same, and told. */
  @ParameterizedTest
  @CsvSource({
    "AC1015, ANSI_1252, UTF-8, utf-8, Küche",
    "AC1015, ANSI_1252, UTF-8, utf-8, 一层平面图",
    "AC1015, ANSI_1251, UTF-8, utf-8, План этажа",
    "AC1015, ANSI_936, UTF-8, utf-8, 一层平面图",
    "AC1015, ANSI_932, UTF-8, utf-8, 一階平面図",
    "AC1015, ANSI_1252, GBK, gbk, 一层平面图",
    "AC1015, ANSI_1252, GBK, gbk, 厨房",
    "AC1015, ANSI_1252, windows-31j, cp932, 一階の平面図です",
    "AC1015, ANSI_1252, x-windows-949, cp949, 실내 평면도",
    "AC1015, ANSI_1252, windows-1251, cp1251, План этажа",
    "AC1015, '', GBK, gbk, 一层平面图",
    "AC1024, ANSI_936, GBK, gbk, 一层平面图",
    "AC1027, ANSI_1252, windows-1252, cp1252, Küche",
    "AC1027, ANSI_1251, windows-1251, cp1251, План этажа",
  })
  void textsInAnotherPageAreReadInThatAndTold(
      String version, String page, String charset, String label, String text) {
    var drawing = DxfReader.read(dxf(version, page, charset, "plain", text, text));

    assertThat(((TextLabel) drawing.items().getLast()).text()).isEqualTo(text);
    assertThat(drawing.layers()).extracting(l -> l.name()).containsExactly("plain", text);
    assertThat(drawing.diagnostics()).hasSize(1);
    var told = drawing.diagnostics().getFirst();
    assertThat(told.code()).isEqualTo("CODE_PAGE");
    assertThat(told.message()).contains(label).contains(" 3 of them");
    assertThat(told.where().coordinates()).containsKey("line");
  }

  @Test
  void eachTextIsJudgedByItself() {
    var all = new ByteArrayOutputStream();
    var head = DxfText.of("0 SECTION\n2 ENTITIES\n0 TEXT\n40 1\n") + "1\n";
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes("Küche".getBytes(Charset.forName("windows-1252")));
    all.writeBytes("\n0\nTEXT\n40\n1\n1\n".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes("平面图".getBytes(Charset.forName("GBK")));
    all.writeBytes("\n0\nENDSEC\n0\nEOF\n".getBytes(StandardCharsets.US_ASCII));

    var drawing = DxfReader.read(all.toByteArray());

    assertThat(drawing.items())
        .extracting(item -> ((TextLabel) item).text())
        .containsExactly("Küche", "平面图");
  }

  @Test
  void aTextCutWithinACharacterKeepsTheOthersAndIsTold() {
    var whole = new String(dxf("AC1015", "ANSI_936", "GBK", "x"), StandardCharsets.US_ASCII);
    var gbk = "一层平面图".getBytes(Charset.forName("GBK"));
    var cut = new String(gbk, 0, gbk.length - 1, StandardCharsets.ISO_8859_1);
    var dxf = whole.replace("\nx\n", "\n" + cut + "\n").getBytes(StandardCharsets.ISO_8859_1);

    var drawing = DxfReader.read(dxf);

    assertThat(text(drawing)).startsWith("一层平面");
    assertThat(drawing.diagnostics()).extracting(d -> d.code()).containsExactly("UNDECODABLE");
  }

  @Test
  void aNameIsTheSameWhereItIsDefinedAndWhereItIsUsed() {
    var groups =
        """
        0 SECTION
        2 HEADER
        9 $ACADVER
        1 AC1015
        9 $DWGCODEPAGE
        3 ANSI_1252
        0 ENDSEC
        0 SECTION
        2 TABLES
        0 LAYER
        2 墙体
        62 1
        0 ENDSEC
        0 SECTION
        2 BLOCKS
        0 BLOCK
        2 楼梯
        0 LINE
        8 墙体
        11 1
        0 ENDBLK
        0 ENDSEC
        0 SECTION
        2 ENTITIES
        0 INSERT
        8 墙体
        2 楼梯
        0 ENDSEC
        0 EOF
        """;
    var drawing = DxfReader.read(DxfText.of(groups).getBytes(Charset.forName("GBK")));

    assertThat(drawing.layers()).hasSize(1);
    assertThat(drawing.items().getFirst().appearance().layer().rgb()).isEqualTo(0xFF0000);
    assertThat(drawing.ledger().count("INSERT", Outcome.CONVERTED)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "%%c 20 %%D %%p0.00, ⌀ 20 ° ±0.00",
    "%%127 %%128 %%129 %%176 %%065 %%150, ° ± ⌀ ° A –",
    "%%u%%oa%%k %%%, a %",
    "50%, 50%",
    "\\U+53A8\\u+623F, 厨房",
    "\\U+D83C\\U+DFE0, \uD83C\uDFE0",
    "\\M+1907e, 厨",
    "\\M+190AE, 整",
    "\\M+2BC70, 廚",
    "\\M+3BACE, 부",
    "\\M+4A681, 부",
    "\\M+5B3F8\\M+5B7BF, 厨房",
    "\\M+50041, A",
    "\\U+12, \\U+12",
    "\\M+5B3, \\M+5B3",
  })
  void codesInTextsStandForCharacters(String raw, String plain) {
    assertThat(PlainText.ofLine(raw)).isEqualTo(plain);
  }
}
