package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose objects are there, but not where the file says, or it does not say. */
class LostCatalogTest {
  private static final String LINE = "10 20 m 110 20 l S";

  private static void assertRebuilt(byte[] bytes, int pages) {
    try (var file = PdfFile.open(bytes, ConversionOptions.DEFAULTS)) {
      assertThat(file.pageCount()).isEqualTo(pages);
      assertThat(file.diagnostics())
          .extracting(said -> said.code())
          .containsExactly(PdfFile.FILE_REBUILT);
      assertThat(new PdfPages(file).read(1).items()).hasSize(1);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aFileThatSaysWhereItsCatalogIsWasNotRebuilt() {
    try (var file = PdfFile.open(RawPdf.page(LINE).bytes(), ConversionOptions.DEFAULTS)) {
      assertThat(file.diagnostics()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Root 99 0 R", "/Root 3 0 R", "/Root /None"})
  void aTrailerThatNamesNoCatalogIsNotBelieved(String trailer) {
    assertRebuilt(RawPdf.page(LINE).trailer(trailer).bytes(), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<< /Pages 2 0 R >>", "<< /Type /Catalog >>", "null", "[ 2 0 R ]"})
  void aCatalogThatIsNoneIsNotNeeded(String catalog) {
    assertRebuilt(RawPdf.page(LINE).object(1, catalog).trailer("/Root 99 0 R").bytes(), 1);
  }

  @Test
  void pagesThatNothingNamesAreFoundInTheirOrder() {
    var pdf =
        RawPdf.page(LINE)
            .object(1, "null")
            .object(2, "null")
            .object(7, "<< /Type /Page /MediaBox [0 0 60 40] /Rotate 90 >>");
    assertRebuilt(pdf.bytes(), 2);
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      assertThat(file.page(2).getRotation()).isEqualTo(90);
    }
  }

  @Test
  void aFileOfObjectsAloneIsOneToo() {
    var objects =
        "%PDF-1.\n1 0 obj\n<< /Kids [<< /Parent 1 0 R /Contents [2 0 R] >>] /Resources << >> >>\n"
            + "2 0 obj\n<< >>\nstream\n"
            + LINE
            + "\nendstream\nendobj\ntrailer << /Root << /Pages 1 0 R >> >>";
    assertRebuilt(ascii(objects), 1);
  }

  @Test
  void aCatalogInAPackedStreamOfObjectsIsFound() {
    var catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    var packed = RawPdf.deflated(ascii("1 0 " + catalog), 1);
    var pdf =
        RawPdf.page(LINE).object(1, "null").stream(
            8, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", packed);
    var text = new String(pdf.bytes(), StandardCharsets.ISO_8859_1);
    var without = text.replace("1 0 obj\nnull\nendobj\n", "").replace("startxref", "nothing");
    assertRebuilt(without.getBytes(StandardCharsets.ISO_8859_1), 1);
  }

  @Test
  void aFileWithoutAnyPageIsRefused() {
    var refusal =
        PdfFileTest.refusal(
            () ->
                PdfFile.open(
                        ascii("%PDF-1.7\n1 0 obj\n<< /A 1 >>\nendobj\n%%EOF"),
                        ConversionOptions.DEFAULTS)
                    .close());
    assertThat(refusal).extracting(PermanentError::code).isEqualTo(ErrorCode.PARSING_ERROR);
  }
}
