package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.MeasuredDimension.Kind;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DIMENSION of all kinds: what was measured, and how it is drawn without its block. */
class DimensionReadingTest {
  private static final double TINY = 1e-9;

  /** From (0, 0) to (300, 400), the line through (0, 500). */
  private static final String FROM_TO =
      "10 0\n20 500\n30 0\n13 0\n23 0\n33 0\n14 300\n24 400\n34 0\n";

  /** A dimension drawn in a style with these variables. */
  private static MeasuredDimension styled(String variables, String groups) {
    var file =
        "0 SECTION\n2 TABLES\n0 TABLE\n2 DIMSTYLE\n0 DIMSTYLE\n2 PLAN\n40 100\n"
            + variables
            + "0 ENDTAB\n0 ENDSEC\n0 SECTION\n2 ENTITIES\n0 DIMENSION\n3 PLAN\n"
            + groups
            + "0 ENDSEC\n0 EOF\n";
    return only(DxfText.read(DxfText.of(file)));
  }

  private static MeasuredDimension only(Drawing drawing) {
    assertThat(drawing.items()).hasSize(1);
    return (MeasuredDimension) drawing.items().getFirst();
  }

  private static MeasuredDimension dimension(String groups) {
    return only(DxfText.readEntities("0 DIMENSION\n" + groups));
  }

  private static String writtenIn(MeasuredDimension dimension) {
    return dimension.picture().stream()
        .filter(TextLabel.class::isInstance)
        .map(item -> ((TextLabel) item).text())
        .findFirst()
        .orElse("");
  }

  private static List<Segment> lines(MeasuredDimension dimension) {
    return dimension.picture().stream()
        .filter(Path.class::isInstance)
        .flatMap(item -> ((Path) item).segments().stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "32, 0, 300, LINEAR",
    "32, 90, 400, LINEAR",
    "32, 53.13010235415598, 500, LINEAR",
    "33, 0, 500, ALIGNED",
    "102, 0, 0, ORDINATE",
    "38, 0, 500, ORDINATE",
  })
  void lengthsAreMeasuredBetweenThePoints(int flags, double turn, double length, Kind kind) {
    var dimension = dimension("70 " + flags + "\n50 " + turn + "\n" + FROM_TO);

    assertThat(dimension.kind()).isEqualTo(kind);
    assertThat(dimension.measured()).isCloseTo(length, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"3, DIAMETER", "4, RADIUS"})
  void roundOnesAreMeasuredFromCentreOrAcross(int flags, Kind kind) {
    var dimension = dimension("70 " + flags + "\n10 1\n20 1\n15 4\n25 5\n");

    assertThat(dimension.kind()).isEqualTo(kind);
    assertThat(dimension.measured()).isCloseTo(5, within(TINY));
    assertThat(writtenIn(dimension)).isEqualTo(kind == Kind.RADIUS ? "R5.0000" : "⌀5.0000");
  }

  /** Lines along x and along the diagonal; the arc's point chooses one of four sectors. */
  @ParameterizedTest
  @CsvSource({"10, 3, 45", "0, 9, 135", "-10, -3, 45", "0, -9, 135"})
  void theArcsPointChoosesTheAngleBetweenTwoLines(double x, double y, double degrees) {
    var dimension =
        dimension(
            "70 34\n13 1\n23 0\n14 5\n24 0\n15 1\n25 1\n10 5\n20 5\n16 " + x + "\n26 " + y + "\n");

    assertThat(Math.toDegrees(dimension.measured())).isCloseTo(degrees, within(TINY));
    var arc =
        (Segment.EllipticArc)
            lines(dimension).stream()
                .filter(Segment.EllipticArc.class::isInstance)
                .findFirst()
                .orElseThrow();
    double turned = Math.toDegrees(Math.atan2(y, x) - arc.startRad());
    assertThat(((turned % 360) + 360) % 360).isBetween(0.0, degrees);
  }

