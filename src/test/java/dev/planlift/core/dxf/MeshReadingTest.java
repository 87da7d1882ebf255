package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.geom.Vec3;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MESH: control mesh, subdivision, creases, damage. */
class MeshReadingTest {
  private static final double TINY = 1e-9;

  /** A cube from −1 to 1, faces outward. */
  private static final String CUBE_VERTICES =
      points(-1, -1, -1, 1, -1, -1, 1, 1, -1, -1, 1, -1, -1, -1, 1, 1, -1, 1, 1, 1, 1, -1, 1, 1);

  private static final int[] CUBE_FACES = {
    4, 0, 3, 2, 1, 4, 4, 5, 6, 7, 4, 0, 1, 5, 4, 4, 1, 2, 6, 5, 4, 2, 3, 7, 6, 4, 3, 0, 4, 7
  };

  private static final int[] CUBE_EDGES = {
    0, 1, 1, 2, 2, 3, 3, 0, 4, 5, 5, 6, 6, 7, 7, 4, 0, 4, 1, 5, 2, 6, 3, 7
  };

  private static String points(double... xyz) {
    var text = new StringBuilder();
    for (int i = 0; i < xyz.length; i += 3) {
      text.append("10 %s\n20 %s\n30 %s\n".formatted(xyz[i], xyz[i + 1], xyz[i + 2]));
    }
    return text.toString();
  }

  private static String indices(int... values) {
    var text = new StringBuilder();
    IntStream.of(values).forEach(v -> text.append("90 ").append(v).append('\n'));
    return text.toString();
  }

  private static Drawing mesh(int level, String vertices, int[] faces, String creases) {
    return DxfText.readEntities(
        "0 MESH\n5 A1\n8 ROOF\n62 3\n71 2\n72 0\n91 %d\n92 8\n%s93 %d\n%s%s"
            .formatted(level, vertices, faces.length, indices(faces), creases));
  }

  private static String creased(double sharpness) {
    return "94 12\n" + indices(CUBE_EDGES) + "95 12\n" + ("140 " + sharpness + "\n").repeat(12);
  }

  private static SurfaceMesh only(Drawing drawing) {
    return (SurfaceMesh) drawing.items().getFirst();
  }

  private static Vec3 vertex(SurfaceMesh mesh, int i) {
    var p = mesh.positions();
    return new Vec3(p[3 * i], p[3 * i + 1], p[3 * i + 2]);
  }

  /** Positive for a closed mesh that looks outward. */
  static double volume(SurfaceMesh mesh) {
    double six = 0;
    var t = mesh.triangles();
    for (int i = 0; i < t.length; i += 3) {
      six += vertex(mesh, t[i]).dot(vertex(mesh, t[i + 1]).cross(vertex(mesh, t[i + 2])));
    }
    return six / 6;
  }

  @Test
  void anUnsmoothedCubeKeepsItsVerticesAndLooksOutward() {
    var cube = only(mesh(0, CUBE_VERTICES, CUBE_FACES, ""));

    assertThat(cube.triangles()).hasSize(3 * 12);
    assertThat(volume(cube)).isCloseTo(8, within(TINY));
    assertThat(cube.appearance().layer().name()).isEqualTo("ROOF");
    assertThat(cube.appearance().rgb()).isEqualTo(0x00FF00);
  }

  @Test
  void oneLevelPullsACubesCornersAsCatmullAndClarkSay() {
    var cube = only(mesh(1, CUBE_VERTICES, CUBE_FACES, ""));

    assertThat(cube.triangles()).hasSize(3 * 2 * 24);
    // F = (1, 1, 1)/3 · −1, R = −2/3: (F + 2R + 0·P)/3 = −5/9.
    assertThat(vertex(cube, 0).x()).isCloseTo(-5.0 / 9, within(TINY));
    assertThat(vertex(cube, 0).z()).isCloseTo(-5.0 / 9, within(TINY));
    // The edge between (−1,−1,−1) and (1,−1,−1): the mean of two ends and two face points.
    assertThat(cube.positions()).containsSequence(new double[] {0, -0.75, -0.75});
  }

