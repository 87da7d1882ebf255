package dev.planlift.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.geom.Vec3;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosednessCheckTest {
  private static final Vec3 A = new Vec3(5_000_000, 0, 0);
  private static final Vec3 B = new Vec3(5_000_001, 0, 0);
  private static final Vec3 C = new Vec3(5_000_000, 1, 0);
  private static final Vec3 D = new Vec3(5_000_000, 0, 1);

  private static MeshBuilder tetrahedron() {
    var mesh = MeshBuilder.triangles();
    mesh.triangle(A, C, B);
    mesh.triangle(A, B, D);
    mesh.triangle(B, C, D);
    mesh.triangle(C, A, D);
    return mesh;
  }

  @Test
  void aTetrahedronIsASolidOfASixthAlsoFarAway() {
    var check = ClosednessCheck.of(List.of(tetrahedron().build()));

    assertThat(check.isSolid()).isTrue();
    assertThat(check.edges()).isEqualTo(6);
    assertThat(check.volumeM3()).isCloseTo(1.0 / 6, within(1e-9));
  }

  @Test
  void aMissingFaceIsNamedByItsThreeEdges() {
    var whole = tetrahedron().build();
    var open =
        new MeshPrimitive(
            whole.topology(),
            whole.positions(),
            whole.normals(),
            Arrays.copyOf(whole.indices(), whole.indices().length - 3));

    var check = ClosednessCheck.of(List.of(open));

    assertThat(check.isSolid()).isFalse();
    assertThat(check.faultyEdges()).isEqualTo(3);
    assertThat(check.told()).hasSize(3);
  }

  @Test
  void aVertexInTheMiddleOfANeighboursEdgeOpensTheMesh() {
    var middle = A.plus(B).times(0.5);
    var mesh = MeshBuilder.triangles();
    mesh.triangle(A, C, B);
    mesh.triangle(A, middle, D);
    mesh.triangle(middle, B, D);
    mesh.triangle(B, C, D);
    mesh.triangle(C, A, D);

    assertThat(ClosednessCheck.of(List.of(mesh.build())).faultyEdges()).isEqualTo(3);
  }

  @Test
  void twoSolidsThatTouchInAnEdgeAreNotOne() {
    var mesh = tetrahedron();
    var e = new Vec3(4_999_999, -1, 0);
    var f = new Vec3(4_999_998, -3, 0.5);
    mesh.triangle(A, e, D);
    mesh.triangle(A, D, f);
    mesh.triangle(A, f, e);
    mesh.triangle(e, f, D);

    assertThat(ClosednessCheck.of(List.of(mesh.build())).faultyEdges()).isEqualTo(1);
  }

  @Test
  void facesThatLookInwardAreNoSolid() {
    var inverted = MeshBuilder.triangles();
    inverted.triangle(A, B, C);
    inverted.triangle(A, D, B);
    inverted.triangle(B, D, C);
    inverted.triangle(C, D, A);

    var check = ClosednessCheck.of(List.of(inverted.build()));

    assertThat(check.faultyEdges()).isZero();
    assertThat(check.isSolid()).isFalse();
  }
}
