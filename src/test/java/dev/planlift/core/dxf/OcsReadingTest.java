package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Planar entities along extrusion directions at random, held against the Arbitrary Axis Algorithm
 * as the DXF Reference words it, written down here once more.
 */
class OcsReadingTest {
  private static final double NEAR = 1e-9;

  /** The directions the algorithm treats apart: mirrored, and at either side of its limit. */
  private static final Vec3[] SPECIAL = {
    new Vec3(0, 0, -1),
    new Vec3(0, 1, 0),
    new Vec3(1, 0, 0),
    new Vec3(0.0156, 0.0156, 0.9997),
    new Vec3(0.0157, 0, 0.9998),
    new Vec3(0.01, -0.01, -0.9999),
    new Vec3(0, 0, 7)
  };

  private Vec3 extrusion = Vec3.Z;
  private Vec3 ax = Vec3.X;
  private Vec3 ay = Vec3.Y;
  private Vec3 az = Vec3.Z;

  private void choose(int seed) {
    var random = new Random(seed);
    extrusion =
        seed < SPECIAL.length
            ? SPECIAL[seed]
            : new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    az = extrusion.times(1 / extrusion.length());
    boolean close = Math.abs(az.x()) < 1.0 / 64 && Math.abs(az.y()) < 1.0 / 64;
    var x = close ? Vec3.Y.cross(az) : Vec3.Z.cross(az);
    ax = x.times(1 / x.length());
    var y = az.cross(ax);
    ay = y.times(1 / y.length());
  }

  private Vec3 world(double x, double y, double z) {
    return ax.times(x).plus(ay.times(y)).plus(az.times(z));
  }

  private DrawingItem item(String groups) {
    var direction =
        String.format(
            Locale.ROOT, "210 %s%n220 %s%n230 %s%n", extrusion.x(), extrusion.y(), extrusion.z());
    return DxfText.readEntities(groups + direction).items().getFirst();
  }

  private static Segment first(DrawingItem item) {
    return ((Path) item).segments().getFirst();
  }

