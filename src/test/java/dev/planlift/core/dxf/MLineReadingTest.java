package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MLINE with its style: colours, caps, mitres, filling. */
class MLineReadingTest {
  private static final String LINES =
      "49 0.5\n62 1\n6 DASHED\n49 0.2\n62 256\n6 BYLAYER\n49 -0.2\n62 256\n6 BYLAYER\n"
          + "49 -0.5\n62 256\n420 255\n6 BYLAYER\n";

  /** A vertex with the offsets 0.5, 0.2, −0.2, −0.5. */
  private static String vertex(double x, double y, double dx, double dy) {
    return "11 %s\n21 %s\n12 %s\n22 %s\n13 %s\n23 %s\n".formatted(x, y, dx, dy, -dy, dx)
        + "74 2\n41 0.5\n41 0\n75 0\n74 2\n41 0.2\n41 0\n75 0\n"
        + "74 2\n41 -0.2\n41 0\n75 0\n74 2\n41 -0.5\n41 0\n75 0\n";
  }

  private static Drawing drawing(int styleFlags, String head, String vertices) {
    return DxfText.read(
        DxfText.of(
            "0 SECTION\n2 ENTITIES\n0 MLINE\n62 3\n100 AcDbEntity\n100 AcDbMline\n2 WALLS\n340 AB\n"
                + head
                + vertices
                + "0 ENDSEC\n0 SECTION\n2 OBJECTS\n0 MLINESTYLE\n5 AB\n100 AcDbMlineStyle\n2 WALLS\n"
                + "70 %d\n3 \n62 5\n51 90\n52 90\n71 4\n".formatted(styleFlags)
                + LINES
                + "0 ENDSEC\n0 EOF\n"));
  }

  private static final String STRAIGHT = vertex(0, 0, 1, 0) + vertex(10, 0, 1, 0);

  private static List<Segment> segments(Drawing drawing) {
    return drawing.items().stream()
        .filter(Path.class::isInstance)
        .map(item -> ((Path) item).segments().getFirst())
        .toList();
  }

  @Test
  void eachLineHasTheColourAndLineTypeOfItsElement() {
    var items = drawing(0, "71 1\n", STRAIGHT).items();

    assertThat(items).hasSize(4);
    assertThat(items).extracting(i -> i.appearance().lineType()).startsWith("DASHED");
    assertThat(items)
        .extracting(i -> i.appearance().rgb())
        .as("62 3 of the multiline holds where the element says ByLayer")
        .containsExactly(0xFF0000, 0x00FF00, 0x00FF00, 0x0000FF);
  }

  @Test
  void capsAreLinesAndArcs() {
    var segments = segments(drawing(16 | 32 | 1024, "71 1\n", STRAIGHT));

    assertThat(segments).hasSize(4 + 3);
    var startLine = segments.get(0);
    var startInner = (Segment.EllipticArc) segments.get(1);
    var endOuter = (Segment.EllipticArc) segments.get(2);
    assertThat(startLine.start().distance(startLine.end())).isCloseTo(1, within(1e-9));
    assertThat(startInner.at(Math.PI / 2).distance(new Vec3(-0.2, 0, 0))).isLessThan(1e-9);
    assertThat(endOuter.at(Math.PI / 2).distance(new Vec3(10.5, 0, 0))).isLessThan(1e-9);
  }

  @Test
  void theMultilineMayDoWithoutItsStylesCaps() {
    assertThat(drawing(16 | 256, "71 13\n", STRAIGHT).items()).hasSize(4);
    assertThat(drawing(16 | 256, "71 5\n", STRAIGHT).items()).hasSize(5);
  }

  @Test
  void mitresAreDrawnAtInnerVertices() {
    var bent = vertex(0, 0, 1, 0) + vertex(10, 0, 1, 0) + vertex(20, 0, 1, 0);

    var mitre = segments(drawing(2, "71 1\n", bent)).getFirst();

    assertThat(mitre.start()).isEqualTo(new Vec3(10, -0.5, 0));
    assertThat(mitre.end()).isEqualTo(new Vec3(10, 0.5, 0));
  }

  @Test
  void theFillingLiesBetweenTheOutermostLines() {
    var region = (FilledRegion) drawing(1, "71 1\n", STRAIGHT).items().getFirst();

    assertThat(region.appearance().rgb()).isEqualTo(0x0000FF);
    assertThat(CurveMeasure.bounds(region.loops().getFirst()).size()).isEqualTo(new Vec3(10, 1, 0));
  }

  @Test
  void aClosedFillingIsARing() {
    var square =
        vertex(0, 0, 1, 0) + vertex(10, 0, 0, 1) + vertex(10, 10, -1, 0) + vertex(0, 10, 0, -1);

    var region = (FilledRegion) drawing(1, "71 3\n", square).items().getFirst();

    assertThat(region.loops()).hasSize(2);
  }

  @Test
  void aCutInTheFillingLeavesTwoPieces() {
    var cut =
        STRAIGHT
            .replaceFirst("75 0\n", "75 4\n42 0.5\n42 0\n42 3\n42 4\n")
            .replaceFirst(
                "74 2\n41 -0.5\n41 0\n75 0\n",
                "74 2\n41 -0.5\n41 0\n75 4\n42 -0.5\n42 0\n42 3\n42 4\n");

    var region = (FilledRegion) drawing(1, "71 1\n", cut).items().getFirst();

    assertThat(region.loops()).hasSize(2);
    assertThat(CurveMeasure.bounds(region.loops().get(0)).size().x()).isCloseTo(3, within(1e-9));
    assertThat(CurveMeasure.bounds(region.loops().get(1)).size().x()).isCloseTo(6, within(1e-9));
  }

  @Test
  void whereTheVerticesDoNotSayItTheStylesOffsetsHold() {
    double m = Math.sqrt(0.5);
    var bare =
        "11 0\n21 0\n12 1\n22 0\n13 0\n23 1\n11 10\n21 0\n12 0\n22 1\n13 %s\n23 %s\n"
                .formatted(-m, m)
            + "11 10\n21 10\n12 0\n22 1\n13 -1\n23 0\n";

    var top = segments(drawing(0, "40 2\n70 0\n71 1\n", bare));
    var middle = segments(drawing(0, "40 2\n70 1\n71 1\n", bare));

    assertThat(((Segment.Polyline) top.get(0)).vertex(1)).isEqualTo(new Vec3(10, 0, 0));
    assertThat(((Segment.Polyline) top.get(3)).vertex(1).distance(new Vec3(12, -2, 0)))
        .isLessThan(1e-9);
    assertThat(((Segment.Polyline) middle.get(0)).vertex(1).distance(new Vec3(9, 1, 0)))
        .isLessThan(1e-9);
  }
}
