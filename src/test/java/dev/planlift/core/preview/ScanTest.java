package dev.planlift.core.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
  private static final int SIZE = 64;

  @Test
  void aTriangleHasTheCellsWhoseMiddlesLieInIt() {
    var cells = new int[SIZE * SIZE];

    count(new float[] {0, 0, 5, 4, 0, 5, 0, 4, 5}, cells);

    // Middles at half cells: 4 + 3 + 2 + 1 less those on the slope, which the lower side takes.
    assertThat(cells[0]).isEqualTo(1);
    assertThat(cells[3 * SIZE + 3]).isZero();
    assertThat(Arrays.stream(cells).sum()).isBetween(6, 10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void trianglesAroundAPointLeaveNoCrackAndDoNotOverlap(long seed) {
    var random = new Random(seed);
    var cells = new int[SIZE * SIZE];
    float x = 8 + 48 * random.nextFloat();
    float y = 8 + 48 * random.nextFloat();
    float[][] corners = {{0, 0}, {SIZE, 0}, {SIZE, SIZE}, {0, SIZE}};
    for (int i = 0; i < 4; i++) {
      var a = corners[i];
      var b = corners[(i + 1) % 4];
      boolean turned = random.nextBoolean();
      var from = turned ? b : a;
      var to = turned ? a : b;
      count(new float[] {from[0], from[1], 0, to[0], to[1], 0, x, y, 0}, cells);
    }

    assertThat(cells).as("seed %d", seed).containsOnly(1);
  }

  @Test
  void theValueIsThatOfThePlaneInTheMiddleOfACell() {
    var scan = new Scan(SIZE, 0, SIZE - 1);

    // value = 2 x + 3 y
    scan.triangle(new float[] {40, 0, 80, 0, 40, 120, 0, 0, 0}, 0);

    float inRow = scan.value[10] + 4 * scan.step;
    assertThat(scan.left[10]).isZero();
    assertThat(inRow).isCloseTo(2 * 4.5f + 3 * 10.5f, offset(1e-3f));
  }

  @Test
  void aPointBehindTheEyeHasNoCells() {
    var scan = new Scan(SIZE, 0, SIZE - 1);

    scan.triangle(new float[] {0, 0, 1, Float.NaN, Float.NaN, Float.NaN, 9, 9, 1}, 0);

    assertThat(scan.last).isLessThan(scan.first);
  }

  private static void count(float[] triangle, int[] cells) {
    var scan = new Scan(SIZE, 0, SIZE - 1);
    scan.triangle(triangle, 0);
    for (int y = scan.first; y <= scan.last; y++) {
      for (int x = scan.left[y - scan.first]; x <= scan.right[y - scan.first]; x++) {
        cells[y * SIZE + x]++;
      }
    }
  }
}
