package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files behind a password that do not say, or say wrong, where their objects are. */
class LostLockTest {
  private static final ConversionOptions SESAME =
      ConversionOptions.parse(Map.of("password", "sesame"));

  static Stream<Arguments> locks() {
    return Stream.of(40, 128, 256)
        .flatMap(
            bits ->
                Stream.of(CompressParameters.NO_COMPRESSION, CompressParameters.DEFAULT_COMPRESSION)
                    .map(parameters -> Arguments.of(bits, parameters)));
  }

  /** A locked file, with tables or, where it is packed, with streams for them. */
  private static String locked(int bits, CompressParameters parameters, String user)
      throws IOException {
    try (var document = Loader.loadPDF(RawPdf.page("10 20 m 110 20 l S").bytes())) {
      var policy = new StandardProtectionPolicy("owner", user, new AccessPermission());
      policy.setEncryptionKeyLength(bits);
      document.protect(policy);
      var out = new ByteArrayOutputStream();
      document.save(out, parameters);
      return out.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private static void assertRebuilt(String text, ConversionOptions options) {
    try (var file = PdfFile.open(text.getBytes(StandardCharsets.ISO_8859_1), options)) {
      assertThat(file.diagnostics())
          .extracting(said -> said.code())
          .containsExactly(PdfFile.FILE_REBUILT);
      assertThat(new PdfPages(file).read(1).items()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("locks")
  void aPasswordOpensAFileWhoseTablesAreLost(int bits, CompressParameters parameters)
      throws IOException {
    var whole = locked(bits, parameters, "sesame");
    assertRebuilt(whole.replace("startxref", "nothing"), SESAME);
    assertRebuilt(
        whole.replace("startxref", "nothing"),
        ConversionOptions.parse(Map.of("password", "owner")));
    assertRebuilt(
        locked(bits, parameters, "").replace("startxref", "nothing"), ConversionOptions.DEFAULTS);
  }

  @ParameterizedTest
  @MethodSource("locks")
  void withoutItsPasswordSuchAFileStaysLocked(int bits, CompressParameters parameters)
      throws IOException {
    var broken = locked(bits, parameters, "sesame").replace("startxref", "nothing");
    for (var options :
        List.of(
            ConversionOptions.DEFAULTS, ConversionOptions.parse(Map.of("password", "simsim")))) {
      var refusal =
          PdfFileTest.refusal(
              () -> PdfFile.open(broken.getBytes(StandardCharsets.ISO_8859_1), options).close());
      assertThat(refusal).extracting(PermanentError::code).isEqualTo(ErrorCode.ENCRYPTED);
    }
  }

  @Test
  void aPageThatSpeaksOfLocksIsNotLocked() {
    var pdf = RawPdf.page("/Encrypt MP 10 20 m 110 20 l S").trailer("");
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      assertThat(new PdfPages(file).read(1).items()).hasSize(1);
    }
  }
}
