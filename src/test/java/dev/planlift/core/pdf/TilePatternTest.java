package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.PatternStrokes;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas of 80 × 80 points from (160, 80) on, filled with tiles of 8 × 8. */
class TilePatternTest {
  private static final double WITHIN = 1e-3;

  private record Line(Vec3 from, Vec3 to) {
    double length() {
      return from.distance(to);
    }

    boolean isAlong(double x, double y) {
      var along = to.minus(from);
      return Math.abs(along.x() * y - along.y() * x) < WITHIN;
    }
  }

  private static FilledRegion.Fill.Pattern pattern(FilledRegion region) {
    return (FilledRegion.Fill.Pattern) region.fill();
  }

  private static FilledRegion read(String tile, String matrix, String page) {
    return read(tile, matrix, page, "/Pattern cs /P scn 160 80 80 80 re f");
  }

  private static FilledRegion read(String tile, String matrix, String page, String content) {
    var resources = "/Resources << /Pattern << /P 5 0 R >> /XObject << /F 6 0 R >> >>";
    var pdf =
        RawPdf.page(content)
            .object(
                3,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R "
                    + (resources + page)
                    + " >>")
            .stream(
                5,
                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 8 8]"
                    + " /XStep 8 /YStep 8 /Resources << >> /Matrix "
                    + matrix,
                tile.getBytes(StandardCharsets.US_ASCII))
            .stream(
                6,
                "/Subtype /Form /BBox [0 0 600 400] /Matrix [1 0 0 1 0 4] " + resources,
                "/Pattern cs /P scn 160 80 80 80 re f".getBytes(StandardCharsets.US_ASCII));
    try (var file = PdfFile.open(pdf.bytes(), ConversionOptions.DEFAULTS)) {
      var items = new PdfPages(file).read(1).items();
      assertThat(items).hasSize(1).first().isInstanceOf(FilledRegion.class);
      return (FilledRegion) items.getFirst();
    }
  }

  private static List<Line> strokes(FilledRegion region) {
    var strokes = new ArrayList<Line>();
    assertThat(
            PatternStrokes.draw(
                region, pattern(region), 0.1, (from, to) -> strokes.add(new Line(from, to))))
        .isTrue();
    return strokes;
  }

  private static List<Line> strokes(String tile) {
    return strokes(read(tile, "[1 0 0 1 0 0]", ""));
  }

  private static double length(List<Line> strokes) {
    return strokes.stream().mapToDouble(Line::length).sum();
  }

  private static double remainder(double value, double step) {
    return Math.abs(value - step * Math.rint(value / step));
  }

  @Test
  void diagonalsFromCornerToCornerAreUnbrokenLines() {
    var region = read("0.2 w 0 0 m 8 8 l S", "[1 0 0 1 0 0]", "");
    assertThat(pattern(region).lines()).hasSize(1);
    assertThat(pattern(region).lines().getFirst().dashes()).isEmpty();
    var strokes = strokes(region);
    assertThat(strokes.size()).isBetween(19, 21);
    assertThat(strokes)
        .allSatisfy(
            line -> {
              assertThat(line.isAlong(1, 1)).isTrue();
              assertThat(remainder(line.from().y() - line.from().x(), 8)).isLessThan(WITHIN);
            });
    assertThat(length(strokes)).isCloseTo(100 * Math.hypot(8, 8), within(0.1));
  }

  @Test
  void halvesOfOneLineInTwoCornersAreThatLine() {
    var region = read("0 4 m 4 8 l S 8 4 m 4 0 l S", "[1 0 0 1 0 0]", "");
    assertThat(pattern(region).lines()).hasSize(1);
    assertThat(pattern(region).lines().getFirst().dashes()).isEmpty();
    assertThat(strokes(region))
        .allSatisfy(
            line ->
                assertThat(remainder(line.from().y() - line.from().x() - 4, 8)).isLessThan(WITHIN));
  }

  /** Every stroke of every tile is drawn, and none else: so is their length. */
  @ParameterizedTest
  @CsvSource({
    "0 4 m 8 4 l S, 8",
    "0 0 m 0 8 l S, 8",
    "1 4 m 5 4 l S, 4",
    "6 4 m 8 4 l 0 4 m 3 4 l S, 5",
    "1 1 m 4 4 l S, 4.24264",
    "4 1 m 1 4 l S, 4.24264",
    "0 0 m 4 8 l S 4 0 m 8 8 l S, 17.88854",
    "0 8 m 8 4 l S 0 4 m 8 0 l S, 17.88854",
    "0 0 m 8 0 l S 0 4 m 8 4 l S 2 0 m 2 4 l S 6 4 m 6 8 l S, 24",
    "-4 4 m 12 4 l S, 8",
    "2 2 4 4 re S, 16"
  })
  void asMuchIsDrawnAsAllTilesHold(String tile, double length) {
    assertThat(length(strokes(tile))).isCloseTo(100 * length, within(0.05 * length));
  }

  @Test
  void wallsOfBricksAreRowsAndDashes() {
    var strokes = strokes("0 0 m 8 0 l S 0 4 m 8 4 l S 2 0 m 2 4 l S 6 4 m 6 8 l S");
    for (var line : strokes) {
      if (line.isAlong(1, 0)) {
        assertThat(remainder(line.from().y(), 4)).isLessThan(WITHIN);
      } else {
        assertThat(line.isAlong(0, 1)).isTrue();
        double y = Math.min(line.from().y(), line.to().y());
        boolean even = remainder(y, 8) < WITHIN;
        assertThat(remainder(line.from().x() - (even ? 2 : 6), 8)).isLessThan(WITHIN);
      }
    }
  }

  @Test
  void thePatternsMatrixPutsItOnThePageAndNotTheFormsTransforms() {
    var scaled = read("0 0 m 8 0 l S", "[0.5 0 0 0.5 0 3]", "");
    assertThat(strokes(scaled))
        .hasSize(20)
        .allSatisfy(line -> assertThat(remainder(line.from().y() - 3, 4)).isLessThan(WITHIN));
    var moved =
        read(
            "0 0 m 8 0 l S",
            "[1 0 0 1 0 0]",
            "",
            "q 1 0 0 1 0 3 cm /Pattern cs /P scn 160 80 80 80 re f Q");
    assertThat(strokes(moved))
        .allSatisfy(line -> assertThat(remainder(line.from().y(), 8)).isLessThan(WITHIN));
  }

  @Test
  void onATurnedPageThePatternIsTurnedToo() {
    var turned = strokes(read("0 2 m 8 2 l S", "[1 0 0 1 0 0]", "/Rotate 90"));
    assertThat(turned).hasSize(10).allSatisfy(line -> assertThat(line.isAlong(0, 1)).isTrue());
    assertThat(turned)
        .allSatisfy(line -> assertThat(remainder(line.from().x() - 2, 8)).isLessThan(WITHIN));
  }

  /** A pattern lies in the space of the stream that paints with it: here the form's on the page. */
  @Test
  void inAFormThePatternMovesWithTheForm() {
    var moved = strokes(read("0 0 m 8 0 l S", "[1 0 0 1 0 0]", "", "q 1 0 0 1 0 3 cm /F Do Q"));
    assertThat(moved)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(remainder(line.from().y() - 7, 8)).isLessThan(WITHIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 m 8 8 l S 1 1 2 2 re f",
        "0 0 m 0 4 4 8 8 8 c S",
        "0 0 m 8 8 l S BT /F 9 Tf (x) Tj ET",
        "0 0 m 8 8 l S /F Do",
        "0 0 m 8 8 l S q 8 0 0 8 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q",
        "0 0 m 8 7.3 l S",
        "0 0 m NaN 1e39 l S",
        ""
      })
  void aTileOfAnythingElseIsAPatternByName(String tile) {
    assertThat(read(tile, "[1 0 0 1 0 0]", "").fill())
        .isEqualTo(new FilledRegion.Fill.Pattern("P", 1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0 0 0 0 0 0]", "[1e38 0 0 1e38 0 0]", "[NaN 0 0 1 0 0]", "[1]"})
  void aMatrixWithoutSenseLeavesTheAreaAsItIs(String matrix) {
    var region = read("0 0 m 8 8 l S", matrix, "");
    assertThat(region.loops()).hasSize(1);
    assertThat(pattern(region).lines())
        .allSatisfy(line -> assertThat(line.direction().isFinite()).isTrue());
  }
}
