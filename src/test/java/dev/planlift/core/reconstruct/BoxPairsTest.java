package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class BoxPairsTest {
  private static long onePairAfterTheOther(List<Envelope> boxes, double apart) {
    long count = 0;
    for (var box : boxes) {
      var about = new Envelope(box);
      about.expandBy(apart);
      count += boxes.stream().filter(about::intersects).count();
    }
    return count;
  }

  /** On a grid, so that many edges and corners are the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void countsAsMuchAsALookAtEveryPair(long seed) {
    var random = new Random(seed);
    var boxes = new ArrayList<Envelope>();
    for (int i = 0; i < 300; i++) {
      double x = random.nextInt(40) * 0.5;
      double y = random.nextInt(40) * 0.5;
      boxes.add(new Envelope(x, x + random.nextInt(4), y, y + random.nextInt(4)));
    }
    for (double apart : List.of(0.0, 0.5, 0.62, 30.0)) {
      assertThat(BoxPairs.within(boxes, apart))
          .as("seed %d, apart %s", seed, apart)
          .isEqualTo(onePairAfterTheOther(boxes, apart));
    }
  }

  @Test
  void thousandsAtOnePlaceAllMeet() {
    var same = Collections.nCopies(100_000, new Envelope(1, 2, 3, 4));
    assertThat(BoxPairs.within(same, 0)).isEqualTo(10_000_000_000L);
  }

  @Test
  void noBoxesMeetNone() {
    assertThat(BoxPairs.within(List.of(), 1)).isZero();
  }
}
