package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;

/** Entities of whose content only the place is known: pictures, underlays, objects, shapes. */
class FrameReadingTest {
  private static final double TINY = 1e-9;

  private static final String PICTURE =
      "0 IMAGE\n10 100\n20 50\n11 0.5\n21 0\n12 0\n22 0.5\n13 40\n23 20\n";

  private static void isSkipped(Drawing drawing, String type, String reason) {
    assertThat(drawing.items()).isEmpty();
    assertThat(drawing.ledger().count(type, Outcome.SKIPPED)).isEqualTo(1);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo(reason);
  }

  @Test
  void aPictureReachesOverAllItsPixels() {
    var frame = (ImageFrame) DxfText.readEntities(PICTURE).items().getFirst();

    assertThat(frame.corners())
        .containsExactly(
            new Vec3(100, 50, 0), new Vec3(120, 50, 0), new Vec3(120, 60, 0), new Vec3(100, 60, 0));
  }

  @Test
  void aClippedPictureReachesAsFarAsItsBoundary() {
    // Pixels 10 to 29 from the left, 0 to 9 from above.
    var drawing =
        DxfText.readEntities(
            PICTURE + "70 7\n280 1\n71 1\n91 2\n14 9.5\n24 -0.5\n14 29.5\n24 9.5\n");
    var frame = (ImageFrame) drawing.items().getFirst();

    assertThat(drawing.items()).hasSize(1);
    assertThat(frame.corners().getFirst()).isEqualTo(new Vec3(105, 55, 0));
    assertThat(frame.corners().get(2)).isEqualTo(new Vec3(115, 60, 0));
  }

  @Test
  void aPictureClippedToAPolygonShowsIt() {
    var drawing =
        DxfText.readEntities(
            PICTURE
                + "70 7\n280 1\n71 2\n91 3\n14 -0.5\n24 19.5\n14 39.5\n24 19.5\n14 -0.5\n24 -0.5\n");

    assertThat(drawing.items()).hasSize(2);
    var outline = (Path) drawing.items().get(1);
    assertThat(outline.closed()).isTrue();
    assertThat(outline.segments().getFirst().start()).isEqualTo(new Vec3(100, 50, 0));
    assertThat(outline.segments().getFirst().end()).isEqualTo(new Vec3(100, 60, 0));
  }

  @Test
  void anUnderlayIsFramedWhereItIsClipped() {
    var file =
        "0 SECTION\n2 ENTITIES\n0 PDFUNDERLAY\n340 D1\n10 10\n20 20\n41 2\n42 2\n43 2\n50 90\n280"
            + " 3\n11 0\n21 0\n11 4\n21 3\n0 ENDSEC\n0 SECTION\n2 OBJECTS\n0 PDFDEFINITION\n5 D1\n1"
            + " site.pdf\n2 1\n0 ENDSEC\n0 EOF\n";
    var frame = (ImageFrame) DxfText.read(DxfText.of(file)).items().getFirst();

    assertThat(frame.name()).isEqualTo("site.pdf 1");
    assertThat(frame.corners().get(2).x()).isCloseTo(4, within(TINY));
    assertThat(frame.corners().get(2).y()).isCloseTo(28, within(TINY));
  }

  @Test
  void anUnderlayWithoutBoundaryIsLeftOut() {
    isSkipped(DxfText.readEntities("0 DGNUNDERLAY\n10 1\n20 1\n"), "DGNUNDERLAY", "NO_EXTENT");
  }

  @Test
  void anEmbeddedObjectLiesBetweenItsCorners() {
    var frame =
        (ImageFrame)
            DxfText.readEntities("0 OLE2FRAME\n70 2\n3 Excel\n10 1\n20 9\n11 5\n21 2\n")
                .items()
                .getFirst();

    assertThat(frame.name()).isEqualTo("Excel");
    assertThat(frame.corners().getFirst()).isEqualTo(new Vec3(1, 2, 0));
    assertThat(frame.corners().get(2)).isEqualTo(new Vec3(5, 9, 0));
    isSkipped(DxfText.readEntities("0 OLEFRAME\n70 1\n90 0\n"), "OLEFRAME", "NO_EXTENT");
  }

  @Test
  void aWipeoutDrawsNothing() {
    isSkipped(DxfText.readEntities("0 WIPEOUT\n10 1\n11 5\n22 5\n"), "WIPEOUT", "HIDES_ONLY");
  }

  @Test
  void aShapeIsASquareOfItsSize() {
    var drawing = DxfText.readEntities("0 SHAPE\n10 5\n20 5\n40 2\n2 DIODE\n50 90\n");
    var square = (Path) drawing.items().getFirst();

    assertThat(CurveMeasure.length(square)).isCloseTo(8, within(TINY));
    assertThat(square.segments().getFirst().start()).isEqualTo(new Vec3(5, 5, 0));
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("SHAPE_FILE");
  }

  @Test
  void aTableWithoutItsPictureIsLeftOut() {
    isSkipped(
        DxfText.readEntities("0 ACAD_TABLE\n2 *T1\n10 0\n20 0\n"), "ACAD_TABLE", "NO_PICTURE");
  }

  @Test
  void textOfTheExpressToolsHasItsPlace() {
    var remote =
        (TextLabel)
            DxfText.readEntities("0 RTEXT\n10 0\n20 0\n40 2\n50 90\n1 notes.txt\n")
                .items()
                .getFirst();
    var bent =
        (TextLabel)
            DxfText.readEntities(
                    "0 ARCALIGNEDTEXT\n10 0\n20 0\n40 10\n42 2\n44 1\n50 0\n51 3.141592653589793\n1"
                        + " Arc\n")
                .items()
                .getFirst();

    assertThat(remote.text()).isEqualTo("notes.txt");
    assertThat(remote.direction().y()).isCloseTo(1, within(TINY));
    assertThat(bent.center().y()).isCloseTo(12, within(TINY));
    assertThat(bent.direction().x()).isCloseTo(1, within(TINY));
  }
}
