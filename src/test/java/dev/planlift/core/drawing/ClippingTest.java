package dev.planlift.core.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Segment.EllipticArc;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen of symbols that are shown in part. */
class ClippingTest {
  private static final Appearance PLAIN = Appearance.on(Layer.ZERO);
  private static final SourceRef SOURCE = new SourceRef.Handle("1");

  /** A U of three beams, each 1 wide, in a square of side 3, open at the top. */
  private static final List<Vec2> U = points(0, 0, 3, 0, 3, 3, 2, 3, 2, 1, 1, 1, 1, 3, 0, 3);

  private static final List<Vec2> SQUARE = points(0, 0, 2, 0, 2, 2, 0, 2);

  private static List<Vec2> points(double... xy) {
    var points = new ArrayList<Vec2>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new Vec2(xy[i], xy[i + 1]));
    }
    return points;
  }

  private static Path line(double... xy) {
    var xyz = new double[xy.length / 2 * 3];
    for (int i = 0; i < xy.length / 2; i++) {
      xyz[3 * i] = xy[2 * i];
      xyz[3 * i + 1] = xy[2 * i + 1];
    }
    return new Path(List.of(new Polyline(xyz)), false, PLAIN, SOURCE);
  }

  private static FilledRegion square(double x, double y, double side) {
    var ring = line(x, y, x + side, y, x + side, y + side, x, y + side, x, y).segments();
    return new FilledRegion(List.of(ring), new FilledRegion.Fill.Solid(), Vec3.ZERO, PLAIN, SOURCE);
  }

  private static List<DrawingItem> seen(Clip clip, Affine3 placement, DrawingItem... content) {
    var instance =
        new SymbolInstance(
            new Symbol("S", List.of(content)),
            placement,
            List.of(),
            Optional.of(clip),
            PLAIN,
            SOURCE);
    return new Expansion().all(List.of(instance)).stream().map(Expansion.Seen::item).toList();
  }

  private static List<DrawingItem> seen(List<Vec2> boundary, DrawingItem... content) {
    return seen(new Clip(boundary, false), Affine3.IDENTITY, content);
  }

  private static List<Vec3> vertices(DrawingItem path) {
    var line = CurveFlattening.flatten(((Path) path).segments(), 1e-3);
    var vertices = new ArrayList<Vec3>();
    for (int i = 0; i < line.size(); i++) {
      vertices.add(line.vertex(i));
    }
    return vertices;
  }

  private static double area(List<DrawingItem> fills) {
    double area = 0;
    for (var fill : fills) {
      for (var loop : ((FilledRegion) fill).loops()) {
        var line = CurveFlattening.flatten(loop, 1e-3);
        double twice = 0;
        for (int i = 1; i < line.size(); i++) {
          twice += line.vertex(i - 1).xy().cross(line.vertex(i).xy());
        }
        area += Math.abs(twice) / 2;
      }
    }
    return area;
  }

  @Test
  void aLineThroughAConcaveBoundaryIsSeenInTwoPieces() {
    var pieces = seen(U, line(-1, 2, 4, 2));
    assertThat(pieces).hasSize(2);
    assertThat(vertices(pieces.get(0))).containsExactly(new Vec3(0, 2, 0), new Vec3(1, 2, 0));
    assertThat(vertices(pieces.get(1))).containsExactly(new Vec3(2, 2, 0), new Vec3(3, 2, 0));
  }

  @Test
  void whatIsInsideStaysTheCurveItIsAndWhatIsOutsideGoes() {
    var inside = arc(1, 1, 0.5);
    var items = seen(SQUARE, inside, arc(5, 1, 0.5));
    assertThat(items).singleElement().isEqualTo(inside);
  }

  @Test
  void aPolylineThatLeavesAndComesBackKeepsItsCorners() {
    var pieces = seen(SQUARE, line(1, 1, 3, 1, 3, 1.5, 1, 1.5, 1, 1.8));
    assertThat(pieces).hasSize(2);
    assertThat(vertices(pieces.get(0))).containsExactly(new Vec3(1, 1, 0), new Vec3(2, 1, 0));
    assertThat(vertices(pieces.get(1)))
        .containsExactly(new Vec3(2, 1.5, 0), new Vec3(1, 1.5, 0), new Vec3(1, 1.8, 0));
  }

  @Test
  void aLineOnTheBoundaryIsSeenHoweverTheInstanceIsTurned() {
    for (int degrees = 0; degrees < 360; degrees += 7) {
      var turn = Affine3.rotationZ(Math.toRadians(degrees));
      var items = seen(new Clip(SQUARE, false), turn, line(-1, 0, 1, 0), line(0, 0, 2, 0));
      assertThat(items).hasSize(2);
      assertThat(vertices(items.get(0)).getFirst().length()).isLessThan(1e-9);
    }
  }

  @Test
  void aCircleIsCutWithinTolerance() {
    var pieces = seen(SQUARE, arc(2, 1, 0.5));
    assertThat(pieces).hasSize(1);
    var half = vertices(pieces.getFirst());
    assertThat(half.getFirst().distance(new Vec3(2, 1.5, 0))).isLessThan(1e-4);
    assertThat(half.getLast().distance(new Vec3(2, 0.5, 0))).isLessThan(1e-4);
    assertThat(half)
        .allSatisfy(p -> assertThat(p.distance(new Vec3(2, 1, 0))).isCloseTo(0.5, within(1e-4)));
  }

  @Test
  void anInvertedBoundaryShowsWhatIsOutside() {
    var items = seen(new Clip(SQUARE, true), Affine3.IDENTITY, line(-1, 1, 3, 1), arc(1, 1, 0.5));
    assertThat(items).hasSize(2);
    assertThat(vertices(items.get(0))).containsExactly(new Vec3(-1, 1, 0), new Vec3(0, 1, 0));
    assertThat(vertices(items.get(1))).containsExactly(new Vec3(2, 1, 0), new Vec3(3, 1, 0));
  }

  @Test
  void aFillIsCutToTheAreaItSharesWithTheBoundary() {
    assertThat(area(seen(SQUARE, square(1, 1, 5)))).isCloseTo(1, within(1e-9));
    assertThat(area(seen(U, square(-1, -1, 6)))).isCloseTo(7, within(1e-9));
    assertThat(area(seen(new Clip(U, true), Affine3.IDENTITY, square(-1, -1, 6))))
        .isCloseTo(36 - 7, within(1e-6));
  }

  @Test
  void aBoundaryThatCrossesItselfClipsByTheEvenOddRule() {
    var bowTie = points(0, 0, 2, 2, 2, 0, 0, 2);
    assertThat(area(seen(bowTie, square(-1, -1, 6)))).isCloseTo(2, within(1e-9));
  }

  @Test
  void aFaceAndAMeshAreCutAndKeepTheirHeight() {
    var corners =
        List.of(new Vec3(1, 1, 0), new Vec3(3, 1, 2), new Vec3(3, 2, 2), new Vec3(1, 2, 0));
    var faces = seen(SQUARE, new Face(corners, PLAIN, SOURCE));
    assertThat(faces).hasSize(2);
    assertThat(faces)
        .flatExtracting(face -> ((Face) face).corners())
        .contains(new Vec3(2, 1, 1), new Vec3(2, 2, 1), new Vec3(1, 1, 0));
    var mesh =
        new SurfaceMesh(
            new double[] {1, 1, 0, 3, 1, 2, 3, 2, 2, 9, 9, 9},
            new int[] {0, 1, 2, 1, 2, 3},
            PLAIN,
            SOURCE);
    var cut = (SurfaceMesh) seen(SQUARE, mesh).getFirst();
    assertThat(cut.triangles()).hasSize(3);
    assertThat(cut.positions()).contains(new double[] {2, 1, 1}).hasSize(9);
  }

  @Test
  void theBoundaryMovesWithTheInstanceAndInnerClipsAddUp() {
    var inner =
        new SymbolInstance(
            new Symbol("inner", List.of(line(-9, 1, 9, 1))),
            Affine3.IDENTITY,
            List.of(),
            Optional.of(new Clip(points(1, 0, 9, 0, 9, 9, 1, 9), false)),
            PLAIN,
            SOURCE);
    var turned = Affine3.translation(new Vec3(10, 0, 0)).after(Affine3.rotationZ(Math.PI / 2));
    var items = seen(new Clip(SQUARE, false), turned, inner);
    assertThat(items).hasSize(1);
    var ends = vertices(items.getFirst());
    assertThat(ends.getFirst().distance(new Vec3(9, 1, 0))).isLessThan(1e-9);
    assertThat(ends.getLast().distance(new Vec3(9, 2, 0))).isLessThan(1e-9);
  }

  private static Path arc(double x, double y, double radius) {
    var circle =
        new EllipticArc(
            new Vec3(x, y, 0), new Vec3(0, radius, 0), new Vec3(-radius, 0, 0), 0, 2 * Math.PI);
    return new Path(List.of(circle), true, PLAIN, SOURCE);
  }
}
