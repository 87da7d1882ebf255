package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import org.junit.jupiter.api.Test;

/** What is drawn in the place of each entity. */
class EntityReadingTest {
  private static final double TINY = 1e-9;

  private static DrawingItem only(String groups) {
    var items = DxfText.readEntities(groups).items();
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static Path path(String groups) {
    return (Path) only(groups);
  }

  private static void isNear(Vec3 actual, double x, double y, double z) {
    assertThat(actual.x()).isCloseTo(x, within(TINY));
    assertThat(actual.y()).isCloseTo(y, within(TINY));
    assertThat(actual.z()).isCloseTo(z, within(TINY));
  }

  @Test
  void aLineKeepsItsPointsHandleAndLayer() {
    var line = path("0 LINE\n5 2F\n8 WALL\n10 1\n20 2\n30 3\n11 4\n21 5\n31 6\n");

    assertThat(line.segments().getFirst().start()).isEqualTo(new Vec3(1, 2, 3));
    assertThat(line.segments().getFirst().end()).isEqualTo(new Vec3(4, 5, 6));
    assertThat(line.source()).isEqualTo(new SourceRef.Handle("2F"));
    assertThat(line.appearance().layer().name()).isEqualTo("WALL");
  }

  @Test
  void anEntityWithoutHandleIsNamedByItsLine() {
    var line = path("0 LINE\n8 0\n10 0\n20 0\n11 1\n21 1\n");

    assertThat(line.source()).isEqualTo(new SourceRef.Handle("line 6"));
  }

  @Test
  void thicknessRunsAlongTheExtrusionDirection() {
    var line = path("0 LINE\n10 0\n11 1\n39 2.5\n210 0\n220 1\n230 0\n");

    assertThat(line.extrusion()).isEqualTo(new Vec3(0, 2.5, 0));
  }

  @Test
  void bulgeOfMinusOneIsAClockwiseHalfCircle() {
    var arc =
        (Segment.EllipticArc)
            path("0 LWPOLYLINE\n90 2\n70 0\n10 0\n20 0\n42 -1\n10 2\n20 0\n").segments().getFirst();

    assertThat(arc.sweepRad()).isCloseTo(-Math.PI, within(TINY));
    isNear(arc.start(), 0, 0, 0);
    isNear(arc.at(arc.startRad() + arc.sweepRad() / 2), 1, 1, 0);
    isNear(arc.end(), 2, 0, 0);
  }

  @Test
  void aBulgedPieceBetweenStraightOnesIsOnePath() {
    var path = path("0 LWPOLYLINE\n70 1\n10 0\n20 0\n10 4\n20 0\n42 1\n10 4\n20 2\n10 0\n20 2\n");

    assertThat(path.closed()).isTrue();
    assertThat(path.segments()).hasSize(3);
    assertThat(path.segments().get(1)).isInstanceOf(Segment.EllipticArc.class);
    assertThat(CurveMeasure.length(path)).isCloseTo(4 + Math.PI + 4 + 2, within(TINY));
  }

  @Test
  void constantWidthIsTheStrokeOfOnePath() {
    var path = path("0 LWPOLYLINE\n70 0\n43 0.2\n10 0\n20 0\n10 4\n20 0\n10 4\n20 4\n");

    assertThat(path.stroke()).isEqualTo(new Stroke(0.2, 0.2));
    assertThat(path.segments()).hasSize(1);
  }

  @Test
  void changingWidthGivesOnePathAPiece() {
    var items =
        DxfText.readEntities(
                "0 LWPOLYLINE\n10 0\n20 0\n40 0\n41 1\n10 4\n20 0\n40 1\n41 1\n10 8\n20 0\n")
            .items();

    assertThat(items).hasSize(2);
    assertThat(((Path) items.get(0)).stroke()).isEqualTo(new Stroke(0, 1));
    assertThat(((Path) items.get(1)).stroke()).isEqualTo(new Stroke(1, 1));
  }

  @Test
  void polylinesAtAnElevationLieThere() {
    var old =
        path(
            """
            0 POLYLINE
            66 1
            30 7
            0 VERTEX
            10 0
            20 0
            0 VERTEX
            10 1
            20 0
            0 SEQEND
            """);
    var light = path("0 LWPOLYLINE\n38 7\n10 0\n20 0\n10 1\n20 0\n");

    assertThat(old.segments().getFirst().end()).isEqualTo(new Vec3(1, 0, 7));
    assertThat(light.segments().getFirst().end()).isEqualTo(new Vec3(1, 0, 7));
  }

  @Test
  void aPolylineInSpaceKeepsTheHeightOfEachVertex() {
    var path =
        path(
            """
            0 POLYLINE
            70 9
            0 VERTEX
            10 0
            20 0
            30 1
            0 VERTEX
            10 1
            20 0
            30 2
            0 SEQEND
            """);

    assertThat(path.closed()).isTrue();
    assertThat(path.segments().getFirst().end()).isEqualTo(new Vec3(1, 0, 2));
  }

  @Test
  void aPolyfaceIsTriangles() {
    var mesh =
        (SurfaceMesh)
            only(
                """
                0 POLYLINE
                70 64
                0 VERTEX
                70 192
                10 0
                20 0
                0 VERTEX
                70 192
                10 1
                20 0
                0 VERTEX
                70 192
                10 1
                20 1
                0 VERTEX
                70 192
                10 0
                20 1
                0 VERTEX
                70 128
                71 1
                72 -2
                73 3
                74 4
                0 SEQEND
                """);

    assertThat(mesh.triangles()).containsExactly(0, 1, 2, 0, 2, 3);
  }

  @Test
  void aPolygonMeshSpansItsRowsAndColumns() {
    var vertices = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      vertices.append("0 VERTEX\n70 64\n10 " + i / 3 + "\n20 " + i % 3 + "\n");
    }
    var mesh = (SurfaceMesh) only("0 POLYLINE\n70 16\n71 2\n72 3\n" + vertices + "0 SEQEND\n");

    assertThat(mesh.positions()).hasSize(18);
    assertThat(mesh.triangles()).containsExactly(0, 1, 4, 0, 4, 3, 1, 2, 5, 1, 5, 4);
  }

