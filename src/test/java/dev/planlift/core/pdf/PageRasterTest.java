package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.raster.GrayImage;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of 60 × 40 points and a picture on it. */
class PageRasterTest {
  private static final String PICTURE =
      "/Type /XObject /Subtype /Image /BitsPerComponent 1 /ColorSpace /DeviceGray"
          + " /Width 64 /Height 32 ";

  @TempDir private Path folder;

  private GrayImage raster(RawPdf pdf) throws IOException {
    var file = Files.write(folder.resolve("scan.pdf"), pdf.bytes());
    return PageRaster.of(file, ConversionOptions.DEFAULTS, 1);
  }

  private static RawPdf page(String content, String entries, byte[] picture) {
    return RawPdf.page(content)
        .object(
            3,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 40] /Contents 4 0 R"
                + " /Resources << /XObject << /I 5 0 R >> >> >>")
        .stream(5, PICTURE + entries, picture);
  }

  private static RawPdf scan(String entries, byte[] picture) {
    return page("q 60 0 0 40 0 0 cm /I Do Q", entries, picture);
  }

  private static int grey(GrayImage image, double across) {
    return image.gray()[image.height() / 2 * image.width() + (int) (across * image.width())] & 0xFF;
  }

  @Test
  void aScanPackedAsJbig2IsSeen() throws IOException {
    var image = raster(scan("/Filter /JBIG2Decode", ScanPictures.jbig2(64, 32)));
    assertThat(grey(image, 0.25)).isLessThan(20);
    assertThat(grey(image, 0.75)).isGreaterThan(235);
  }

  /** Its decoder's only one bears a licence that binds what it is used for. */
  @Test
  void aScanPackedAsJpeg2000IsRefusedByName() {
    assertThat(PdfFileTest.refusal(() -> raster(scan("/Filter /JPXDecode", jpx()))))
        .hasMessageContaining("JPXDecode")
        .extracting(PermanentError::code)
        .isEqualTo(ErrorCode.UNSUPPORTED);
  }

  @Test
  void aStampThatCannotBeDecodedIsLeftOut() throws IOException {
    var image = raster(page("q 9 0 0 9 0 0 cm /I Do Q", "/Filter /JPXDecode", jpx()));
    assertThat(grey(image, 0.5)).isEqualTo(255);
  }

  @Test
  void aScanThatIsBrokenIsNoWhitePage() {
    var broken = new byte[] {0, 0, 0, 0, 0x30, 0, 1, 0, 0, 0, 19, 0, 0, 0, 64, 0, 0, 0, 32};
    assertThat(PdfFileTest.refusal(() -> raster(scan("/Filter /JBIG2Decode", broken))).code())
        .isEqualTo(ErrorCode.PARSING_ERROR);
  }

  private static byte[] jpx() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    ScanPictures.ints(out, 0xFF4FFF51, 0x00290000, 64, 32);
    return bytes.toByteArray();
  }

  /** Within a page of a few pixels: regions, a dictionary of symbols, one of patterns. */
  @ParameterizedTest
  @CsvSource({
    "38, FFFFFFFFFFFFFFFF",
    "36, 7FFFFFFF00000010",
    "6, 0001000000010000",
    "23, FFFFFFFF00000002",
    "42, 00000001FFFFFFFF",
    "0, 00017FFFFFFF00000001",
    "0, 0001000000017FFFFFFF",
    "0, 000000000000000000007FFFFFFF7FFFFFFF",
    "16, 00FFFF7FFFFFFF"
  })
  void aPartOfVastDeclaredSizeIsNotDecoded(int kind, String head) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    ScanPictures.segment(out, 0, 48, 19);
    ScanPictures.ints(out, 64, 32, 0, 0);
    out.write(new byte[3]);
    var data = HexFormat.of().parseHex(head);
    ScanPictures.segment(out, 1, kind, data.length);
    out.write(data);
    var segments = bytes.toByteArray();
    assertBomb(scan("/Filter /JBIG2Decode", segments));
    assertBomb(
        scan(
            "/Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 6 0 R >>",
            ScanPictures.jbig2(64, 32))
            .stream(6, "", segments));
  }

  private void assertBomb(RawPdf pdf) {
    assertThat(PdfFileTest.refusal(() -> raster(pdf)).code())
        .isEqualTo(ErrorCode.DECOMPRESSION_BOMB);
  }
}
