package dev.planlift.core.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.plan.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallSolidTest {
  private static final double HEIGHT = Plans.HEIGHT_M;

  static Stream<Plans> places() {
    return Stream.of(
        new Plans(),
        new Plans(new Vec2(0.123456789, -7.7), Math.toRadians(33)),
        new Plans(new Vec2(203_456.789, 5_412_345.678), Math.toRadians(-12.34)));
  }

  private static double volume(MeshPrimitive mesh) {
    var check = ClosednessCheck.of(List.of(mesh));
    assertThat(check.told()).isEmpty();
    assertThat(check.isSolid()).isTrue();
    return check.volumeM3();
  }

  private static MeshPrimitive wall(Plans plans, Polygon2 footprint, List<Opening> openings) {
    var grid = PlanGrid.near(plans.point(0, 0));
    return new WallSolid()
        .of(grid, footprint, 0, HEIGHT, openings.stream().map(o -> Cutout.of(o, 0)).toList());
  }

  @ParameterizedTest
  @MethodSource("places")
  void aPlainWallIsABox(Plans plans) {
    var mesh = wall(plans, plans.rectangle(0, 0, 5, 0.2), List.of());

    assertThat(volume(mesh)).isCloseTo(5 * 0.2 * HEIGHT, within(1e-4));
    assertThat(mesh.indices()).hasSize(36);
  }

  @ParameterizedTest
  @MethodSource("places")
  void aDoorIsVoidFromFloorToHeadAndAWindowFromSillToHead(Plans plans) {
    var openings = List.of(plans.door(1.5, 0.1, 0, 1, 0.2), plans.window(3.5, 0.1, 0, 1.2, 0.2));

    var mesh = wall(plans, plans.rectangle(0, 0, 5, 0.2), openings);

    double expected = 0.2 * (5 * HEIGHT - 1 * 2.1 - 1.2 * 1.2);
    assertThat(volume(mesh)).isCloseTo(expected, within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aWallWithARoomInItStaysClosed(Plans plans) {
    var ring =
        new Polygon2(
            plans.ring(0, 0, 6, 0, 6, 4, 0, 4),
            List.of(plans.ring(0.2, 0.2, 0.2, 3.8, 5.8, 3.8, 5.8, 0.2)));
    var openings =
        List.of(
            plans.door(3, 0.1, 0, 0.9, 0.2),
            plans.window(5.9, 2, Math.PI / 2, 1, 0.2),
            plans.window(0.1, 2, Math.PI / 2, 1, 0.2));

    double area = 6 * 4 - 5.6 * 3.6;
    double cut = 0.2 * (0.9 * 2.1 + 2 * 1.2);
    assertThat(volume(wall(plans, ring, openings))).isCloseTo(area * HEIGHT - cut, within(1e-3));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aTShapedFootprintWithADoorAtTheJunctionStaysClosed(Plans plans) {
    var tee =
        new Polygon2(plans.ring(0, 0, 6, 0, 6, 0.2, 3.1, 0.2, 3.1, 4, 2.9, 4, 2.9, 0.2, 0, 0.2));
    var openings =
        List.of(plans.door(3.6, 0.1, 0, 1, 0.2), plans.door(3, 0.7, Math.PI / 2, 1, 0.2));

    double area = 6 * 0.2 + 0.2 * 3.8;
    assertThat(volume(wall(plans, tee, openings)))
        .isCloseTo(area * HEIGHT - 2 * 0.2 * 2.1, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3e-4, -1e-5, -2e-6, 0, 1e-9, 2e-6, 1e-5, 3e-4})
  void aDoorAtTheEndOfAWallLeavesNoSkinStanding(double off) {
    var plans = new Plans(new Vec2(1000.5, 77.25), 0.4);

    var mesh =
        wall(plans, plans.rectangle(0, 0, 4, 0.2), List.of(plans.door(3.5 + off, 0.1, 0, 1, 0.2)));

    assertThat(volume(mesh)).isCloseTo(0.2 * (4 * HEIGHT - 2.1), within(1e-3));
  }

  @Test
  void anOpeningThatEndsBesideAWallDoesNotNotchIt() {
    var plans = new Plans();

    var mesh = wall(plans, plans.rectangle(0, 0, 0.2, 4), List.of(plans.door(0.7, 2, 0, 1, 0.2)));

    assertThat(mesh.indices()).hasSize(36);
  }

  @ParameterizedTest
  @MethodSource("places")
  void aWindowOverADoorAndOpeningsCornerToCornerStayClosed(Plans plans) {
    var openings =
        List.of(
            plans.door(1, 0.25, 0, 1, 0.1),
            plans.opening(Opening.Kind.WINDOW, 2, 0.25, 0, 1, 0.5, 2.1, 2.5, Optional.empty()),
            plans.opening(Opening.Kind.BARE, 3, 0.125, 0, 1, 0.25, 0, 2, Optional.empty()),
            plans.opening(Opening.Kind.BARE, 4, 0.375, 0, 1, 0.25, 0, 2, Optional.empty()));

    assertThat(volume(wall(plans, plans.rectangle(0, 0, 6, 0.5), openings))).isPositive();
  }

  @Test
  void aFootprintThatTouchesItselfAtACornerIsSeparated() {
    var bow = new Polygon2(new Plans().ring(0, 0, 2, 0, 2, 2, 4, 2, 4, 4, 2, 4, 2, 2, 0, 2));

    assertThat(volume(wall(new Plans(), bow, List.of()))).isCloseTo(8 * HEIGHT, within(0.1));
  }

  @Test
  void aWallThatIsAllOpeningHasNoMesh() {
    var plans = new Plans();
    var all = plans.opening(Opening.Kind.BARE, 2, 0.1, 0, 4, 0.2, 0, HEIGHT, Optional.empty());

    assertThat(wall(plans, plans.rectangle(0, 0, 4, 0.2), List.of(all)).indices()).isEmpty();
  }

  /** Rings, slits and corner cases nobody thought of: openings strewn over a frame of walls. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void strewnOpeningsLeaveAClosedSolid(long seed) {
    var random = new Random(seed);
    var plans =
        new Plans(
            new Vec2(random.nextDouble() * 1e5, random.nextDouble() * 1e5),
            random.nextDouble() * 6);
    var footprint =
        new Polygon2(
            plans.ring(0, 0, 9, 0, 9, 7, 0, 7),
            List.of(
                plans.ring(0.3, 0.3, 0.3, 6.7, 4, 6.7, 4, 0.3),
                plans.ring(4.1, 0.3, 4.1, 6.7, 8.7, 6.7, 8.7, 0.3)));
    var openings = new ArrayList<Opening>();
    for (int i = 0; i < 12; i++) {
      double x = Math.rint(random.nextDouble() * 90) / 10;
      double y = Math.rint(random.nextDouble() * 70) / 10;
      double angle =
          random.nextInt(4) == 0 ? random.nextDouble() * 3 : random.nextInt(2) * Math.PI / 2;
      openings.add(
          random.nextBoolean()
              ? plans.door(x, y, angle, 0.5 + random.nextInt(10) / 10.0, 0.3)
              : plans.window(x, y, angle, 0.5 + random.nextInt(10) / 10.0, 0.6));
    }

    assertThat(volume(wall(plans, footprint, openings))).as("seed %s", seed).isPositive();
  }

  /** Outlines that cross themselves many times: more than a drawing should hold, but some do. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aTangledOutlineStillGivesAClosedSolid(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      var plans = new Plans(new Vec2(random.nextInt(300_000), 0.5), random.nextInt(4));
      var ring = new double[2 * (3 + random.nextInt(50))];
      for (int k = 0; k < ring.length; k++) {
        ring[k] = Math.rint(random.nextDouble() * 40) / 10;
      }
      var openings = List.of(plans.door(2, 2, 0, 1, 0.3), plans.window(3, 1, 0, 1, 0.5));

      var mesh = wall(plans, new Polygon2(plans.ring(ring)), openings);

      if (mesh.indices().length > 0) {
        assertThat(volume(mesh)).as("seed %s, footprint %s", seed, i).isPositive();
      }
    }
  }
}
