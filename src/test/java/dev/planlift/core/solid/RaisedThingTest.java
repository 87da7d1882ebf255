package dev.planlift.core.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Things drawn in millimetres. */
class RaisedThingTest {
  private static final Affine3 TO_METRES = Affine3.scale(1e-3, 1e-3, 1e-3);

  private static Path path(boolean closed, double... xy) {
    var xyz = new double[xy.length / 2 * 3];
    for (int i = 0; i < xy.length; i += 2) {
      xyz[i / 2 * 3] = xy[i];
      xyz[i / 2 * 3 + 1] = xy[i + 1];
    }
    return path(closed, new Segment.Polyline(xyz));
  }

  private static Path path(boolean closed, Segment segment) {
    return new Path(
        List.of(segment),
        closed,
        Stroke.THIN,
        Vec3.ZERO,
        Appearance.on(Layer.ZERO),
        new SourceRef.Handle("1"));
  }

  private static Path box(double x0, double y0, double x1, double y1) {
    return path(true, x0, y0, x1, y0, x1, y1, x0, y1);
  }

  private static Optional<SceneMesh> raised(ThingKind kind, DrawingItem... items) {
    return new RaisedThing(2).of(kind, List.of(items), TO_METRES);
  }

  private static double volumeM3(Optional<SceneMesh> mesh) {
    var check =
        ClosednessCheck.of(
            mesh.orElseThrow().parts().stream().map(SceneMesh.Part::primitive).toList());
    assertThat(check.told()).isEmpty();
    assertThat(check.isSolid()).isTrue();
    return check.volumeM3();
  }

  @Test
  void aBathtubHasARimAndAHollow() {
    var tub = raised(ThingKind.BATHTUB, box(0, 0, 1700, 750), box(60, 60, 1640, 690));

    double hollow = 1.58 * 0.63;
    assertThat(volumeM3(tub)).isCloseTo(0.55 * (1.7 * 0.75 - hollow) + 0.2 * hollow, within(1e-6));
  }

  @Test
  void smallPartsAroundATableAreItsChairs() {
    var table =
        raised(
            ThingKind.TABLE,
            box(0, 0, 1600, 900),
            box(200, -500, 600, -100),
            box(900, -500, 1300, -100));

    assertThat(volumeM3(table)).isCloseTo(0.74 * 1.6 * 0.9 + 2 * 0.45 * 0.16, within(1e-6));
  }

  @Test
  void whatHasANameIsRaisedByItsHullWhereLinesAreOpenAndWhatHasNoneIsNot() {
    var open = path(false, 0, 0, 0, 600, 2000, 600, 2000, 0);

    assertThat(volumeM3(raised(ThingKind.COUNTER, open))).isCloseTo(0.9 * 1.2, within(1e-6));
    assertThat(raised(ThingKind.OTHER, open)).isEmpty();
  }

  @Test
  void endsThatWereMeantToMeetDo() {
    var chair =
        raised(
            ThingKind.OTHER,
            path(false, 0, 0, 500, 0, 500, 500),
            path(false, 500, 498, 0, 500, 0, 2));

    assertThat(volumeM3(chair)).isCloseTo(0.45 * 0.25, within(2e-3));
  }

  @ParameterizedTest
  @EnumSource
  void allKindsOfThingsAreSolid(ThingKind kind) {
    var circle =
        path(
            true,
            new Segment.EllipticArc(
                new Vec3(300, 300, 0), new Vec3(150, 0, 0), new Vec3(0, 100, 0), 0, 2 * Math.PI));

    assertThat(volumeM3(raised(kind, box(0, 0, 900, 600), circle, box(700, 0, 900, 600))))
        .isPositive();
  }
}
