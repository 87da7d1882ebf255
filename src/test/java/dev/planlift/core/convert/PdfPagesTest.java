package dev.planlift.core.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.planlift.core.detect.Detection;
import dev.planlift.core.detect.SymbolDetector;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.pdf.RawPdf;
import dev.planlift.core.raster.GrayImage;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which page of a PDF becomes the model, and what becomes of files without one. */
class PdfPagesTest {
  private static final int TEXT = 10;
  private static final int DRAWING = 11;
  private static final int SCAN = 12;

  @TempDir private Path folder;

  private static final class Silent implements ConversionListener {
    @Override
    public void stageStarted(ConversionStage stage) {}

    @Override
    public void stageProgressed(ConversionStage stage, double fraction) {}

    @Override
    public void stageFinished(ConversionStage stage, Duration took) {}
  }

  /** A file of some pages: of text, of line work, of a black picture. */
  private static byte[] pages(int... kinds) {
    var pdf = RawPdf.page("");
    var kids = new StringBuilder();
    for (int i = 0; i < kinds.length; i++) {
      int page = 20 + i;
      kids.append(page).append(" 0 R ");
      pdf.object(
          page,
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents "
              + kinds[i]
              + " 0 R /Resources << /Font << /T 7 0 R >> /XObject << /I 8 0 R >> >> >>");
    }
    var lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      lines.append(i * 9).append(" 10 m ").append(i * 9).append(" 300 l S ");
    }
    return pdf
        .object(2, "<< /Type /Pages /Kids [" + kids + "] >>")
        .object(7, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .stream(
            8,
            "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray" + " /BitsPerComponent 8",
            new byte[1])
        .stream(TEXT, "", ascii("BT /T 9 Tf 50 350 Td (Nothing but words) Tj ET"))
        .stream(DRAWING, "", ascii(lines.toString()))
        .stream(SCAN, "", ascii("600 0 0 400 0 0 cm /I Do"))
        .bytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private String convert(byte[] pdf, Map<String, String> options) throws IOException {
    return convert(new Converter(), pdf, options, new Silent());
  }

  private String convert(
      Converter converter, byte[] pdf, Map<String, String> options, ConversionListener listener)
      throws IOException {
    var report = folder.resolve("report.json");
    var file = Files.write(folder.resolve("in.pdf"), pdf);
    var request =
        new ConversionRequest(
            file,
            "in.pdf",
            ConversionOptions.parse(options),
            folder.resolve("model.glb"),
            Optional.of(report),
            Optional.of(folder.resolve("preview.png")),
            List.of());
    converter.convert(request, listener);
    return Files.readString(report);
  }

  private PermanentError refusal(byte[] pdf, Map<String, String> options) {
    return assertThatExceptionOfType(PermanentError.class)
        .isThrownBy(() -> convert(pdf, options))
        .actual();
  }

  @Test
  void thePageWithLineWorkIsTakenAndAllAreToldInTheReport() throws IOException {
    var report = convert(pages(TEXT, SCAN, DRAWING), Map.of());
    assertThat(report.replaceAll("\\s+", ""))
        .contains("\"pages\":[{\"page\":1,\"class\":\"document\"")
        .contains("{\"page\":2,\"class\":\"scanned_plan\"")
        .contains("{\"page\":3,\"class\":\"other_drawing\"")
        .containsPattern("\"page\":3,[^}]*\"taken\":true");
  }

  @Test
  void theOptionPagesSaysWhichAreLookedAt() throws IOException {
    var two = pages(DRAWING, DRAWING);
    assertThat(convert(two, Map.of())).contains("PAGES_LEFT_OUT");
    assertThat(convert(two, Map.of("pages", "2")).replaceAll("\\s+", ""))
        .contains("\"pages\":[{\"page\":2,")
        .doesNotContain("PAGES_LEFT_OUT");
    var refusal = refusal(two, Map.of("pages", "1-3"));
    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_OPTION);
    assertThat(refusal).hasMessageContaining("no page 3, the file has 2");
  }

  @Test
  void pagesOfTextAloneAreNothingToConvert() {
    var refusal = refusal(pages(TEXT, TEXT), Map.of());
    assertThat(refusal.code()).isEqualTo(ErrorCode.NOTHING_TO_CONVERT);
    assertThat(refusal).hasMessage("Nothing that could be a drawing is on 2 pages");
  }