  @Test
  void anArcRunsCounterClockwiseOverZero() {
    var arc =
        (Segment.EllipticArc)
            path("0 ARC\n10 0\n20 0\n40 2\n50 270\n51 90\n").segments().getFirst();

    assertThat(arc.sweepRad()).isCloseTo(Math.PI, within(TINY));
    isNear(arc.start(), 0, -2, 0);
    isNear(arc.end(), 0, 2, 0);
  }

  @Test
  void anArcSeenFromBelowIsMirrored() {
    var arc =
        (Segment.EllipticArc)
            path("0 ARC\n10 5\n20 0\n40 2\n50 0\n51 90\n210 0\n220 0\n230 -1\n")
                .segments()
                .getFirst();

    isNear(arc.start(), -7, 0, 0);
    isNear(arc.end(), -5, 2, 0);
  }

  @Test
  void theMinorAxisOfAnEllipseIsLeftOfItsMajorAxis() {
    var arc =
        (Segment.EllipticArc)
            path("0 ELLIPSE\n10 0\n20 0\n11 0\n21 4\n40 0.5\n41 0\n42 1.5707963267948966\n")
                .segments()
                .getFirst();

    isNear(arc.start(), 0, 4, 0);
    isNear(arc.end(), -2, 0, 0);
  }

  @Test
  void aSplineOfDegreeOneIsItsControlPolygon() {
    var path =
        path(
            "0 SPLINE\n70 8\n71 1\n40 0\n40 0\n40 1\n40 2\n40 2\n10 0\n20 0\n10 3\n20 0\n10 3\n20 4\n");

    assertThat(CurveMeasure.length(path)).isCloseTo(7, within(TINY));
  }