  @Test
  void anAngleAtAPointMayBeLargerThanAHalfTurn() {
    var near = dimension("70 37\n15 0\n25 0\n13 2\n23 0\n14 0\n24 2\n10 3\n20 3\n");
    var far = dimension("70 37\n15 0\n25 0\n13 2\n23 0\n14 0\n24 2\n10 -3\n20 -3\n");

    assertThat(near.measured()).isCloseTo(Math.PI / 2, within(TINY));
    assertThat(far.measured()).isCloseTo(3 * Math.PI / 2, within(TINY));
    assertThat(writtenIn(near)).isEqualTo("90°");
  }

  @Test
  void anArcIsMeasuredAlongItself() {
    var arc =
        only(
            DxfText.readEntities(
                "0 ARC_DIMENSION\n70 37\n15 0\n25 0\n13 2\n23 0\n14 0\n24 2\n10 3\n20 3\n70 0\n"));

    assertThat(arc.kind()).isEqualTo(Kind.ARC_LENGTH);
    assertThat(arc.measured()).isCloseTo(Math.PI, within(TINY));
  }

  @Test
  void aLargeRadiusIsMeasuredFromItsTrueCentre() {
    var large =
        only(
            DxfText.readEntities(
                "0 LARGE_RADIAL_DIMENSION\n70 9\n10 0\n20 0\n13 100\n23 0\n14 60\n24 5\n15 80\n25"
                    + " 2\n"));

    assertThat(large.kind()).isEqualTo(Kind.RADIUS);
    assertThat(large.measured()).isCloseTo(100, within(TINY));
    assertThat(lines(large)).hasSize(2);
  }

  @Test
  void theStatedMeasurementHoldsWhereThereAreNoPoints() {
    assertThat(dimension("70 0\n42 1234.5\n").measured()).isEqualTo(1234.5);
  }

