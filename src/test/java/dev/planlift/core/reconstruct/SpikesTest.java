package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class SpikesTest {
  private static Polygon polygon(double... xy) {
    var ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0].copy();
    return Polygons.FACTORY.createPolygon(ring);
  }

  @Test
  void aWallWithoutSpikesIsLeftAsItIs() {
    var wall = polygon(0, 0, 3, 0, 3, 0.2, 0, 0.2);
    assertThat(Spikes.off(wall)).singleElement().isSameAs(wall);
  }

  @Test
  void aSpikeThinnerThanAHairIsTakenOff() {
    var spiked = polygon(0, 0, 3, 0, 3, 0.2, 2.0000001, 0.2, 2, 0.3, 2, 0.2, 0, 0.2);
    assertThat(Spikes.off(spiked))
        .singleElement()
        .satisfies(
            wall -> {
              assertThat(wall.getArea()).isCloseTo(0.6, within(1e-6));
              assertThat(wall.getEnvelopeInternal().getMaxY()).isEqualTo(0.2);
            });
  }

  @Test
  void nothingIsLeftOfALineThereAndBack() {
    assertThat(Spikes.off(polygon(0, 0, 3, 0, 1.5, 1e-6))).isEmpty();
  }
}
