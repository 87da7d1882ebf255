package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.FilledRegion.Fill;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HATCH and MPOLYGON: boundaries, islands and fills. */
class HatchReadingTest {
  private static final String SOLID = "0 HATCH\n2 SOLID\n70 1\n";

  private static FilledRegion region(Drawing drawing) {
    return (FilledRegion) drawing.items().getFirst();
  }

  private static FilledRegion hatch(String paths) {
    return region(DxfText.readEntities(SOLID + "91 9\n" + paths + "75 0\n76 1\n"));
  }

  /** A square as a polyline path. */
  private static String square(int flags, double from, double to) {
    return "92 %d\n72 0\n73 1\n93 4\n10 %s\n20 %s\n10 %s\n20 %s\n10 %s\n20 %s\n10 %s\n20 %s\n97 0\n"
        .formatted(flags | 2, from, from, to, from, to, to, from, to);
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return "72 1\n10 %s\n20 %s\n11 %s\n21 %s\n".formatted(x1, y1, x2, y2);
  }

  private static void isConnected(List<Segment> loop) {
    var end = loop.getLast().end();
    for (var segment : loop) {
      assertThat(segment.start().distance(end)).isLessThan(1e-9);
      end = segment.end();
    }
  }

  @Test
  void edgesInAnyOrderAndDirectionMakeOneLoop() {
    var region =
        hatch(
            "92 1\n93 4\n"
                + line(0, 0, 4, 0)
                + line(0, 3, 0, 0)
                + line(0, 3, 4, 3)
                + line(4, 0, 4, 3));

    assertThat(region.loops()).hasSize(1);
    assertThat(region.loops().getFirst()).hasSize(4);
    isConnected(region.loops().getFirst());
  }

  @Test
  void severalLoopsInOnePathArePartedFromEachOther() {
    var region =
        hatch(
            "92 1\n93 6\n"
                + line(0, 0, 4, 0)
                + line(4, 0, 0, 4)
                + line(0, 4, 0, 0)
                + "72 2\n10 1\n20 1\n40 0.5\n50 0\n51 360\n73 1\n"
                + "72 2\n10 9\n20 9\n40 1\n50 0\n51 180\n73 1\n"
                + "72 2\n10 9\n20 9\n40 1\n50 180\n51 360\n73 1\n");

    assertThat(region.loops()).extracting(List::size).containsExactly(3, 1, 2);
    region.loops().forEach(HatchReadingTest::isConnected);
  }

  @Test
  void aGapInTheBoundaryIsNotFollowedIntoTheNextLoop() {
    var region =
        hatch(
            "92 1\n93 7\n"
                + line(0, 0, 4, 0)
                + line(4, 0, 4, 4)
                + line(4, 4, 0, 4)
                + line(0, 3.9, 0, 0.1)
                + line(50, 0, 60, 0)
                + line(60, 0, 60, 9)
                + line(60, 9, 50, 0));

    assertThat(region.loops()).extracting(List::size).containsExactly(4, 3);
  }

  @Test
  void clockwiseArcsCountTheirAnglesClockwise() {
    var arc =
        (Segment.EllipticArc)
            hatch("92 1\n93 1\n72 2\n10 0\n20 0\n40 1\n50 0\n51 90\n73 0\n")
                .loops()
                .getFirst()
                .getFirst();

    assertThat(arc.start().distance(new Vec3(1, 0, 0))).isLessThan(1e-12);
    assertThat(arc.end().distance(new Vec3(0, -1, 0))).isLessThan(1e-12);
  }

  @Test
  void anEllipseIsGivenByAnglesFromItsMajorAxis() {
    var arc =
        (Segment.EllipticArc)
            hatch("92 1\n93 1\n72 3\n10 0\n20 0\n11 2\n21 0\n40 0.5\n50 0\n51 45\n73 1\n")
                .loops()
                .getFirst()
                .getFirst();

    assertThat(arc.end().x()).isCloseTo(arc.end().y(), within(1e-12));
  }

  @Test
  void aSplineOfFitPointsTouchesItsTangents() {
    var loop =
        hatch(
                "92 1\n93 1\n72 4\n94 3\n73 0\n74 0\n95 0\n96 0\n97 2\n11 0\n21 0\n11 10\n21 0\n"
                    + "12 0\n22 1\n13 0\n23 -1\n")
            .loops()
            .getFirst();

    assertThat(((Segment.CubicBezier) loop.getFirst()).p1()).isEqualTo(new Vec3(0, 10.0 / 3, 0));
  }