  private static void at(Vec3 actual, Vec3 expected) {
    assertThat(actual.distance(expected)).as("%s is at %s", actual, expected).isLessThan(NEAR);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void curvesLieInTheirOwnPlane(int seed) {
    choose(seed);

    var circle = (Segment.EllipticArc) first(item("0 CIRCLE\n10 3\n20 4\n30 5\n40 2\n39 6\n"));
    at(circle.center(), world(3, 4, 5));
    at(circle.at(0), world(5, 4, 5));
    at(circle.at(Math.PI / 2), world(3, 6, 5));

    var arc = first(item("0 ARC\n10 3\n20 4\n30 5\n40 2\n50 90\n51 180\n"));
    at(arc.start(), world(3, 6, 5));
    at(arc.end(), world(1, 4, 5));

    var light = first(item("0 LWPOLYLINE\n38 5\n70 0\n10 1\n20 2\n42 1\n10 3\n20 2\n"));
    at(light.start(), world(1, 2, 5));
    at(((Segment.EllipticArc) light).center(), world(2, 2, 5));
    at(light.end(), world(3, 2, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void thicknessIsAlongTheExtrusion(int seed) {
    choose(seed);

    var circle = (Path) item("0 CIRCLE\n10 3\n20 4\n40 2\n39 -6\n");
    var line = (Path) item("0 LINE\n10 3\n11 4\n39 2\n");
    var solid = (FilledRegion) item("0 SOLID\n10 0\n11 1\n12 0\n22 1\n13 1\n23 1\n39 3\n");

    at(circle.extrusion(), az.times(-6));
    at(line.extrusion(), az.times(2));
    at(line.segments().getFirst().start(), new Vec3(3, 0, 0));
    at(solid.extrusion(), az.times(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void areasAndTheirPatternsLieInTheirOwnPlane(int seed) {
    choose(seed);

    var solid =
        (FilledRegion) item("0 TRACE\n10 1\n20 2\n30 3\n11 4\n21 2\n31 3\n12 1\n22 5\n32 3\n");
    at(solid.loops().getFirst().getFirst().start(), world(1, 2, 3));
    at(((Segment.Polyline) solid.loops().getFirst().getFirst()).vertex(1), world(4, 2, 3));

    var hatch =
        (FilledRegion)
            item(
                "0 HATCH\n10 0\n20 0\n30 3\n2 L\n70 0\n91 1\n92 1\n93 2\n"
                    + "72 2\n10 1\n20 2\n40 4\n50 0\n51 180\n73 1\n"
                    + "72 1\n10 -3\n20 2\n11 5\n21 2\n"
                    + "75 0\n76 1\n52 0\n41 1\n77 0\n78 1\n53 90\n43 1\n44 2\n45 1\n46 0\n79 0\n98 0\n");
    at(hatch.loops().getFirst().getFirst().start(), world(5, 2, 3));
    var line = ((FilledRegion.Fill.Pattern) hatch.fill()).lines().getFirst();
    at(line.base(), world(1, 2, 3));
    at(line.direction(), ay);
    at(line.offset(), ax);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void insertsAndTextsStandInTheirOwnPlane(int seed) {
    choose(seed);

    var insert =
        (SymbolInstance) item("0 INSERT\n2 B\n10 3\n20 4\n30 5\n41 2\n42 -3\n43 4\n50 90\n");
    at(insert.placement().apply(Vec3.ZERO), world(3, 4, 5));
    at(insert.placement().apply(new Vec3(1, 0, 0)), world(3, 6, 5));
    at(insert.placement().apply(new Vec3(0, 1, 0)), world(6, 4, 5));
    at(insert.placement().apply(new Vec3(0, 0, 1)), world(3, 4, 9));

    var text =
        (TextLabel) item("0 TEXT\n10 0\n20 0\n30 5\n11 3\n21 4\n31 5\n40 2\n1 A\n72 4\n50 90\n");
    at(text.center(), world(3, 4, 5));
    at(text.direction(), ay);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 8})
  void oldPolylinesLieInTheirOwnPlane(int seed) {
    choose(seed);
    var groups =
        String.format(
            Locale.ROOT,
            "0 POLYLINE\n66 1\n30 5\n210 %s\n220 %s\n230 %s\n0 VERTEX\n10 1\n20 2\n0 VERTEX\n10 3\n20 2\n0 SEQEND\n",
            extrusion.x(),
            extrusion.y(),
            extrusion.z());

    var line = first(DxfText.readEntities(groups).items().getFirst());

    at(line.start(), world(1, 2, 5));
    at(line.end(), world(3, 2, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aStretchedAndMirroredInsertMakesEllipsesOfItsArcsExactly(int seed) {
    var random = new Random(seed);
    double sx = -1 - random.nextDouble();
    double sy = 1 + 3 * random.nextDouble();
    double turn = 360 * random.nextDouble();
    var dxf =
        DxfText.of(
            "0 SECTION\n2 BLOCKS\n0 BLOCK\n2 B\n0 ARC\n10 1\n20 2\n40 3\n50 10\n51 130\n0 ENDBLK\n"
                + "0 ENDSEC\n0 SECTION\n2 ENTITIES\n0 INSERT\n2 B\n10 5\n20 6\n41 %s\n42 %s\n50 %s\n"
                    .formatted(sx, sy, turn)
                + "0 ENDSEC\n0 EOF\n");

    var seen = new dev.planlift.core.drawing.Expansion().all(DxfText.read(dxf).items());
    var arc = (Segment.EllipticArc) first(seen.getFirst().item());

    for (int i = 0; i <= 10; i++) {
      double t = Math.toRadians(10 + 12 * i);
      double x = sx * (1 + 3 * Math.cos(t));
      double y = sy * (2 + 3 * Math.sin(t));
      double c = Math.cos(Math.toRadians(turn));
      double s = Math.sin(Math.toRadians(turn));
      at(
          arc.at(arc.startRad() + arc.sweepRad() * i / 10),
          new Vec3(5 + c * x - s * y, 6 + s * x + c * y, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void theSpacingOfAMirroredArrayIsTurnedButNotScaled(int cell) {
    var items =
        DxfText.readEntities(
                "0 INSERT\n2 B\n10 1\n20 1\n41 -2\n42 3\n50 90\n70 2\n71 2\n44 10\n45 100\n")
            .items();

    var origin = ((SymbolInstance) items.get(cell)).placement().origin();

    at(origin, new Vec3(1 - 100 * (cell / 2), 1 + 10 * (cell % 2), 0));
  }
}