  @Test
  void ofABrokenFileItIsToldThatADrawingMayBeLost() {
    var broken = RawPdf.page("").object(2, "<< /Type /Pages /Kids [3 0 R 99 0 R] >>").bytes();
    assertThat(refusal(broken, Map.of()))
        .hasMessage(
            "Nothing that could be a drawing is on 1 page; 1 pages are named but not in the file");
  }

  @Test
  void aScanNeedsADetectorAndIsSeenInThePreview() throws IOException {
    var refusal = refusal(pages(TEXT, SCAN), Map.of());
    assertThat(refusal.code()).isEqualTo(ErrorCode.DETECTOR_MISSING);
    assertThat(refusal.where().coordinates()).containsEntry("page", "2");
    var preview = ImageIO.read(folder.resolve("preview.png").toFile());
    assertThat(preview.getWidth()).isEqualTo(600 * 200 / 72);
    assertThat(preview.getRGB(300, 300) & 0xFFFFFF).isZero();
    assertThat(folder.resolve("model.glb")).doesNotExist();
    assertThat(Files.readString(folder.resolve("report.json"))).contains("DETECTOR_MISSING");
  }

  @Test
  void ofSeveralScansOneIsLookedAtAndTheOthersAreTold() throws IOException {
    assertThat(refusal(pages(SCAN, SCAN), Map.of()).code()).isEqualTo(ErrorCode.DETECTOR_MISSING);
    assertThat(Files.readString(folder.resolve("report.json")).replaceAll("\\s+", " "))
        .contains("PAGES_LEFT_OUT", "there are drawings on page 2 as well")
        .containsPattern("\"page\" : 1,[^}]*\"taken\" : true")
        .containsPattern("\"page\" : 2,[^}]*\"taken\" : false");
  }

  /** A house of one room, 300 by 200 points, with a door in the wall below. */
  private static final class House implements SymbolDetector {
    private final List<String> handed = new ArrayList<>();

    @Override
    public List<Detection> detect(
        int page, GrayImage image, ConversionOptions options, DoubleConsumer progress) {
      handed.add(
          "page %d, %d x %d of %.2f points, %d in the middle"
              .formatted(
                  page,
                  image.width(),
                  image.height(),
                  image.pointsPerPixel(),
                  image.gray()[image.gray().length / 2] & 0xFF));
      progress.accept(1);
      return List.of(
          seen(Detection.Kind.WALL, 100, 100, 220, 108),
          seen(Detection.Kind.WALL, 246, 100, 400, 108),
          seen(Detection.Kind.DOOR, 220, 100, 246, 108),
          seen(Detection.Kind.WALL, 100, 292, 400, 300),
          seen(Detection.Kind.WALL, 100, 108, 108, 292),
          seen(Detection.Kind.WALL, 392, 108, 400, 292));
    }

    private static Detection seen(Detection.Kind kind, double x0, double y0, double x1, double y1) {
      var corners = List.of(new Vec2(x0, y0), new Vec2(x1, y0), new Vec2(x1, y1), new Vec2(x0, y1));
      return new Detection(kind, corners, 0.9);
    }
  }

  @Test
  void whatADetectorSeesOnAScanBecomesTheBuilding() throws IOException {
    var detector = new House();
    var stages = new ArrayList<ConversionStage>();
    var listener =
        new ConversionListener() {
          @Override
          public void stageStarted(ConversionStage stage) {
            stages.add(stage);
          }
        };
    var report =
        convert(
            new Converter(Optional.of(detector)),
            pages(TEXT, SCAN),
            Map.of("scale", "1:100"),
            listener);
    assertThat(detector.handed)
        .containsExactly("page 2, 1666 x 1111 of 0.36 points, 0 in the middle");
    assertThat(stages)
        .containsSubsequence(
            ConversionStage.READ,
            ConversionStage.RENDER,
            ConversionStage.DETECT,
            ConversionStage.RECONSTRUCT);
    assertThat(report).contains("\"doors\" : 1").contains("\"rooms\" : 1");
    assertThat(report).contains("\"layer\" : \"wall\"").doesNotContain("DETECTOR_MISSING");
  }
}