  @Test
  void withoutItsBlockItIsDrawnFromItsPoints() {
    var drawing =
        DxfText.readEntities("0 DIMENSION\n70 0\n2 *D1\n10 0\n20 50\n13 10\n23 0\n14 60\n24 20\n");
    var dimension = only(drawing);

    var lines = lines(dimension);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).start()).isEqualTo(new Vec3(10, 0.0625, 0));
    assertThat(lines.get(0).end()).isEqualTo(new Vec3(10, 50.18, 0));
    assertThat(lines.get(1).start()).isEqualTo(new Vec3(60, 20.0625, 0));
    assertThat(lines.get(2).start()).isEqualTo(new Vec3(10, 50, 0));
    assertThat(lines.get(2).end()).isEqualTo(new Vec3(60, 50, 0));
    assertThat(dimension.picture().stream().filter(FilledRegion.class::isInstance)).hasSize(2);
    assertThat(writtenIn(dimension)).isEqualTo("50.0000");
    assertThat(drawing.ledger().count("DIMENSION", Outcome.APPROXIMATED)).isEqualTo(1);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("BUILT_DIMENSION");
  }

  @Test
  void ticksAndLeftOutExtensionLinesAreAsTheStyleSays() {
    var dimension = styled("142 1\n75 1\n76 1\n", "70 1\n10 0\n20 50\n13 0\n14 1000\n");

    assertThat(dimension.picture().stream().filter(FilledRegion.class::isInstance)).isEmpty();
    assertThat(lines(dimension)).hasSize(3);
    assertThat(lines(dimension).get(1).start()).isEqualTo(new Vec3(-50, 0, 0));
  }

  @Test
  void anObliqueOneIsInThePlaneOfItsExtrusion() {
    var dimension =
        dimension("70 0\n10 0\n20 0\n30 5\n13 0\n23 0\n33 0\n14 0\n24 4\n34 0\n210 1\n220 0\n");

    // The axes of that plane are world y and z.
    assertThat(dimension.measured()).isCloseTo(4, within(TINY));
    assertThat(lines(dimension).getLast().end().y()).isCloseTo(4, within(TINY));
    assertThat(lines(dimension).getLast().end().z()).isCloseTo(5, within(TINY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "271 2; 1234.5; 1234.50",
        "271 2|78 8; 1234.5; 1234.5",
        "271 2|78 12; 0.5; .5",
        "271 1|278 44; 1234.56; 1234,6",
        "271 0|45 5; 1234.5; 1235",
        "271 2|144 0.001; 3500; 3.50",
        "271 0|3 <> mm; 3500; 3500 mm",
        "271 0|3 ~; 3500; 3500~",
        "277 4|271 3|78 0; 66.125; 5'-6 1/8\"",
        "277 4|271 3|78 0; 72; 6'",
        "277 4|271 3|78 1; 72; 6'-0\"",
        "277 4|271 3|78 0; 6.5; 6 1/2\"",
        "277 4|271 3|78 2; 6.5; 0'-6 1/2\"",
        "277 4|271 4|78 3; 0.5; 1/2\"",
        "277 3|271 2|78 1; 66.125; 5'-6.13\"",
        "277 5|271 2; 2.75; 2 3/4",
      })
  void lengthsAreWrittenAsTheStyleSays(String variables, double length, String written) {
    var dimension =
        styled(
            variables.replace('|', '\n') + "\n",
            "70 0\n10 0\n20 1\n13 0\n23 0\n14 " + length + "\n24 0\n");

    assertThat(writtenIn(dimension)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "179 1|275 0, 45.0°",
    "179 1|275 0|79 2, 45°",
    "275 1, 45°0'",
    "179 0|275 2, 50g",
    "179 2|275 3, 0.79r"
  })
  void anglesAreWrittenAsTheStyleSays(String variables, String written) {
    var dimension =
        styled(
            variables.replace('|', '\n') + "\n",
            "70 5\n15 0\n25 0\n13 2\n23 0\n14 2\n24 2\n10 3\n20 1\n");

    assertThat(writtenIn(dimension)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<> typ.; 50 typ.",
        "free; free",
        "{\\L<>\\l} [] x; 50  x",
        "ca. <>\\Xclear; ca. 50|clear"
      })
  void ownTextStandsAroundTheMeasurement(String own, String written) {
    var dimension = styled("271 0\n", "70 0\n1 " + own + "\n10 0\n20 1\n13 0\n23 0\n14 50\n24 0\n");

    assertThat(dimension.text()).hasValue(written.replace('|', '\n'));
    assertThat(writtenIn(dimension)).isEqualTo(written.replace('|', '\n'));
  }

  @Test
  void theSignOfARadiusIsNotWrittenTwice() {
    assertThat(styled("271 0\n", "70 4\n1 R<>\n10 0\n20 0\n15 5\n25 0\n").text()).hasValue("R5");
  }

  @Test
  void oneBlankMeansNoTextAtAll() {
    var dimension = dimension("70 0\n1  \n10 0\n20 1\n13 0\n23 0\n14 50\n24 0\n");

    assertThat(writtenIn(dimension)).isEmpty();
    assertThat(dimension.text()).isEmpty();
  }

  @Test
  void theBlockIsThePictureWhereThereIsOne() {
    var drawing =
        DxfText.read(
            DxfText.of(
                "0 SECTION\n2 BLOCKS\n0 BLOCK\n2 *D1\n0 LINE\n11 1\n0 ENDBLK\n0 ENDSEC\n0 SECTION\n2"
                    + " ENTITIES\n0 DIMENSION\n2 *D1\n70 0\n14 5\n0 ENDSEC\n0 EOF\n"));

    assertThat(only(drawing).picture()).hasSize(1);
    assertThat(only(drawing).picture().getFirst()).isInstanceOf(SymbolInstance.class);
    assertThat(drawing.ledger().count("DIMENSION", Outcome.CONVERTED)).isEqualTo(1);
  }
}
