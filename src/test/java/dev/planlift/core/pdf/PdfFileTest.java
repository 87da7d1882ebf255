package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is before its pages are read. */
class PdfFileTest {
  private static final ConversionOptions IGNORING =
      ConversionOptions.parse(Map.of("activeContent", "ignore"));

  private static PdfFile open(RawPdf pdf) {
    return PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS);
  }

  static PermanentError refusal(ThrowingCallable work) {
    return assertThatExceptionOfType(PermanentError.class).isThrownBy(work).actual();
  }

  private static PermanentError refusal(RawPdf pdf) {
    return refusal(() -> open(pdf).close());
  }

  @Test
  void aFileHasItsVersionAndItsPagesInOrder() {
    var pdf =
        RawPdf.page("")
            .object(2, "<< /Type /Pages /Kids [5 0 R 6 0 R] /Count 77 >>")
            .object(5, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>")
            .object(6, "<< /Type /Page /Parent 2 0 R /Rotate 90 >>");
    try (var file = open(pdf)) {
      assertThat(file.version()).isEqualTo("1.7");
      assertThat(file.pageCount()).isEqualTo(3);
      assertThat(file.page(3).getRotation()).isEqualTo(90);
      assertThat(file.diagnostics()).isEmpty();
    }
  }

  @Test
  void contentStreamsAreReadOneAfterAnother() throws IOException {
    var pdf =
        RawPdf.page("0 0 m")
            .object(3, "<< /Type /Page /Parent 2 0 R /Contents [4 0 R 9 0 R 5 0 R] >>")
            .stream(
                5,
                "/Filter /FlateDecode",
                RawPdf.deflated("9 9 l S".getBytes(StandardCharsets.US_ASCII), 1));
    try (var file = open(pdf)) {
      assertThat(file.page(1).getContents()).hasContent("0 0 m\n9 9 l S\n");
    }
  }

  /** Rows of four bytes, each after a byte that says how it is predicted: not at all. */
  @Test
  void contentThatIsPredictedIsReadByItsRows() throws IOException {
    var rows = "\0000 0 \000m 9 \0009 l \000S   ".getBytes(StandardCharsets.ISO_8859_1);
    var pdf =
        RawPdf.page("").stream(
            4,
            "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>",
            RawPdf.deflated(rows, 1));
    try (var file = open(pdf)) {
      assertThat(file.page(1).getContents()).hasContent("0 0 m 9 9 l S   \n");
    }
  }

  @Test
  void aFileThatIsNotThereIsNotFound(@TempDir Path folder) {
    var missing = folder.resolve("missing.pdf");
    assertThat(refusal(() -> PdfFile.open(missing, ConversionOptions.DEFAULTS)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  private static byte[] encrypted(String owner, String user, int bits) throws IOException {
    try (var document = Loader.loadPDF(RawPdf.page("0 0 m 9 9 l S").bytes())) {
      var policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
      policy.setEncryptionKeyLength(bits);
      document.protect(policy);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 128, 256})
  void anEncryptedFileNeedsItsPassword(int bits) throws IOException {
    var bytes = encrypted("owner", "sesame", bits);
    assertThat(refusal(() -> PdfFile.open(bytes, ConversionOptions.DEFAULTS)))
        .hasMessageContaining("needs a password")
        .extracting(PermanentError::code)
        .isEqualTo(ErrorCode.ENCRYPTED);
    var wrong = ConversionOptions.parse(Map.of("password", "simsim"));
    assertThat(refusal(() -> PdfFile.open(bytes, wrong)))
        .hasMessageContaining("does not open")
        .extracting(PermanentError::code)
        .isEqualTo(ErrorCode.ENCRYPTED);
    var right = ConversionOptions.parse(Map.of("password", "sesame"));
    try (var file = PdfFile.open(bytes, right)) {
      assertThat(file.page(1).getContents()).asString(StandardCharsets.US_ASCII).contains("9 9 l");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 128, 256})
  void anEmptyUserPasswordOpensByItself(int bits) throws IOException {
    try (var file = PdfFile.open(encrypted("owner", "", bits), ConversionOptions.DEFAULTS)) {
      assertThat(file.page(1).getContents()).asString(StandardCharsets.US_ASCII).contains("9 9 l");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Adobe.PubSec", "/Nobodys.Handler"})
  void aLockOfAnotherMakeIsEncryptedToo(String handler) {
    var pdf =
        RawPdf.page("")
            .object(7, "<< /Filter " + handler + " /V 4 /SubFilter /adbe.pkcs7.s5 >>")
            .trailer("/Root 1 0 R /Encrypt 7 0 R /ID [<00> <00>]");
    assertThat(refusal(pdf).code()).isEqualTo(ErrorCode.ENCRYPTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> | JavaScript",
        "/OpenAction << /S /GoTo /Next [<< /S /Launch /F (calc) >>] >> | Launch",
        "/OpenAction << /S /GoTo /Next [<< /S /GoTo >> << /S /Launch /F (calc) >>] >> | Launch",
        "/AA << /WC << /S /JavaScript /JS (x) >> >> | JavaScript",
        "/Names << /JavaScript << /Names [(a) 9 0 R] >> >> | JavaScript",
        "/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> | embedded file",
        "/AF [<< /Type /Filespec /EF << /F 4 0 R >> >>] | embedded file",
        "/AcroForm << /Fields [] /XFA 4 0 R >> | XFA",
        "/AcroForm << /Fields [<< /Kids [<< /AA << /K << /S /JavaScript >> >> >>] >>] >> | JavaScript",
      })
  void whatIsActiveInTheCatalogIsRefusedOrLeftAlone(String entry, String named) {
    var pdf = RawPdf.page("").object(1, "<< /Type /Catalog /Pages 2 0 R " + entry + " >>");
    assertThat(refusal(pdf))
        .hasMessageContaining(named)
        .extracting(PermanentError::code)
        .isEqualTo(ErrorCode.ACTIVE_CONTENT);
    try (var file = PdfFile.open(pdf.bytes(), IGNORING)) {
      assertThat(file.diagnostics())
          .anySatisfy(
              said -> {
                assertThat(said.code()).isEqualTo(PdfFile.ACTIVE_CONTENT);
                assertThat(said.message()).contains(named);
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<< /Subtype /Link /A << /S /Launch /F (calc) >> >> | Launch",
        "<< /Subtype /Widget /AA << /E << /S /JavaScript /JS (x) >> >> >> | JavaScript",
        "<< /Subtype /FileAttachment /FS << >> >> | embedded file",
        "<< /Subtype /RichMedia >> | embedded file",
      })
  void whatIsActiveOnAPageIsToldWithThePage(String annotation, String named) {
    var pdf =
        RawPdf.page("")
            .object(2, "<< /Type /Pages /Kids [6 0 R 3 0 R] /Count 2 >>")
            .object(3, "<< /Type /Page /Parent 2 0 R /Annots [" + annotation + "] >>")
            .object(6, "<< /Type /Page /Parent 2 0 R >>");
    var refusal = refusal(pdf);
    assertThat(refusal).hasMessageContaining(named);
    assertThat(refusal.code()).isEqualTo(ErrorCode.ACTIVE_CONTENT);
    assertThat(refusal.where().coordinates()).containsEntry("page", "2");
  }

  @Test
  void linksAndJumpsAreNotActive() {
    var pdf =
        RawPdf.page("")
            .object(1, "<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>")
            .object(
                3,
                "<< /Type /Page /Parent 2 0 R /Annots ["
                    + "<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>"
                    + "<< /Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] >> >>] >>");
    try (var file = open(pdf)) {
      assertThat(file.diagnostics()).isEmpty();
    }
  }
}
