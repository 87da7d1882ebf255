package dev.planlift.core.gltf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {
  private static final float[] POSITIONS = {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0};
  private static final float[] NORMALS = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
  private static final long SQUARE = of(0, 1, 2, 0, 2, 3);

  private static long of(int... indices) {
    return Digest.of(POSITIONS, NORMALS, indices, false);
  }

  @Test
  void orderOfTrianglesAndTheirFirstCornerDoNotMatter() {
    assertThat(of(2, 3, 0, 1, 2, 0)).isEqualTo(SQUARE);
  }

  @Test
  void theWayRoundMatters() {
    assertThat(of(0, 2, 1, 0, 2, 3)).isNotEqualTo(SQUARE);
  }

  @Test
  void theDiagonalMatters() {
    assertThat(of(0, 1, 3, 1, 2, 3)).isNotEqualTo(SQUARE);
  }

  @Test
  void theLastBitOfAPositionAndOfANormalMatters() {
    var positions = POSITIONS.clone();
    positions[3] = Math.nextUp(1f);
    var normals = NORMALS.clone();
    normals[11] = Math.nextDown(1f);
    int[] indices = {0, 1, 2, 0, 2, 3};

    assertThat(Digest.of(positions, NORMALS, indices, false)).isNotEqualTo(SQUARE);
    assertThat(Digest.of(POSITIONS, normals, indices, false)).isNotEqualTo(SQUARE);
  }

  @Test
  void theDirectionOfALineMatters() {
    assertThat(Digest.of(POSITIONS, new float[0], new int[] {0, 1}, true))
        .isNotEqualTo(Digest.of(POSITIONS, new float[0], new int[] {1, 0}, true));
  }
}
