package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** A round wall, 4 m to its middle line and 0.2 m thick, of chords of 5°, with one gap. */
class CurvedGapTest {
  private static final double RADIUS_M = 4;

  @ParameterizedTest(name = "a gap of {0}°")
  @ValueSource(ints = {10, 15, 20, 30})
  void aGapInARoundWallIsFilledFromEndToEnd(int degrees) {
    var corners = new ArrayList<Coordinate>();
    for (int at = degrees; at <= 360; at += 5) {
      corners.add(at(RADIUS_M + 0.1, at));
    }
    for (int at = 360; at >= degrees; at -= 5) {
      corners.add(at(RADIUS_M - 0.1, at));
    }
    var wall = Polygons.ofRing(corners);
    var gaps = new GapFinder(wall, Sizes.MAX_WALL_M).find().stream().filter(Gap::facing).toList();
    assertThat(gaps).hasSize(1);
    var gap = gaps.getFirst();
    double chord = 2 * RADIUS_M * Math.sin(Math.toRadians(degrees) / 2);
    assertThat(gap.width()).isCloseTo(chord, within(1e-6));
    var ring = Polygons.parts(Polygons.union(wall, List.of(gap.bridge())));
    assertThat(ring).hasSize(1);
    assertThat(ring.getFirst().getNumInteriorRing()).isEqualTo(1);
  }

  private static Coordinate at(double radius, double degrees) {
    double rad = Math.toRadians(degrees);
    return new Coordinate(radius * Math.cos(rad), radius * Math.sin(rad));
  }
}
