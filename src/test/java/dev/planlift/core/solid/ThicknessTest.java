package dev.planlift.core.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Angle;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.ClosednessCheck.Closedness;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.scene.Category;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What thickness makes of line work and filled areas. */
class ThicknessTest {
  private static final Appearance LOOK = Appearance.on(Layer.ZERO);
  private static final SourceRef SOURCE = new SourceRef.Handle("1");

  private static MeshPrimitive mesh(DrawingItem item) {
    var draft = new NodeDraft(Category.SOLID, Optional.empty(), "0");
    new ItemMesher(0.01, 1, 0).add(item, Affine3.IDENTITY, draft);
    var parts = draft.mesh().orElseThrow().parts();
    assertThat(parts).hasSize(1);
    return parts.getFirst().primitive();
  }

  private static Closedness closedness(DrawingItem item) {
    return ClosednessCheck.of(List.of(mesh(item)));
  }

  private static Vec3 corner(double[] xyz, int i) {
    return new Vec3(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
  }

  private static List<Segment> ring(double... xyz) {
    return List.of(new Segment.Polyline(xyz));
  }

  private static FilledRegion solid(List<List<Segment>> loops, Vec3 extrusion) {
    return new FilledRegion(loops, new FilledRegion.Fill.Solid(), extrusion, LOOK, SOURCE);
  }

  @Test
  void aFilledAreaWithThicknessIsAClosedSolid() {
    var outer = ring(0, 0, 0, 4, 0, 0, 4, 4, 0, 0, 4, 0);
    var hole = ring(1, 1, 0, 2, 1, 0, 2, 2, 0, 1, 2, 0);

    var found = closedness(solid(List.of(outer, hole), new Vec3(0, 0, 2)));

    assertThat(found.volumeM3()).isCloseTo(30, within(1e-9));
    assertThat(found.isSolid()).isTrue();
  }

  @Test
  void thicknessDownwardsTurnsNothingInsideOut() {
    var square = ring(0, 0, 0, 4, 0, 0, 4, 4, 0, 0, 4, 0);

    var found = closedness(solid(List.of(square), new Vec3(0, 0, -2)));

    assertThat(found.volumeM3()).isCloseTo(32, within(1e-9));
    assertThat(found.isSolid()).isTrue();
  }

  @Test
  void anAreaInAnUprightPlaneIsFilledThere() {
    var mesh = mesh(solid(List.of(ring(0, 5, 0, 4, 5, 0, 4, 5, 3, 0, 5, 3)), Vec3.ZERO));

    assertThat(mesh.indices()).hasSize(6);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      assertThat(corner(mesh.positions(), i).y()).isEqualTo(5);
    }
  }

  @Test
  void aCircleWithThicknessIsACylinder() {
    var circle = new Segment.EllipticArc(Vec3.ZERO, Vec3.X, Vec3.Y, 0, Angle.TURN);
    var path = new Path(List.of(circle), true, Stroke.THIN, new Vec3(0, 0, 3), LOOK, SOURCE);

    assertThat(closedness(path).volumeM3()).isCloseTo(3 * Math.PI, within(0.2));
  }

  @Test
  void aWideLineWithThicknessIsAWall() {
    var line = Segment.Polyline.between(Vec3.ZERO, new Vec3(5, 0, 0));
    var path =
        new Path(List.of(line), false, new Stroke(0.2, 0.2), new Vec3(0, 0, 3), LOOK, SOURCE);

    assertThat(closedness(path).volumeM3()).isCloseTo(3, within(1e-9));
    assertThat(closedness(path).isSolid()).isTrue();
  }

  @Test
  void aThinLineWithThicknessIsAFace() {
    var line = Segment.Polyline.between(Vec3.ZERO, new Vec3(5, 0, 0));
    var path = new Path(List.of(line), false, Stroke.THIN, new Vec3(0, 0, 3), LOOK, SOURCE);

    assertThat(mesh(path).indices()).hasSize(6);
  }
}
