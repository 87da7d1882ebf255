package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.geom.Vec3;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines of vertices, points and ellipses, and their bounds. */
class PolylineReadingTest {
  private static Path path(Drawing drawing) {
    assertThat(drawing.items()).hasSize(1);
    return (Path) drawing.items().getFirst();
  }

  private static String many(int count, String vertex) {
    var groups = new StringBuilder("0 LWPOLYLINE\n70 0\n");
    IntStream.range(0, count).forEach(i -> groups.append("10 " + i + "\n20 " + i % 2 + vertex));
    return groups.toString();
  }

  @Test
  void aPointIsKeptAsAPlace() {
    var drawing = DxfText.readEntities("0 POINT\n10 1\n20 2\n30 3\n");

    assertThat(path(drawing).isPoint()).isTrue();
    assertThat(path(drawing).segments().getFirst().start()).isEqualTo(new Vec3(1, 2, 3));
    assertThat(drawing.ledger().count("POINT", Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void aPolylineOfMillionsOfVerticesIsThinnedButKeepsItsEnds() {
    int count = VertexLimit.VERTICES * 2 + 3;
    var drawing = DxfText.readEntities(many(count, "\n"));

    var line = (Segment.Polyline) path(drawing).segments().getFirst();

    assertThat(line.size()).isLessThanOrEqualTo(VertexLimit.VERTICES + 1);
    assertThat(line.start()).isEqualTo(new Vec3(0, 0, 0));
    assertThat(line.end()).isEqualTo(new Vec3(count - 1, (count - 1) % 2, 0));
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("ENTITY_BUDGET");
  }

  @Test
  void arcsOfAThinnedPolylineBecomeChords() {
    var drawing = DxfText.readEntities(many(VertexLimit.VERTICES + 5, "\n42 1\n"));

    assertThat(path(drawing).segments()).hasSize(1);
  }

  @Test
  void tooManyPiecesOfChangingWidthShareTheFirst() {
    var drawing = DxfText.readEntities(many(70_000, "\n40 1\n41 2\n"));

    assertThat(path(drawing).stroke()).isEqualTo(new Stroke(1, 2));
    assertThat(drawing.ledger().count(Outcome.APPROXIMATED)).isEqualTo(1);
  }

  @Test
  void theWidthOfAnOldPolylineIsThatOfVerticesWithoutTheirOwn() {
    var drawing =
        DxfText.readEntities(
            "0 POLYLINE\n66 1\n40 0.5\n41 0.5\n0 VERTEX\n10 0\n0 VERTEX\n10 1\n40 0\n41 0\n"
                + "0 VERTEX\n10 2\n0 SEQEND\n");

    assertThat(drawing.items()).hasSize(2);
    assertThat(((Path) drawing.items().get(0)).stroke()).isEqualTo(new Stroke(0.5, 0.5));
    assertThat(((Path) drawing.items().get(1)).stroke()).isEqualTo(Stroke.THIN);
  }

  @Test
  void theBulgeOfTheLastVertexBendsTheClosingPiece() {
    var path = path(DxfText.readEntities("0 LWPOLYLINE\n70 1\n10 0\n20 0\n10 2\n20 0\n42 1\n"));

    var closing = (Segment.EllipticArc) path.segments().get(1);

    assertThat(closing.at(closing.startRad() + closing.sweepRad() / 2).y()).isGreaterThan(0.999);
    assertThat(closing.end().distance(Vec3.ZERO)).isLessThan(1e-9);
  }

  @Test
  void anEllipseMayBeHigherThanWideAndMirrored() {
    var path =
        path(
            DxfText.readEntities(
                "0 ELLIPSE\n10 0\n11 2\n21 0\n40 3\n41 0\n42 1.5707963267948966\n"
                    + "210 0\n220 0\n230 -1\n"));

    assertThat(path.segments().getFirst().end().distance(new Vec3(0, -6, 0))).isLessThan(1e-9);
  }

  @Test
  void aNegativeRadiusIsTakenForItsSize() {
    var drawing = DxfText.readEntities("0 ARC\n10 0\n20 0\n40 -2\n50 0\n51 90\n");

    assertThat(path(drawing).segments().getFirst().start().distance(new Vec3(2, 0, 0)))
        .isLessThan(1e-12);
  }

  /** The bound as the reader has it, seen from outside: 2²⁰ vertices. */
  private static final class VertexLimit {
    static final int VERTICES = 1 << 20;
  }
}