  @Test
  void islandsFurtherInsideAreLeftOutInTheStyleOuter() {
    var paths = square(1, 0, 9) + square(16, 1, 8) + square(0, 2, 7);

    var normal = region(DxfText.readEntities(SOLID + "91 3\n" + paths + "75 0\n"));
    var outer = region(DxfText.readEntities(SOLID + "91 3\n" + paths + "75 1\n"));
    var ignore = region(DxfText.readEntities(SOLID + "91 3\n" + paths + "75 2\n"));

    assertThat(normal.loops()).hasSize(3);
    assertThat(outer.loops()).hasSize(2);
    assertThat(ignore.loops()).hasSize(1);
  }

  @Test
  void whereTheFileDoesNotTellIslandsApartAllStay() {
    var region =
        region(
            DxfText.readEntities(SOLID + "91 2\n" + square(1, 0, 9) + square(0, 1, 8) + "75 1\n"));

    assertThat(region.loops()).hasSize(2);
  }

  @Test
  void aHatchLiesAtItsElevationAlongItsExtrusion() {
    var region =
        region(
            DxfText.readEntities(
                "0 HATCH\n10 0\n20 0\n30 2\n210 0\n220 0\n230 -1\n2 SOLID\n70 1\n91 1\n"
                    + square(1, 1, 3)
                    + "75 0\n"));

    assertThat(region.loops().getFirst().getFirst().start()).isEqualTo(new Vec3(-1, 1, -2));
  }

  @Test
  void aGradientKeepsItsColoursAndShowsTheirMean() {
    var region =
        region(
            DxfText.readEntities(
                "0 HATCH\n100 AcDbEntity\n62 3\n100 AcDbHatch\n2 SOLID\n70 1\n91 1\n"
                    + square(1, 0, 1)
                    + "75 0\n76 1\n98 0\n450 1\n451 0\n460 0.5\n461 0\n452 0\n462 0\n453 2\n"
                    + "463 0\n63 5\n421 255\n463 1\n63 2\n421 16776960\n470 LINEAR\n"));

    assertThat(region.fill())
        .isEqualTo(new Fill.Gradient("LINEAR", 0.5, List.of(0x0000FF, 0xFFFF00)));
    assertThat(region.appearance().colour()).isEqualTo(new Colour.Rgb(0x7F7F7F));
  }

  private static String pattern(double offset) {
    return "0 HATCH\n2 LINES\n70 0\n91 1\n"
        + square(1, 0, 10)
        + "75 0\n76 1\n52 0\n41 1\n77 0\n78 1\n53 0\n43 0.5\n44 0.25\n45 0\n46 %s\n79 2\n49 1\n49 -0.5\n98 0\n"
            .formatted(offset);
  }

  @Test
  void thePatternsLinesAreKeptAsTheHatchDefinesThem() {
    var fill = (Fill.Pattern) region(DxfText.readEntities(pattern(2))).fill();

    var line = fill.lines().getFirst();

    assertThat(line.base()).isEqualTo(new Vec3(0.5, 0.25, 0));
    assertThat(line.offset()).isEqualTo(new Vec3(0, 2, 0));
    assertThat(line.dashes()).containsExactly(1.0, -0.5);
  }

  @Test
  void aPatternTooDenseToDrawBecomesAPlainFill() {
    var drawing = DxfText.readEntities(pattern(1e-9));

    assertThat(region(drawing).fill()).isEqualTo(new Fill.Solid());
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("ENTITY_BUDGET");
  }

  @Test
  void anMPolygonHasItsFillInOneColourAndItsEdgeInAnother() {
    var drawing =
        DxfText.readEntities(
            "0 MPOLYGON\n100 AcDbEntity\n62 1\n100 AcDbMPolygon\n70 1\n10 0\n20 0\n30 0\n2 SOLID\n"
                + "71 1\n91 1\n"
                + square(0, 0, 5)
                + "76 1\n73 0\n63 3\n11 0\n21 0\n99 0\n");

    assertThat(rgb(drawing.items().get(0).appearance())).isEqualTo(0x00FF00);
    assertThat(rgb(drawing.items().get(1).appearance())).isEqualTo(0xFF0000);
    assertThat(((Path) drawing.items().get(1)).closed()).isTrue();
    assertThat(drawing.ledger().count("MPOLYGON", Outcome.CONVERTED)).isEqualTo(1);
  }

  private static int rgb(Appearance appearance) {
    return appearance.rgb();
  }
}
