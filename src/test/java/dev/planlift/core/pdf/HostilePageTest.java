package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that ask for too much, draw themselves or make no sense are read in part or refused. */
class HostilePageTest {
  private static final String LINE = " 10 20 m 110 20 l S ";
  private static final int SEED = 20261121;

  private static PageContent read(RawPdf pdf) {
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      return new PdfPages(file).read(1, new WorkBudget(100_000));
    }
  }

  private static PermanentError refusal(RawPdf pdf) {
    return PdfFileTest.refusal(() -> read(pdf));
  }

  private static List<Path> lines(PageContent page) {
    return page.items().stream().filter(Path.class::isInstance).map(Path.class::cast).toList();
  }

  /** A page whose resources name the form 5 "F" and the font 7 "T". */
  private static RawPdf page(String content) {
    return RawPdf.page(content)
        .object(
            3,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R"
                + " /Resources << /XObject << /F 5 0 R >> /Font << /T 7 0 R >> >> >>");
  }

  private static RawPdf form(RawPdf pdf, int number, String draws, String content) {
    return pdf.stream(
        number,
        "/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Resources << /XObject << "
            + draws
            + " >> >>",
        content.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aFormThatDrawsItselfIsBrokenWhereItIsDrawn() {
    var refusal = refusal(form(page("/F Do"), 5, "/F 5 0 R", "/F Do"));
    assertThat(refusal).hasMessageContaining("draws itself");
    assertThat(refusal.code()).isEqualTo(ErrorCode.PARSING_ERROR);
    assertThat(refusal.where().coordinates())
        .containsEntry("page", "1")
        .containsEntry("operator", "Do");
  }

  @Test
  void formsThatDrawEachOtherAreBroken() {
    var pdf = form(form(page("/F Do"), 5, "/G 6 0 R", "/G Do"), 6, "/F 5 0 R", "/F Do");
    assertThat(refusal(pdf).code()).isEqualTo(ErrorCode.PARSING_ERROR);
  }

  @Test
  void aFormMayBeDrawnOftenButNotWithinItself() {
    var pdf = form(page("/F Do /F Do /F Do"), 5, "", LINE);
    assertThat(lines(read(pdf))).hasSize(3);
  }

  /** Twenty-five forms, each drawing the next twice. */
  @Test
  void formsThatDoubleAtEveryStepUseUpTheBudget() {
    var pdf = page("/F Do");
    form(pdf, 5, "/N 10 0 R", "/N Do /N Do");
    for (int i = 10; i < 35; i++) {
      form(pdf, i, "/N " + (i + 1) + " 0 R", "/N Do /N Do");
    }
    form(pdf, 35, "", LINE);
    var refusal = refusal(pdf);
    assertThat(refusal.code()).isEqualTo(ErrorCode.ENTITY_BUDGET);
    assertThat(refusal.where().coordinates()).containsEntry("page", "1").containsKey("operator");
  }

  @Test
  void moreGlyphsThanTheBudgetAreRefused() {
    var pdf =
        page("BT /T 9 Tf (" + "x".repeat(200_000) + ") Tj ET")
            .object(7, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    assertThat(refusal(pdf).code()).isEqualTo(ErrorCode.ENTITY_BUDGET);
  }

  @ParameterizedTest
  @CsvSource({"q, q", "/A BMC, BMC", "/A << >> BDC, BDC"})
  void whatIsBegunWithoutEndIsRefused(String begin, String operator) {
    var refusal = refusal(page((begin + " ").repeat(20_000)));
    assertThat(refusal.code()).isEqualTo(ErrorCode.PARSING_ERROR);
    assertThat(refusal.where().coordinates())
        .containsEntry("page", "1")
        .containsEntry("operator", operator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "<< /A ", "[ << /A "})
  void operandsNestedWithoutEndEndThePage(String opening) {
    assertThat(lines(read(page(LINE + opening.repeat(50_000))))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0 0 1e30 1e30]",
        "[0 0 1e300 10]",
        "[-99999999999 -99999999999 99999999999 99999999999]",
        "[0 0 20000000 5]"
      })
  void aVastPageIsRefused(String box) {
    var pdf =
        RawPdf.page(LINE)
            .object(3, "<< /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 4 0 R >>");
    var refusal = refusal(pdf);
    assertThat(refusal.code()).isEqualTo(ErrorCode.PARSING_ERROR);
    assertThat(refusal.where().coordinates()).containsEntry("page", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[0 0]",
        "[0 0 0 0]",
        "[/A /B /C /D]",
        "(box)",
        "[NaN NaN NaN NaN]",
        "[600 400 0 0]"
      })
  void aPageWithoutAnAreaHasOneAllTheSame(String box) {
    var pdf =
        RawPdf.page(LINE)
            .object(3, "<< /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 4 0 R >>");
    var page = read(pdf);
    assertThat(page.box().size().isFinite()).isTrue();
    assertThat(page.box().size().x()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e30 0 0 1e30 0 0 cm 1e30 0 0 1e30 0 0 cm 1 1 m 9 9 l S",
        "0 0 0 0 0 0 cm 1 1 m 9 9 l S",
        "1 0 0 1 99999999999999999999999999999999999999999 0 cm 1 1 m 9 9 l S",
        "NaN 0 0 NaN 0 0 cm 1 1 m 9 9 l S",
        "inf -inf m inf inf l S",
        "1e39 1e39 m -1e39 -1e39 l S",
        "1e39 w [1e39 1e39] 0 d 1 1 m 9 9 l S",
        "[0 0 0] 0 d [-1] 0 d [NaN] 0 d 1 1 m 9 9 l S",
      })
  void numbersBeyondAllBoundsLeaveNothingThatIsNotFinite(String content) {
    var page = read(page("q " + content + " Q" + LINE));
    assertThat(lines(page)).isNotEmpty();
    for (var path : lines(page)) {
      assertThat(path.segments())
          .allSatisfy(segment -> assertThat(segment.start().isFinite()).isTrue());
      assertThat(path.stroke().startWidth()).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m l c re h S",
        "/A /B m (x) (y) l S",
        "[1 2] cm << /A 1 >> w",
        "/None gs /None cs /None scn /None sh /None Do",
        "99 99 99 Q Q Q Q ET ET EMC EMC",
        "BT /None 9 Tf (text) Tj ET",
        "BT (no font) Tj ET",
        "foo bar 1 2 3 baz",
        "9 9 9 9 9 9 9 9 9 rg",
        "/Pattern cs /None scn",
        "BI /W 99999999 /H 99999999 /F /Fl ID xxxx EI",
        "> >> ] ) }",
      })
  void operatorsThatMakeNoSenseAreLeftOut(String content) {
    assertThat(lines(read(page(content + LINE)))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "<41", "BI /W 8 ID ", "[(a", "10 20 m 30", "%", "<< /A"})
  void contentThatBreaksOffKeepsWhatCameBefore(String end) {
    assertThat(lines(read(page(LINE + end)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Subtype /TrueType /FontDescriptor << /Flags 4 /FontFile2 8 0 R >>",
        "/Subtype /Type1 /FontDescriptor << /Flags 4 /FontFile 8 0 R >>",
        "/Subtype /Type1 /FontDescriptor << /Flags 4 /FontFile3 8 0 R >>",
        "/Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2"
            + " /FontDescriptor << /Flags 4 /FontFile2 8 0 R >> >>]",
        "/Subtype /Type0 /Encoding 8 0 R /DescendantFonts [7 0 R]",
        "/Subtype /Type0 /Encoding /None /DescendantFonts []",
        "/Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /CharProcs << /x 4 0 R >>"
            + " /Encoding << /Differences [65 /x] >> /FirstChar 65 /LastChar 65 /Widths [9]",
        "/Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R",
        "/Subtype /TrueType /FirstChar -99999999 /LastChar 99999999 /Widths [/A (b)]",
        "/Subtype /Nonsense",
      })
  void malformedFontsCostAtMostTheirTexts(String entries) {
    var noise = new byte[500];
    new Random(SEED).nextBytes(noise);
    var pdf =
        page("BT /T 9 Tf 50 50 Td (ABC) Tj ET" + LINE)
            .object(7, "<< /Type /Font " + entries + " >>")
            .stream(8, "", noise);
    assertThat(lines(read(pdf))).hasSize(1);
  }

  /** To join areas takes time by the square of their vertices. */
  @Test
  void aFillOfCountlessCrossingsIsTakenAsItIs() {
    var random = new Random(SEED);
    var content = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      var operator = i % 30_000 == 0 ? " m " : " l ";
      content.append(random.nextInt(600)).append(' ').append(random.nextInt(400)).append(operator);
    }
    assertThat(read(page(content + "f")).items()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e38 0 0 1e38 0 0 cm", "1e20 0 0 1e20 0 0 cm"})
  void fillsBeyondAllBoundsAreLeftOut(String matrix) {
    var page = read(page(matrix + " 0 0 9e20 9e20 re 1 1 9e20 9e20 re f" + LINE));
    assertThat(page.number()).isEqualTo(1);
  }

  @Test
  void anyMixOfOperatorsIsReadOrRefused() {
    var words =
        "q Q cm m l c v y re h S s f f* B b n W W* BT ET Tf Tj TJ Td Tm T* ' \" Do gs cs scn rg w d i"
            + " BMC BDC EMC sh /F /T /A [ ] << >> (x) <41> 0 1 -1 100 1e9 0.5 true null BI ID EI";
    var vocabulary = words.split(" ", -1);
    var random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < 500; i++) {
      var content = new StringBuilder();
      for (int j = 0; j < 200; j++) {
        content.append(vocabulary[random.nextInt(vocabulary.length)]).append(' ');
      }
      read += outcome(form(page(content.toString()), 5, "/A 5 0 R", LINE));
    }
    assertThat(read).as("seed %d", SEED).isPositive();
  }

  private static int outcome(RawPdf pdf) {
    try {
      return read(pdf).number();
    } catch (PermanentError e) {
      assertThat(e.where().coordinates()).containsEntry("page", "1");
      return 0;
    }
  }
}