  @Test
  void creasedForEverACubeStaysACubeAtAnyLevel() {
    assertThat(volume(only(mesh(3, CUBE_VERTICES, CUBE_FACES, creased(-1)))))
        .isCloseTo(8, within(TINY));
  }

  @Test
  void aCreaseOfTwoHoldsTwoLevelsAndIsSmoothedThen() {
    assertThat(volume(only(mesh(2, CUBE_VERTICES, CUBE_FACES, creased(2)))))
        .isCloseTo(8, within(TINY));
    assertThat(volume(only(mesh(3, CUBE_VERTICES, CUBE_FACES, creased(2))))).isBetween(7.0, 7.999);
  }

  @Test
  void aHalfCreaseLiesBetweenSmoothAndSharp() {
    double smooth = volume(only(mesh(1, CUBE_VERTICES, CUBE_FACES, "")));
    double half = volume(only(mesh(1, CUBE_VERTICES, CUBE_FACES, creased(0.5))));

    assertThat(half).isGreaterThan(smooth + 0.5).isLessThan(7.5);
  }

  @Test
  void aConcaveFaceIsFilledInsideOnly() {
    // An L of area 3.
    var l = points(0, 0, 0, 2, 0, 0, 2, 1, 0, 1, 1, 0, 1, 2, 0, 0, 2, 0);
    var face = only(mesh(0, l, new int[] {6, 0, 1, 2, 3, 4, 5}, ""));

    double area = 0;
    var t = face.triangles();
    for (int i = 0; i < t.length; i += 3) {
      var ab = vertex(face, t[i + 1]).minus(vertex(face, t[i]));
      var ac = vertex(face, t[i + 2]).minus(vertex(face, t[i]));
      assertThat(ab.cross(ac).z()).isPositive();
      area += ab.cross(ac).z() / 2;
    }
    assertThat(area).isCloseTo(3, within(TINY));
  }

  @Test
  void bordersAreSmoothedAlongThemselves() {
    var square = points(0, 0, 0, 4, 0, 0, 4, 4, 0, 0, 4, 0);
    var face = only(mesh(1, square, new int[] {4, 0, 1, 2, 3}, ""));

    // A border's corner: (6 P + both neighbours) / 8.
    assertThat(vertex(face, 0)).isEqualTo(new Vec3(0.5, 0.5, 0));
    assertThat(face.positions()).containsSequence(new double[] {2, 0, 0});
  }

  @Test
  void tooHighALevelStopsInTimeAndIsSaid() {
    var drawing = mesh(200, CUBE_VERTICES, CUBE_FACES, "");

    assertThat(only(drawing).triangles().length / 3).isBetween(10_000, 200_000);
    var entry = drawing.ledger().entries().getFirst();
    assertThat(entry.outcome()).isEqualTo(Outcome.APPROXIMATED);
    assertThat(entry.reason()).isEqualTo("ENTITY_BUDGET");
  }

  @Test
  void facesWithCornersThatAreNotThereAreLeftOutAndSaid() {
    var drawing =
        mesh(0, CUBE_VERTICES, new int[] {3, 0, 1, 2, 3, 0, 1, 99, 3, 0, -1, 2, 2147483647}, "");

    assertThat(only(drawing).triangles()).hasSize(3);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("BAD_INDEX");
    assertThat(drawing.ledger().entries().getFirst().detail()).startsWith("3 faces");
  }

  @Test
  void overriddenPropertiesBehindTheCreasesAreNoFaces() {
    var drawing = mesh(0, CUBE_VERTICES, CUBE_FACES, creased(0) + "90 1\n91 0\n92 1\n90 0\n63 5\n");

    assertThat(only(drawing).triangles()).hasSize(36);
    assertThat(drawing.ledger().count(Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void aMeshWithoutFacesIsSkipped() {
    var drawing = mesh(2, CUBE_VERTICES, new int[0], "");

    assertThat(drawing.items()).isEmpty();
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("DEGENERATE");
  }
}
