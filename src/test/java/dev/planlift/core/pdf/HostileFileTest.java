package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie about their size, hold themselves or break off end in an error with a reason. */
class HostileFileTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int SEED = 20261121;

  /** So little that a bomb of a megabyte is one. */
  private static PdfFile openTight(byte[] bytes) {
    return PdfFile.open(
        "",
        new RandomAccessReadBuffer(bytes),
        ConversionOptions.DEFAULTS,
        new DecodeBudget(MEGABYTE / 4, 3 * MEGABYTE));
  }

  private static PermanentError refusal(RawPdf pdf) {
    return PdfFileTest.refusal(() -> PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS).close());
  }

  private static COSStream contents(PdfFile file) {
    return file.page(1).getCOSObject().getCOSStream(COSName.CONTENTS);
  }

  @ParameterizedTest
  @CsvSource({"1, /FlateDecode", "2, [/FlateDecode /FlateDecode]", "3, [/Fl /Fl /Fl]"})
  void stackedDeflateIsCutOffWhereItBursts(int times, String filters) {
    var bomb = RawPdf.deflated(new byte[MEGABYTE], times);
    var pdf = RawPdf.page("").stream(4, "/Filter " + filters, bomb);
    try (var file = openTight(pdf.bytes())) {
      var page = file.page(1);
      assertThat(PdfFileTest.refusal(() -> page.getContents().readAllBytes()).code())
          .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
      assertThat(PdfFileTest.refusal(() -> contents(file).createView()).code())
          .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
      assertThat(PdfFileTest.refusal(() -> contents(file).createInputStream()).code())
          .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
    }
  }

  @Test
  void aStreamUnpackedAgainAndAgainUsesUpTheFilesBudget() throws IOException {
    var packed = RawPdf.deflated(new byte[MEGABYTE / 5], 1);
    var pdf = RawPdf.page("").stream(4, "/Filter /FlateDecode", packed);
    try (var file = openTight(pdf.bytes())) {
      contents(file).createView().close();
      assertThat(
              PdfFileTest.refusal(
                      () -> {
                        for (int i = 0; i < 100; i++) {
                          contents(file).createView().close();
                        }
                      })
                  .code())
          .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
    }
  }

  @Test
  void aPageOfManyStreamsIsOneBomb() {
    var packed = RawPdf.deflated(new byte[MEGABYTE / 5], 1);
    var pdf =
        RawPdf.page("")
            .object(3, "<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R 4 0 R] >>")
            .stream(4, "/Filter /FlateDecode", packed);
    try (var file = openTight(pdf.bytes())) {
      var page = file.page(1);
      assertThat(PdfFileTest.refusal(() -> page.getContents().readAllBytes()).code())
          .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
    }
  }

  /** Catalog and page tree lie in a stream of objects, with a megabyte of spaces behind them. */
  @Test
  void anObjectStreamIsBoundedToo() {
    var catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    var pages = "<< /Type /Pages /Kids [] >>";
    var index = "1 0 2 " + (catalog.length() + 1) + " ";
    var text = index + catalog + " " + pages + " ".repeat(MEGABYTE);
    var objects = RawPdf.deflated(text.getBytes(StandardCharsets.US_ASCII), 1);
    var bytes = inStreams(objects, "/N 2 /First " + index.length());
    assertThat(PdfFileTest.refusal(() -> openTight(bytes)).code())
        .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
  }

  /** A file whose objects 1 and 2 are in the object stream 3, by the cross-reference stream 4. */
  private static byte[] inStreams(byte[] objects, String entries) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.5\n".getBytes(StandardCharsets.US_ASCII));
    int offset = out.size();
    write(out, 3, "/Type /ObjStm /Filter /FlateDecode " + entries, objects);
    int table = out.size();
    var rows = ByteBuffer.allocate(5 * 4);
    rows.put(new byte[] {0, 0, 0, 0}).put(new byte[] {2, 0, 3, 0}).put(new byte[] {2, 0, 3, 1});
    rows.put(new byte[] {1, 0, (byte) offset, 0});
    rows.put(new byte[] {1, (byte) (table >> 8), (byte) table, 0});
    write(out, 4, "/Type /XRef /W [1 2 1] /Size 5 /Root 1 0 R", rows.array());
    out.writeBytes(("startxref\n" + table + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int number, String entries, byte[] data) {
    var head = "%d 0 obj\n<< %s /Length %d >>\nstream\n".formatted(number, entries, data.length);
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(data);
    out.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aCrossReferenceStreamIsBoundedToo() {
    var packed = RawPdf.deflated(new byte[MEGABYTE], 1);
    var out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.5\n".getBytes(StandardCharsets.US_ASCII));
    write(out, 4, "/Type /XRef /Filter /FlateDecode /W [1 2 1] /Size 5 /Root 1 0 R", packed);
    out.writeBytes("startxref\n9\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(PdfFileTest.refusal(() -> openTight(out.toByteArray())).code())
        .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Filter [/Fl /Fl /Fl /Fl /Fl /Fl /Fl /Fl /Fl]",
        "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>",
        "/Filter [/Fl] /DecodeParms [<< /Predictor 15 /Columns 9999999 /Colors 32 >>]",
        "/Subtype /Image /Width 100000 /Height 100000",
        "/Subtype /Image /Width 9223372036854775807 /Height 9223372036854775807",
      })
  void whatAStreamDeclaresIsCheckedBeforeRoomIsMadeForIt(String entries) {
    var pdf = RawPdf.page("").stream(4, entries, RawPdf.deflated(new byte[100], 1));
    try (var file = openTight(pdf.bytes())) {
      assertThat(PdfFileTest.refusal(() -> contents(file).createInputStream()).code())
          .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
    }
  }

  private static byte[] bytes(int... octets) {
    var bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }

  private static final byte[] VAST_JPEG =
      bytes(
          0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 9, 9, 0xFF, 0xC2, 0, 11, 8, 0xFF, 0xDC, 0xFF, 0xDC, 1, 1,
          17, 0);

  private static final byte[] VAST_JPX =
      bytes(
          0, 0, 0, 12, 'j', 'P', ' ', ' ', 0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0, 0, 0xFF, 0xFF, 0xFF,
          0xFF, 0xFF, 0xFF, 0xFF, 0xFF);

  private static final byte[] VAST_JBIG2 =
      bytes(
          0, 0, 0, 0, 0x30, 0, 1, 0, 0, 0, 19, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0,
          0);

  @ParameterizedTest
  @ValueSource(strings = {"/DCTDecode", "[/FlateDecode /DCTDecode]", "/JPXDecode", "/JBIG2Decode"})
  void aPictureOfVastDeclaredSizeIsNotDecoded(String filter) {
    var data = filter.contains("DCT") ? VAST_JPEG : filter.contains("JPX") ? VAST_JPX : VAST_JBIG2;
    var packed = filter.contains("Flate") ? RawPdf.deflated(data, 1) : data;
    var pdf =
        RawPdf.page("").stream(4, "/Subtype /Image /Width 8 /Height 8 /Filter " + filter, packed);
    try (var file = openTight(pdf.bytes())) {
      assertThat(PdfFileTest.refusal(() -> contents(file).createInputStream()))
          .hasMessageContaining("pixels")
          .extracting(PermanentError::code)
          .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
    }
  }

  @Test
  void aPageTreeThatHoldsItselfIsBroken() {
    var pdf = RawPdf.page("").object(2, "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>");
    assertThat(refusal(pdf))
        .hasMessageContaining("holds itself")
        .extracting(PermanentError::code)
        .isEqualTo(ErrorCode.PARSING_ERROR);
  }

  @Test
  void pagesBeyondTheBudgetAreRefusedBeforeTheyAreRead() {
    var kids = "3 0 R ".repeat(1_000_000);
    var pdf = RawPdf.page("").object(2, "<< /Type /Pages /Kids [" + kids + "] /Count 1000000 >>");
    var refusal = refusal(pdf);
    assertThat(refusal.code()).isEqualTo(ErrorCode.ENTITY_BUDGET);
    assertThat(refusal.where().coordinates())
        .containsEntry("page", String.valueOf(PageTree.MAX_PAGES + 1));
  }

  /** Thirty branches, each naming the next twice: a thousand million nodes without a page. */
  @Test
  void aTreeThatDoublesAtEveryBranchIsRefused() {
    var pdf = RawPdf.page("").object(2, "<< /Type /Pages /Kids [10 0 R 10 0 R] >>");
    for (int i = 10; i < 40; i++) {
      pdf.object(i, "<< /Type /Pages /Kids [%1$d 0 R %1$d 0 R] >>".formatted(i + 1));
    }
    pdf.object(40, "<< /Type /Pages /Kids [] >>");
    assertThat(refusal(pdf).code()).isEqualTo(ErrorCode.ENTITY_BUDGET);
  }

  @Test
  void aTreeAsDeepAsAWellIsRefused() {
    var pdf = RawPdf.page("").object(2, "<< /Type /Pages /Kids [10 0 R] >>");
    for (int i = 10; i < 5000; i++) {
      pdf.object(i, "<< /Type /Pages /Kids [" + (i + 1) + " 0 R] >>");
    }
    assertThat(refusal(pdf).code()).isEqualTo(ErrorCode.PARSING_ERROR);
  }

  @Test
  void aFileWithoutAPageIsRefused() {
    var pdf = RawPdf.page("").object(2, "<< /Type /Pages /Kids [99 0 R] /Count 1 >>");
    assertThat(refusal(pdf)).hasMessageContaining("no page");
  }

  @Test
  void pagesThatAreNotThereAreTold() {
    var pdf = RawPdf.page("").object(2, "<< /Type /Pages /Kids [99 0 R 3 0 R null] /Count 3 >>");
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      assertThat(file.pageCount()).isEqualTo(1);
      assertThat(file.diagnostics())
          .singleElement()
          .satisfies(said -> assertThat(said.code()).isEqualTo(PdfFile.PAGES_LOST));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "<< /A ", "<< /Kids [ "})
  void aCatalogNestedWithoutEndIsNotNeededWherePagesAreFound(String opening) {
    var pdf = RawPdf.page("").object(1, "<< /Type /Catalog /X " + opening.repeat(100_000));
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      assertThat(file.pageCount()).isEqualTo(1);
    }
    assertThat(refusal(pdf.object(2, "null").object(3, "null")).code())
        .isEqualTo(ErrorCode.PARSING_ERROR);
  }

  @Test
  void aFileBrokenOffAnywhereIsReadOrRefused() {
    var whole = RawPdf.page("0 0 m 9 9 l S").bytes();
    int opened = 0;
    for (int length = 0; length < whole.length; length++) {
      opened += outcome(Arrays.copyOf(whole, length));
    }
    assertThat(opened).isPositive();
  }

  @Test
  void aFileWithAnyByteWrongIsReadOrRefused() {
    var random = new Random(SEED);
    var whole = RawPdf.page("0 0 m 9 9 l S").bytes();
    int opened = 0;
    for (int i = 0; i < whole.length; i++) {
      var wrong = whole.clone();
      wrong[i] ^= (byte) (1 + random.nextInt(255));
      opened += outcome(wrong);
    }
    assertThat(opened).as("seed %d", SEED).isPositive();
  }

  /** 1 where it opens, 0 where it is refused with a reason; anything else fails. */
  private static int outcome(byte[] bytes) {
    try (var file = PdfFile.open(bytes, ConversionOptions.DEFAULTS)) {
      return file.pageCount() > 0 ? 1 : 0;
    } catch (PermanentError e) {
      assertThat(e.getMessage()).isNotBlank();
      return 0;
    }
  }
}
