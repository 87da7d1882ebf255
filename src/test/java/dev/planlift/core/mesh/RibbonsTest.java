package dev.planlift.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RibbonsTest {
  private static final Vec3 UP = new Vec3(0, 0, 3);

  private static List<MeshPrimitive> pieces(MeshPrimitive primitive) {
    var pieces = new ArrayList<MeshPrimitive>();
    primitive.forEachPiece(pieces::add);
    return pieces;
  }

  private static Vec3 vector(double[] xyz, int vertex) {
    return new Vec3(xyz[3 * vertex], xyz[3 * vertex + 1], xyz[3 * vertex + 2]);
  }

  @Test
  void aRibbonIsTheQuadOverItsLine() {
    var ribbon = MeshBuilder.triangles();
    ribbon.ribbon(new double[] {1, 2, 0, 5, 2, 1}, false, UP);
    var quad = MeshBuilder.triangles();
    var a = new Vec3(1, 2, 0);
    var b = new Vec3(5, 2, 1);
    quad.quad(a.plus(UP), a, b, b.plus(UP));

    var made = pieces(ribbon.build()).getFirst();

    var expected = quad.build();
    assertThat(made.positions()).isEqualTo(expected.positions());
    assertThat(made.normals()).isEqualTo(expected.normals());
    assertThat(made.indices()).isEqualTo(expected.indices());
  }

  @Test
  void aClosedLineComesBackAndPiecesWithoutLengthAreLeftOut() {
    var builder = MeshBuilder.triangles();
    builder.ribbon(new double[] {0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0}, true, UP);

    var primitive = builder.build();

    assertThat(primitive.triangleCount()).isEqualTo(6);
    var p = pieces(primitive).getFirst().positions();
    assertThat(vector(p, 9)).isEqualTo(new Vec3(1, 1, 0));
    assertThat(vector(p, 10)).isEqualTo(Vec3.ZERO);
  }

  @Test
  void manyRibbonsComeInPiecesAndNoneIsLost() {
    var builder = MeshBuilder.triangles();
    int lines = 5000;
    for (int i = 0; i < lines; i++) {
      builder.ribbon(new double[] {i, 0, 0, i, 1, 0, i + 0.5, 2, 0}, false, UP);
    }

    var pieces = pieces(builder.build());

    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(pieces.stream().mapToInt(MeshPrimitive::vertexCount).sum()).isEqualTo(8 * lines);
    assertThat(pieces.getLast().positions()).endsWith(lines - 0.5, 2, 3);
  }

  @Test
  void aLineThatRunsUpwardsHasNoRibbonAndOtherTrianglesStayBesideThem() {
    var builder = MeshBuilder.triangles();
    builder.triangle(Vec3.ZERO, Vec3.X, Vec3.Y);
    builder.ribbon(new double[] {0, 0, 0, 0, 0, 5, 4, 0, 5}, false, UP);

    var primitive = builder.build();

    assertThat(primitive.triangleCount()).isEqualTo(3);
    assertThat(pieces(primitive)).hasSize(2);
  }
}
