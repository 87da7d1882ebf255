package dev.planlift.core.pdf;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn on a page of 600 × 400 points, as it is shown. */
class PageReadingTest {
  private static final String HELVETICA =
      "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

  private static PageContent read(RawPdf pdf) {
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      return new PdfPages(file).read(1);
    }
  }

  private static PageContent read(String content) {
    return read(RawPdf.page(content));
  }

  /** A page with entries of its own. */
  private static PageContent read(String entries, String content) {
    return read(page(entries, content));
  }

  private static RawPdf page(String entries, String content) {
    return RawPdf.page(content)
        .object(
            3,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R "
                + entries
                + " >>");
  }

  private static <T extends DrawingItem> List<T> all(PageContent page, Class<T> type) {
    return page.items().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <T extends DrawingItem> T only(PageContent page, Class<T> type) {
    assertThat(page.items()).hasSize(1).first().isInstanceOf(type);
    return type.cast(page.items().getFirst());
  }

  private static List<Double> polyline(List<Segment> segments) {
    assertThat(segments).hasSize(1);
    var xyz = ((Segment.Polyline) segments.getFirst()).xyz();
    return Arrays.stream(xyz).boxed().toList();
  }

  @Test
  void aLineIsAPathWithWidthColourAndPlace() {
    var path = only(read("2 w 1 0 0 RG 10 20 m 110 20 l S"), Path.class);
    assertThat(polyline(path.segments())).containsExactly(10.0, 20.0, 0.0, 110.0, 20.0, 0.0);
    assertThat(path.closed()).isFalse();
    assertThat(path.stroke().startWidth()).isEqualTo(2);
    assertThat(path.appearance().rgb()).isEqualTo(0xFF0000);
    assertThat(path.appearance().lineWeightMm()).isCloseTo(0.7056, within(1e-3));
    assertThat(path.source()).isEqualTo(new SourceRef.PageBox(1, List.of(10.0, 20.0, 110.0, 20.0)));
  }

  @Test
  void aRectangleIsClosedAndACurveStaysOne() {
    var page = read("10 10 30 20 re S 0 0 m 0 10 10 20 20 20 c S");
    var paths = all(page, Path.class);
    assertThat(paths.getFirst().closed()).isTrue();
    assertThat(polyline(paths.getFirst().segments())).hasSize(12);
    assertThat(paths.getLast().segments())
        .containsExactly(
            new Segment.CubicBezier(
                Vec3.ZERO, new Vec3(0, 10, 0), new Vec3(10, 20, 0), new Vec3(20, 20, 0)));
    assertThat(page.counts().paths()).isEqualTo(2);
  }

  @Test
  void transformsNestAndWidthsGrowWithThem() {
    var path =
        only(read("q 2 0 0 2 100 50 cm q 1 0 0 1 10 0 cm 3 w 0 0 m 5 5 l S Q Q"), Path.class);
    assertThat(polyline(path.segments())).containsExactly(120.0, 50.0, 0.0, 130.0, 60.0, 0.0);
    assertThat(path.stroke().startWidth()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 600, 400, 10, 20", "90, 400, 600, 20, 590", "180, 600, 400, 590, 380",
    "270, 400, 600, 380, 10", "-90, 400, 600, 380, 10", "450, 400, 600, 20, 590"
  })
  void aTurnedPageIsReadAsItIsShown(int turn, double width, double height, double x, double y) {
    var page = read("/Rotate " + turn, "10 20 m 300 200 l S");
    assertThat(page.box().max()).isEqualTo(new Vec3(width, height, 0));
    var start = only(page, Path.class).segments().getFirst().start();
    assertThat(start.distance(new Vec3(x, y, 0))).isLessThan(1e-9);
  }

  @Test
  void theCropBoxsCornerIsZeroAndItsUnitIsApplied() {
    var page =
        read("/CropBox [100 100 300 200] /UserUnit 2 /Rotate 90", "150 110 m 160 110 l 4 w S");
    assertThat(page.box().max()).isEqualTo(new Vec3(200, 400, 0));
    var path = only(page, Path.class);
    assertThat(polyline(path.segments())).containsExactly(20.0, 300.0, 0.0, 20.0, 280.0, 0.0);
    assertThat(path.stroke().startWidth()).isEqualTo(8);
  }

  @Test
  void linesAreCutAtTheClipAndWhatIsOutsideIsAccountedFor() {
    var page = read("q 100 100 100 100 re W n 0 150 m 400 150 l S 0 50 m 400 50 l S Q");
    var path = only(page, Path.class);
    var line = polyline(path.segments());
    assertThat(line.get(0)).isCloseTo(100, within(1.0));
    assertThat(line.get(3)).isCloseTo(200, within(1.0));
    assertThat(page.ledger().reasons()).containsOnlyKeys("NOT_SEEN");
    assertThat(page.ledger().read()).isEqualTo(2);
    assertThat(page.ledger().count(Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void aClipOfTwoRingsShowsWhatLiesBetweenThem() {
    var page = read("100 100 200 200 re 150 150 100 100 re W* n 0 200 m 400 200 l S");
    assertThat(all(page, Path.class))
        .extracting(path -> path.segments().getFirst().start().x())
        .satisfiesExactlyInAnyOrder(
            x -> assertThat(x).isCloseTo(100, within(1.0)),
            x -> assertThat(x).isCloseTo(250, within(1.0)));
  }

  @Test
  void theSameRingsByTheOtherRuleShowAll() {
    var page = read("100 100 200 200 re 150 150 100 100 re W n 0 200 m 400 200 l S");
    assertThat(only(page, Path.class).segments().getFirst().end().x()).isCloseTo(300, within(1.0));
  }

  @Test
  void evenOddFillsKeepTheirHoles() {
    var region = only(read("0 0 100 100 re 20 20 50 50 re f*"), FilledRegion.class);
    assertThat(region.loops()).hasSize(2);
  }

  @Test
  void ringsOfOneTurnWithinEachOtherAreFilledWhole() {
    var region = only(read("0 0 100 100 re 20 20 50 50 re f"), FilledRegion.class);
    assertThat(area(region)).isCloseTo(10_000, within(1e-6));
    assertThat(region.loops()).hasSize(1);
  }

  @Test
  void ringsThatOverlapAreFilledWhole() {
    var region = only(read("0 0 100 100 re 50 50 100 100 re f"), FilledRegion.class);
    assertThat(area(region)).isCloseTo(17_500, within(1e-6));
  }

  @Test
  void aRingTheOtherWayRoundIsAHole() {
    var region =
        only(read("0 0 100 100 re 20 20 m 20 70 l 70 70 l 70 20 l h f"), FilledRegion.class);
    assertThat(region.loops()).hasSize(2);
    assertThat(area(region)).isCloseTo(7_500, within(1e-6));
  }

  /** By the even-odd rule, of loops that do not cross each other. */
  private static double area(FilledRegion region) {
    double largest = 0;
    double sum = 0;
    for (var loop : region.loops()) {
      double twice = 0;
      for (var segment : loop) {
        var line = (Segment.Polyline) segment;
        for (int i = 1; i < line.size(); i++) {
          twice += line.vertex(i - 1).xy().cross(line.vertex(i).xy());
        }
      }
      largest = Math.max(largest, Math.abs(twice) / 2);
      sum += Math.abs(twice) / 2;
    }
    return 2 * largest - sum;
  }

  @Test
  void fillAndStrokeAreTwoThingsOfOneOperator() {
    var page = read("0 0 1 rg 10 10 30 20 re B");
    assertThat(all(page, FilledRegion.class)).hasSize(1);
    assertThat(all(page, Path.class)).hasSize(1);
    assertThat(page.counts().paths()).isEqualTo(2);
    assertThat(page.ledger().read()).isEqualTo(1);
  }

  @Test
  void dashesGiveTheLineType() {
    var page =
        read(
            "0.5 w [6 3] 0 d 0 0 m 9 9 l S [6 2 0.5 2] 0 d 0 0 m 9 9 l S"
                + " [0.5 2] 0 d 0 0 m 9 9 l S [] 0 d 0 0 m 9 9 l S");
    assertThat(page.items())
        .extracting(item -> item.appearance().lineType())
        .containsExactly("DASHED", "DASHDOT", "DOT", "CONTINUOUS");
  }

  @Test
  void aFormIsDrawnWhereItsMatricesPutItAndCutToItsBox() {
    var pdf =
        page("/Resources << /XObject << /X 5 0 R >> >>", "q 1 0 0 1 100 0 cm /X Do Q").stream(
            5,
            "/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Matrix [2 0 0 2 0 0]",
            "0 5 m 50 5 l S".getBytes(StandardCharsets.US_ASCII));
    var line = polyline(only(read(pdf), Path.class).segments());
    assertThat(line.get(0)).isEqualTo(100);
    assertThat(line.get(1)).isEqualTo(10);
    assertThat(line.get(3)).isCloseTo(120, within(1.1));
  }

  @Test
  void optionalContentIsLayersAndWhatIsOffIsNotSeen() {
    var content =
        "/OC /A BDC 0 0 m 9 9 l S EMC /OC /B BDC 0 0 m 8 8 l S EMC 0 0 m 7 7 l S"
            + " /OC /None BDC 0 0 m 6 6 l S EMC";
    var pdf =
        page("/Resources << /Properties << /A 5 0 R /B 6 0 R >> >>", content)
            .object(
                1,
                "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R]"
                    + " /D << /OFF [6 0 R] >> >> >>")
            .object(5, "<< /Type /OCG /Name (Walls) >>")
            .object(6, "<< /Type /OCG /Name (Furniture) >>");
    var page = read(pdf);
    assertThat(page.layers()).extracting(Layer::name).containsExactly("Walls", "Furniture", "0");
    assertThat(page.layers()).extracting(Layer::visible).containsExactly(true, false, true);
    assertThat(page.items())
        .extracting(item -> item.appearance().layer().name())
        .containsExactly("Walls", "Furniture", "0", "0");
    assertThat(page.counts().seenPaths()).isEqualTo(3);
    assertThat(requireNonNull(page.ledger().reasons().get("LAYER_OFF")).count()).isEqualTo(1);
  }

  @Test
  void aPictureIsAFrameAndIsNotDecoded() {
    var pdf =
        page("/Resources << /XObject << /I 5 0 R >> >>", "q 300 0 0 200 0 0 cm /I Do Q").stream(
            5,
            "/Type /XObject /Subtype /Image /Width 1000000 /Height 1000000"
                + " /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /JPXDecode",
            new byte[] {1, 2, 3});
    var page = read(pdf);
    assertThat(only(page, ImageFrame.class).corners().get(2)).isEqualTo(new Vec3(300, 200, 0));
    assertThat(page.counts().pictureCover()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void anInlinePictureIsOneToo() {
    var page = read("q 60 0 0 40 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q 0 0 m 9 9 l S");
    assertThat(all(page, ImageFrame.class)).hasSize(1);
    assertThat(all(page, Path.class)).hasSize(1);
  }

  @Test
  void piecesOnOneBaselineAreOneText() {
    var page =
        read(
            "/Resources << " + HELVETICA + " >>",
            "BT /F 10 Tf 100 50 Td [(SC) 20 (ALE)] TJ ( 1:) Tj ET BT /F 10 Tf 144 50 Td (100) Tj ET"
                + " BT /F 10 Tf 100 30 Td (Kitchen) Tj ET");
    assertThat(all(page, TextLabel.class))
        .extracting(TextLabel::text)
        .containsExactly("SCALE 1:100", "Kitchen");
  }

  @Test
  void aTextHasHeightDirectionAndMiddle() {
    var label =
        only(
            read(
                "/Resources << " + HELVETICA + " >>",
                "BT /F 20 Tf 0 1 -1 0 100 50 Tm (HHHH) Tj ET"),
            TextLabel.class);
    assertThat(label.direction().distance(new Vec3(0, 1, 0))).isLessThan(1e-6);
    assertThat(label.height()).isCloseTo(14.4, within(0.5));
    assertThat(label.width()).isCloseTo(4 * 0.722 * 20, within(0.1));
    assertThat(label.center().y()).isCloseTo(50 + 2 * 0.722 * 20, within(0.1));
    assertThat(label.center().x()).isCloseTo(100 - 7.2, within(0.3));
  }

  @Test
  void koreanWithoutToUnicodeIsReadByItsCharacterSet() {
    var font =
        "<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium /Encoding /KSCms-UHC-H"
            + " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0"
            + " /BaseFont /HYSMyeongJo-Medium /CIDSystemInfo << /Registry (Adobe)"
            + " /Ordering (Korea1) /Supplement 1 >> /DW 1000 /FontDescriptor 6 0 R >>] >>";
    var pdf =
        page("/Resources << /Font << /F 5 0 R >> >>", "BT /F 10 Tf 100 50 Td <C4A7BDC7> Tj ET")
            .object(5, font)
            .object(
                6,
                "<< /Type /FontDescriptor /FontName /HYSMyeongJo-Medium /Flags 4"
                    + " /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200"
                    + " /CapHeight 800 /StemV 80 >>");
    assertThat(only(read(pdf), TextLabel.class).text()).isEqualTo("침실");
  }

  @Test
  void lettersDrawnWithStrokesAreTheTextThatIsWrittenBesideThem() {
    var pdf =
        page("/Annots [5 0 R]", "101 51 m 105 58 l S 101 51 m 300 51 l S")
            .object(
                5,
                "<< /Type /Annot /Subtype /Square /Rect [100 50 140 60] /T (AutoCAD SHX Text)"
                    + " /Contents (KITCHEN) >>");
    var page = read(pdf);
    assertThat(all(page, TextLabel.class)).extracting(TextLabel::text).containsExactly("KITCHEN");
    assertThat(all(page, Path.class)).extracting(Path::auxiliary).containsExactly(true, false);
  }

  @Test
  void anAppearanceOfAnAnnotationIsDrawn() {
    var pdf =
        page("/Annots [5 0 R]", "")
            .object(5, "<< /Type /Annot /Subtype /Line /Rect [100 50 140 60] /AP << /N 6 0 R >> >>")
            .stream(
                6,
                "/Type /XObject /Subtype /Form /BBox [0 0 40 10]",
                "0 5 m 40 5 l S".getBytes(StandardCharsets.US_ASCII));
    assertThat(polyline(only(read(pdf), Path.class).segments()))
        .containsExactly(100.0, 55.0, 0.0, 140.0, 55.0, 0.0);
  }

  @Test
  void anOperatorThatFailsLeavesTheRest() {
    var page = read("/Missing Do 0 0 m 9 9 l S");
    assertThat(page.items()).hasSize(1);
    assertThat(page.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.where().coordinates()).containsEntry("operator", "Do"));
  }
}
