package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;

class GeometryTest {
  @Test
  void theAxesOfAnObjectCoordinateSystemFollowTheArbitraryAxisAlgorithm() {
    var flat = Ocs.of(new Vec3(0, 0, -2));
    assertThat(flat.x()).isEqualTo(new Vec3(-1, 0, 0));
    assertThat(flat.y()).isEqualTo(new Vec3(0, 1, 0));

    var upright = Ocs.of(new Vec3(0, -1, 0));
    assertThat(upright.x().distance(Vec3.X)).isZero();
    assertThat(upright.toWorld(2, 3, 4).distance(new Vec3(2, -4, 3))).isZero();

    assertThat(Ocs.of(Vec3.ZERO)).isEqualTo(Ocs.WORLD);
  }

  @Test
  void anArcOfAnyBulgeBeginsAndEndsAtItsVertices() {
    for (double bulge : new double[] {-3, -1, -0.4, -1e-6, 1e-6, 0.1, 1, 12}) {
      var arc = Bulge.arc(1, 2, 4, 6, bulge, 7, Ocs.WORLD);

      assertThat(arc.start().distance(new Vec3(1, 2, 7))).isCloseTo(0, within(1e-6));
      assertThat(arc.end().distance(new Vec3(4, 6, 7))).isCloseTo(0, within(1e-6));
      assertThat(Math.signum(arc.sweepRad())).isEqualTo(Math.signum(bulge));
    }
  }

  @Test
  void theColourIndexHasItsKnownColours() {
    assertThat(ColourIndex.rgb(1)).isEqualTo(0xFF0000);
    assertThat(ColourIndex.rgb(10)).isEqualTo(0xFF0000);
    assertThat(ColourIndex.rgb(11)).isEqualTo(0xFF7F7F);
    assertThat(ColourIndex.rgb(22)).isEqualTo(0xA52900);
    assertThat(ColourIndex.rgb(50)).isEqualTo(0xFFFF00);
    assertThat(ColourIndex.rgb(90)).isEqualTo(0x00FF00);
    assertThat(ColourIndex.rgb(170)).isEqualTo(0x0000FF);
    assertThat(ColourIndex.rgb(210)).isEqualTo(0xFF00FF);
    assertThat(ColourIndex.rgb(254)).isEqualTo(0xD6D6D6);
    assertThat(ColourIndex.rgb(999)).isEqualTo(0xFFFFFF);
  }
}
