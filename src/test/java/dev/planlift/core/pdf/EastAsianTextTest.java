package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chinese, Japanese and Korean texts, by what their files say of their characters. */
class EastAsianTextTest {
  private static PageContent read(RawPdf pdf) {
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      return new PdfPages(file).read(1);
    }
  }

  private static List<TextLabel> labels(PageContent page) {
    return page.items().stream()
        .filter(TextLabel.class::isInstance)
        .map(TextLabel.class::cast)
        .toList();
  }

  private static RawPdf page(String hex, String font) {
    return RawPdf.page("BT /F 10 Tf 100 50 Td <" + hex + "> Tj ET")
        .object(
            3,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R"
                + " /Resources << /Font << /F 5 0 R >> >> >>")
        .object(5, font)
        .object(
            6,
            "<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000]"
                + " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>");
  }

  private static String font(String encoding, String ordering, String more) {
    return "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /"
        + encoding
        + more
        + " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any"
        + " /CIDSystemInfo << /Registry (Adobe) /Ordering ("
        + ordering
        + ") /Supplement 2 >> /DW 1000 /CIDToGIDMap /Identity /FontDescriptor 6 0 R >>] >>";
  }

  @ParameterizedTest
  @CsvSource({
    "GBK-EUC-H, GB1, CED4CAD2, 卧室",
    "GBKp-EUC-H, GB1, CED4CAD2, 卧室",
    "GB-EUC-H, GB1, B3F8B7BF, 厨房",
    "UniGB-UCS2-H, GB1, 53675BA4, 卧室",
    "UniGB-UTF16-H, GB1, 53675BA4, 卧室",
    "90ms-RKSJ-H, Japan1, 90518EBA, 寝室",
    "90ms-RKSJ-H, Japan1, 4C444B2036, LDK 6",
    "EUC-H, Japan1, CDCEBCBC, 洋室",
    "UniJIS-UCS2-H, Japan1, 53F06240, 台所",
    "UniJIS-UTF16-H, Japan1, 53F06240, 台所",
    "ETen-B5-H, CNS1, AAD7ABC7, 臥室",
    "UniCNS-UTF16-H, CNS1, 5BA25EF3, 客廳",
    "KSCms-UHC-H, Korea1, C4A7BDC7, 침실",
    "UniKS-UTF16-H, Korea1, AC70C2E4, 거실",
    "Identity-H, Japan1, 0465039C, 亜ん"
  })
  void whatItsEncodingOrCharacterSetSays(
      String encoding, String ordering, String hex, String text) {
    var page = read(page(hex, font(encoding, ordering, "")));
    assertThat(labels(page)).extracting(TextLabel::text).containsExactly(text);
  }

  @Test
  void aTextSetDownwardsRunsDownwards() {
    var label = labels(read(page("53F06240", font("UniJIS-UTF16-V", "Japan1", "")))).getFirst();
    assertThat(label.text()).isEqualTo("台所");
    assertThat(label.direction().distance(new Vec3(0, -1, 0))).isLessThan(1e-6);
    assertThat(label.width()).isCloseTo(20, within(1.0));
  }

  @Test
  void glyphNumbersMeanWhatToUnicodeSays() {
    var map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def"
            + " 1 begincodespacerange <0000> <FFFF> endcodespacerange"
            + " 2 beginbfchar <0001> <5BDD> <0002> <5BA4> endbfchar"
            + " endcmap end end";
    var pdf =
        page("00010002", font("Identity-H", "Identity", " /ToUnicode 7 0 R")).stream(
            7, "", map.getBytes(StandardCharsets.US_ASCII));
    assertThat(labels(read(pdf))).extracting(TextLabel::text).containsExactly("寝室");
  }

  @Test
  void withoutThatTheyMeanWhatTheFontInTheFileSays() {
    var pdf =
        page("000200010003", font("Identity-H", "Identity", ""))
            .object(
                6,
                "<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000]"
                    + " /ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 /FontFile2 7 0 R >>")
            .stream(7, "", TinyFont.of("面洗室"));
    assertThat(labels(read(pdf))).extracting(TextLabel::text).containsExactly("洗面室");
  }

  /** Fonts of Windows number the letters of ASCII alike; nothing says what the others are. */
  @Test
  void glyphsOfAFontThatIsNotThereAreOnlyReadWhereAllFontsNumberThemAlike() {
    var font = font("Identity-H", "Identity", "");
    assertThat(labels(read(page("002400250026", font))))
        .extracting(TextLabel::text)
        .containsExactly("ABC");
    var unknown = read(page("041204130414", font));
    assertThat(labels(unknown)).isEmpty();
    assertThat(unknown.ledger().reasons()).containsOnlyKeys("NO_UNICODE");
  }
}
