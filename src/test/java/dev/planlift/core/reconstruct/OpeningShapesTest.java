package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Opening;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to draw an opening, turned, mirrored, in symbols: every value against the truth. */
class OpeningShapesTest {
  private static final Map<String, Affine3> PLACES =
      Map.of(
          "as drawn", Affine3.IDENTITY,
          "turned by 37°", Affine3.rotationZ(Math.toRadians(37)),
          "turned by 90°", Affine3.rotationZ(Math.toRadians(90)),
          "turned by 200°", Affine3.rotationZ(Math.toRadians(200)),
          "mirrored", Affine3.scale(-1, 1, 1),
          "mirrored and turned",
              Affine3.rotationZ(Math.toRadians(-53)).after(Affine3.scale(1, -1, 1)));

  private static final Affine3 MIRRORED_BLOCK =
      Affine3.translation(new Vec3(3000, 100, 0)).after(Affine3.scale(-1, 1, 1));

  record Case(OpeningShape shape, String place, String how, House house) {
    @Override
    public String toString() {
      return shape + " " + place + " " + how;
    }
  }

  static Stream<Case> cases() {
    return PLACES.keySet().stream()
        .sorted()
        .flatMap(
            place ->
                Stream.of(OpeningShape.values())
                    .flatMap(
                        shape ->
                            Stream.of(
                                new Case(shape, place, "loose", loose(shape, at(place))),
                                new Case(
                                    shape,
                                    place,
                                    "in a mirrored block",
                                    block(shape, at(place), "BLK7", 1)),
                                new Case(
                                    shape,
                                    place,
                                    "in anonymous blocks",
                                    block(shape, at(place), "*U7", 3)))));
  }

  private static Affine3 at(String place) {
    return Objects.requireNonNull(PLACES.get(place), place);
  }

  private static House loose(OpeningShape shape, Affine3 place) {
    var house = shape.walls(new House(1000, place));
    shape.draw(house);
    return house;
  }

  private static House block(OpeningShape shape, Affine3 place, String name, int depth) {
    return shape.walls(new House(1000, place)).symbol(name, depth, MIRRORED_BLOCK, shape::draw);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void anOpeningIsWhatItIsDrawnAs(Case one) {
    var levels =
        new Reconstructor()
            .reconstruct(one.house().drawing("mm", 0.001), ConversionOptions.DEFAULTS)
            .building()
            .levels();
    assertThat(levels).isNotEmpty();
    var openings = levels.getFirst().openings();
    assertThat(openings).as("%s", openings).hasSize(1);
    check(openings.getFirst(), one.shape(), at(one.place()));
  }

  private static void check(Opening opening, OpeningShape shape, Affine3 place) {
    assertThat(opening.kind()).isEqualTo(shape.kind);
    assertThat(opening.widthM()).isCloseTo(shape.widthM, within(0.01));
    assertThat(opening.depthM()).isCloseTo(0.2, within(0.01));
    var center = place.apply(new Vec3(2 + shape.widthM / 2, 0.1, 0)).xy();
    assertThat(opening.center().distance(center)).isLessThan(0.01);
    var along = place.direction(new Vec3(1, 0, 0)).xy();
    assertThat(Math.abs(Vec2.ofAngle(opening.angleRad()).cross(along))).isLessThan(1e-3);
    assertThat(opening.sillM()).isEqualTo(shape.kind == Opening.Kind.WINDOW ? 0.9 : 0);
    int leaves = opening.leaf().map(Opening.Leaf::leaves).orElse(0);
    assertThat(leaves).as("leaves").isEqualTo(shape.leaves);
    var hinge = opening.leaf().flatMap(Opening.Leaf::hinge);
    assertThat(hinge.isPresent()).as("hinged").isEqualTo(shape.hinge != 0);
    hinge
        .filter(at -> Math.abs(shape.hinge) == 1)
        .ifPresent(
            at ->
                assertThat(Math.signum(at.minus(center).dot(along)) * shape.hinge)
                    .as("side of the hinge")
                    .isPositive());
    var swing = opening.leaf().flatMap(Opening.Leaf::swing);
    assertThat(swing.isPresent()).as("swings").isEqualTo(shape.swing != 0);
    var across = place.direction(new Vec3(0, 1, 0)).xy();
    swing.ifPresent(
        to -> assertThat(to.dot(across)).as("swing").isCloseTo(shape.swing, within(1e-3)));
  }
}