  @Test
  void aSplineWithoutControlPointsRunsThroughItsFitPoints() {
    var drawing = DxfText.readEntities("0 SPLINE\n11 0\n21 0\n11 1\n21 1\n11 2\n21 0\n");
    var path = (Path) drawing.items().getFirst();

    assertThat(path.segments()).hasSize(2);
    assertThat(path.segments().getFirst().end()).isEqualTo(new Vec3(1, 1, 0));
    assertThat(drawing.ledger().count("SPLINE", Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void theMiddleOfALeftAlignedTextIsHalfItsBoxAway() {
    var text = (TextLabel) only("0 TEXT\n10 10\n20 5\n40 2\n1 AB\n50 90\n");

    isNear(text.center(), 9, 10 / 2.0 + text.width() / 2, 0);
    isNear(text.direction(), 0, 1, 0);
    assertThat(text.height()).isEqualTo(2);
  }

  @Test
  void aMiddleAlignedTextLiesAroundItsSecondPoint() {
    var text = (TextLabel) only("0 TEXT\n10 0\n20 0\n11 7\n21 8\n72 4\n40 2\n1 Bath\n");

    isNear(text.center(), 7, 8, 0);
  }

  @Test
  void anMTextHangsFromItsAttachmentPoint() {
    var text = (TextLabel) only("0 MTEXT\n10 0\n20 0\n40 3\n41 100\n71 2\n3 Living\\P\n1 room\n");

    assertThat(text.text()).isEqualTo("Living\nroom");
    isNear(text.center(), 0, -(3 + 5) / 2.0, 0);
  }

  @Test
  void theCornersOfASolidComeInZigzag() {
    var region = (FilledRegion) only("0 SOLID\n10 0\n20 0\n11 2\n21 0\n12 0\n22 1\n13 2\n23 1\n");
    var ring = (Segment.Polyline) region.loops().getFirst().getFirst();

    assertThat(ring.xyz()).containsExactly(0, 0, 0, 2, 0, 0, 2, 1, 0, 0, 1, 0);
  }

  @Test
  void aFaceWhoseLastCornersAreOneIsATriangle() {
    var face =
        (Face)
            only(
                "0 3DFACE\n10 0\n20 0\n30 0\n11 1\n21 0\n31 0\n12 1\n22 1\n32 5\n13 1\n23 1\n33 5\n");

    assertThat(face.corners()).hasSize(3);
  }

  @Test
  void aHatchHasThePolylineAndTheEdgesAroundIt() {
    var region =
        (FilledRegion)
            only(
                """
                0 HATCH
                10 0
                20 0
                30 1.5
                2 ANSI31
                70 0
                71 0
                91 2
                92 3
                72 0
                73 1
                93 3
                10 0
                20 0
                10 9
                20 0
                10 9
                20 9
                97 0
                92 1
                93 2
                72 1
                10 1
                20 0
                11 3
                21 0
                72 2
                10 2
                20 0
                40 1
                50 0
                51 180
                73 1
                97 0
                75 0
                76 1
                52 45
                41 2
                98 1
                10 5
                20 5
                """);

    assertThat(region.fill())
        .isEqualTo(new FilledRegion.Fill.Pattern("ANSI31", 2, Math.toRadians(45)));
    assertThat(region.loops()).hasSize(2);
    assertThat(region.loops().get(0).getFirst().start()).isEqualTo(new Vec3(0, 0, 1.5));
    var arc = region.loops().get(1).get(1);
    isNear(arc.start(), 3, 0, 1.5);
    isNear(arc.end(), 1, 0, 1.5);
  }

  @Test
  void clockwiseEdgesOfAHatchCountTheirAnglesClockwise() {
    var region =
        (FilledRegion)
            only(
                "0 HATCH\n2 SOLID\n70 1\n91 1\n92 1\n93 1\n72 2\n10 0\n20 0\n40 1\n50 0\n51 90\n73 0\n75 0\n");
    var arc = region.loops().getFirst().getFirst();

    isNear(arc.start(), 1, 0, 0);
    isNear(arc.end(), 0, -1, 0);
  }

  @Test
  void aMultilineIsOnePathForEachOfItsLines() {
    var items =
        DxfText.readEntities(
                """
                0 MLINE
                2 STANDARD
                40 1
                70 0
                71 1
                72 2
                73 2
                10 0
                20 0
                11 0
                21 0
                12 1
                22 0
                13 0
                23 1
                74 2
                41 0.1
                41 0
                75 0
                74 2
                41 -0.1
                41 0
                75 0
                11 5
                21 0
                12 1
                22 0
                13 0
                23 1
                74 2
                41 0.1
                41 0
                75 0
                74 2
                41 -0.1
                41 0
                75 0
                """)
            .items();

    assertThat(items).hasSize(2);
    assertThat(((Path) items.get(0)).segments().getFirst().end()).isEqualTo(new Vec3(5, 0.1, 0));
    assertThat(((Path) items.get(1)).segments().getFirst().end()).isEqualTo(new Vec3(5, -0.1, 0));
  }

  @Test
  void aCutInAMultilineLeavesAGap() {
    var vertex = "12 1\n22 0\n13 0\n23 1\n74 4\n41 0\n41 0\n41 2\n41 3\n75 0\n";
    var items =
        DxfText.readEntities("0 MLINE\n71 1\n11 0\n21 0\n" + vertex + "11 9\n21 0\n" + vertex)
            .items();

    assertThat(items).hasSize(2);
    isNear(((Path) items.get(0)).segments().getFirst().end(), 2, 0, 0);
    isNear(((Path) items.get(1)).segments().getFirst().start(), 3, 0, 0);
    isNear(((Path) items.get(1)).segments().getFirst().end(), 9, 0, 0);
  }

  @Test
  void aDimensionTellsWhatItMeasures() {
    var dimension =
        (MeasuredDimension)
            only("0 DIMENSION\n70 32\n1 <>\n10 0\n20 9\n13 1\n23 1\n14 4\n24 5\n50 0\n");

    assertThat(dimension.kind()).isEqualTo(MeasuredDimension.Kind.LINEAR);
    assertThat(dimension.measured()).isCloseTo(3, within(TINY));
    assertThat(dimension.text()).isEmpty();
    assertThat(dimension.from()).isEqualTo(new Vec3(1, 1, 0));
  }

  @Test
  void whatIsNotDrawnIsCountedWithItsReason() {
    var ledger =
        DxfText.readEntities(
                """
                0 SPACESHIP
                5 A1
                0 LINE
                10 0
                11 1
                60 1
                0 LINE
                10 0
                11 1
                67 1
                0 LINE
                10 3
                11 3
                0 CIRCLE
                40 1
                10 nan
                0 LINE
                10 1e308
                11 0
                0 TEXT
                1
                """)
            .ledger();

    assertThat(ledger.entries())
        .extracting(entry -> entry.type() + " " + entry.reason())
        .containsExactly(
            "SPACESHIP UNSUPPORTED_TYPE",
            "LINE INVISIBLE",
            "LINE PAPER_SPACE",
            "LINE DEGENERATE",
            "CIRCLE NOT_FINITE",
            "LINE NOT_FINITE",
            "TEXT EMPTY_TEXT");
    assertThat(ledger.read()).isEqualTo(7);
  }
}
