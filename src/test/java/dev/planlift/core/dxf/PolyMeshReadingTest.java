package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;

/** Polygon meshes, polyfaces and 3DFACE. */
class PolyMeshReadingTest {
  private static String vertex(int flags, double x, double y, double z) {
    return "0 VERTEX\n10 %s\n20 %s\n30 %s\n70 %d\n".formatted(x, y, z, flags);
  }

  private static String face(int... corners) {
    var text = new StringBuilder("0 VERTEX\n70 128\n");
    for (int i = 0; i < corners.length; i++) {
      text.append(71 + i).append(' ').append(corners[i]).append('\n');
    }
    return text.toString();
  }

  private static Drawing polyline(String head, String parts) {
    return DxfText.readEntities("0 POLYLINE\n5 2\n66 1\n" + head + parts + "0 SEQEND\n");
  }

  private static SurfaceMesh mesh(Drawing drawing) {
    return (SurfaceMesh) drawing.items().getFirst();
  }

  private static EntityLedger.Entry entry(Drawing drawing) {
    return drawing.ledger().entries().getFirst();
  }

  /** Vertices on a ring of so many places, in so many rings one over the other. */
  private static String rings(int flags, int rings, int places) {
    var text = new StringBuilder();
    for (int r = 0; r < rings; r++) {
      for (int i = 0; i < places; i++) {
        double angle = 2 * Math.PI * i / places;
        text.append(vertex(flags, Math.cos(angle), Math.sin(angle), r));
      }
    }
    return text.toString();
  }

  @Test
  void aMeshClosedAcrossGoesRound() {
    var drawing = polyline("70 48\n71 2\n72 6\n", rings(64, 2, 6));

    assertThat(mesh(drawing).triangles()).hasSize(3 * 12);
  }

  @Test
  void aMeshClosedAlongIsJoinedAtItsEnds() {
    var drawing = polyline("70 17\n71 3\n72 4\n", rings(64, 3, 4));

    assertThat(mesh(drawing).triangles()).hasSize(3 * 2 * 3 * 3);
  }

  @Test
  void aSmoothedMeshIsDrawnByItsOwnVerticesNotItsFrame() {
    var drawing =
        polyline("70 20\n71 2\n72 2\n73 3\n74 3\n75 6\n", rings(80, 2, 2) + rings(72, 3, 3));

    assertThat(mesh(drawing).triangles()).hasSize(3 * 8);
    assertThat(drawing.ledger().count(Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void aSmoothedMeshWithoutItsVerticesIsShownByItsFrame() {
    var drawing = polyline("70 20\n71 2\n72 3\n73 6\n74 6\n75 8\n", rings(80, 2, 3));

    assertThat(mesh(drawing).triangles()).hasSize(3 * 4);
    assertThat(entry(drawing).reason()).isEqualTo("SMOOTH_SURFACE");
  }

  @Test
  void rowsThatAreNotThereAreSaid() {
    var drawing = polyline("70 17\n71 2147483647\n72 3\n", rings(64, 3, 3));

    assertThat(mesh(drawing).triangles()).hasSize(3 * 8);
    assertThat(entry(drawing).reason()).isEqualTo("BAD_INDEX");
  }

  @Test
  void aHiddenEdgeOfAPolyfaceIsAnEdge() {
    var square =
        vertex(192, 0, 0, 0) + vertex(192, 1, 0, 0) + vertex(192, 1, 1, 0) + vertex(192, 0, 1, 0);

    var drawing = polyline("70 64\n71 4\n72 1\n", square + face(-1, 2, -3, 4));

    assertThat(mesh(drawing).triangles()).hasSize(6);
  }

  @Test
  void aPolyfaceKeepsItsSoundFacesWhenOthersAreBad() {
    var square =
        vertex(192, 0, 0, 0) + vertex(192, 1, 0, 0) + vertex(192, 1, 1, 0) + vertex(192, 0, 1, 0);

    var drawing =
        polyline(
            "70 64\n",
            square + face(1, 2, 3) + face(1, 2, 5) + face(1, 2, Integer.MIN_VALUE) + face(1, 2));

    assertThat(mesh(drawing).triangles()).hasSize(3);
    assertThat(entry(drawing).reason()).isEqualTo("BAD_INDEX");
    assertThat(entry(drawing).detail()).startsWith("2 faces");
  }

  @Test
  void aConcaveFaceIsCutInside() {
    // An arrow head whose third corner lies inside.
    var face =
        (Face)
            DxfText.readEntities("0 3DFACE\n10 0\n20 0\n11 4\n21 0\n12 1\n22 1\n13 0\n23 4\n70 5\n")
                .items()
                .getFirst();

    var c = face.corners();
    double area = area(c.get(0), c.get(1), c.get(2)) + area(c.get(0), c.get(2), c.get(3));
    assertThat(area).isCloseTo(4, within(1e-9));
  }

  private static double area(Vec3 a, Vec3 b, Vec3 c) {
    return b.minus(a).cross(c.minus(a)).length() / 2;
  }

  @Test
  void aBentFaceIsCutAlongItsShorterDiagonal() {
    var face =
        (Face)
            DxfText.readEntities("0 3DFACE\n10 0\n20 0\n11 4\n21 0\n12 5\n22 3\n32 1\n13 1\n23 3\n")
                .items()
                .getFirst();

    assertThat(face.corners().getFirst()).isIn(new Vec3(4, 0, 0), new Vec3(1, 3, 0));
  }

  @Test
  void aFaceOfThreeCornersIsATriangle() {
    var face =
        (Face)
            DxfText.readEntities("0 3DFACE\n10 0\n20 0\n11 4\n21 0\n12 5\n22 3\n13 5\n23 3\n")
                .items()
                .getFirst();

    assertThat(face.corners()).hasSize(3);
  }
}
