package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.source.SourceRef;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ACIS bodies of 3DSOLID and its like, as text and as bytes. */
class AcisReadingTest {
  private static final double TINY = 1e-9;
  private static final Object[] CYLINDER = {
    0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, "I", "I", 0.0, 1.0, "forward", "I", "I", "I",
    "I"
  };

  private static Drawing text(String type, String groups) {
    return DxfText.readEntities(
        "0 "
            + type
            + "\n5 9C\n100 AcDbEntity\n8 COLUMNS\n62 3\n100 AcDbModelerGeometry\n"
            + groups);
  }

  private static Drawing solid(AcisFixture body) {
    return text("3DSOLID", body.sat(700, true));
  }

  private static Drawing bytes(byte[] sab) {
    return DxfText.read(
        DxfText.of(
            "0 SECTION\n2 ENTITIES\n0 3DSOLID\n5 9C\n100 AcDbEntity\n8 COLUMNS\n62 3\n"
                + "100 AcDbModelerGeometry\n290 1\n2 {0abfdbc8-4fc4-44af-abaa-db494e3f3389}\n"
                + "100 AcDb3dSolid\n350 0\n0 ENDSEC\n0 SECTION\n2 ACDSDATA\n70 2\n71 2\n"
                + "0 ACDSSCHEMA\n90 0\n0 ACDSRECORD\n90 0\n2 AcDbDs::ID\n280 10\n320 09c\n"
                + "2 ASM_Data\n280 15\n"
                + ProxyStream.groups(94, sab)
                + "0 ACDSRECORD\n90 1\n2 AcDbDs::ID\n280 10\n320 9C\n2 Thumbnail_Data\n94 2\n"
                + "310 89504E47\n0 ENDSEC\n0 EOF\n"));
  }

  private static SurfaceMesh mesh(Drawing drawing) {
    assertThat(drawing.items()).hasSize(1);
    return (SurfaceMesh) drawing.items().getFirst();
  }

  private static EntityLedger.Entry entry(Drawing drawing) {
    return drawing.ledger().entries().getFirst();
  }

  @ParameterizedTest
  @CsvSource({"400, true", "400, false", "700, true", "700, false", "21800, true"})
  void aCubeIsReadFromTextOfEveryVersionAndLooksOutward(int version, boolean disguised) {
    var drawing = text("3DSOLID", AcisFixture.cube().sat(version, disguised));

    assertThat(mesh(drawing).triangles()).hasSize(3 * 12);
    assertThat(MeshReadingTest.volume(mesh(drawing))).isCloseTo(8, within(TINY));
    assertThat(drawing.ledger().count(Outcome.CONVERTED)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BODY",
        "REGION",
        "SURFACE",
        "EXTRUDEDSURFACE",
        "LOFTEDSURFACE",
        "REVOLVEDSURFACE",
        "SWEPTSURFACE",
        "PLANESURFACE",
        "NURBSURFACE"
      })
  void whatHoldsABodyIsReadAlike(String type) {
    var mesh = mesh(text(type, AcisFixture.cube().sat(700, true)));

    assertThat(mesh.triangles()).hasSize(36);
    assertThat(mesh.source()).isEqualTo(new SourceRef.Handle("9C"));
    assertThat(mesh.appearance().layer().name()).isEqualTo("COLUMNS");
    assertThat(mesh.appearance().rgb()).isEqualTo(0x00FF00);
  }

  @Test
  void bytesApartFromTheEntityAreFoundByItsHandle() {
    var drawing = bytes(AcisFixture.cube().sab());

    assertThat(MeshReadingTest.volume(mesh(drawing))).isCloseTo(8, within(TINY));
    assertThat(drawing.ledger().count(Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void textBehindTheBodyIsNoneOfIt() {
    var groups = AcisFixture.cube().sat(700, true) + "100 AcDb3dSolid\n350 0\n1 some other text\n";

    assertThat(mesh(text("3DSOLID", groups)).triangles()).hasSize(36);
  }

  @Test
  void aBodysTransformTurnsScalesAndMovesIt() {
    // x → y, y → −x, twice as large, moved by (10, 20, 30).
    var body =
        AcisFixture.cube()
            .transform(0.0, 1.0, 0.0, -1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 10.0, 20.0, 30.0, 2.0);

    for (var drawing : new Drawing[] {solid(body), bytes(body.sab())}) {
      assertThat(MeshReadingTest.volume(mesh(drawing))).isCloseTo(64, within(1e-6));
      var box = mesh(drawing).positions();
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = 2; i < box.length; i += 3) {
        highest = Math.max(highest, box[i]);
      }
      assertThat(highest).isCloseTo(32, within(TINY));
    }
  }

  @Test
  void aMirroredBodyStillLooksOutward() {
    var body =
        AcisFixture.cube()
            .transform(-1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0);

    assertThat(MeshReadingTest.volume(mesh(solid(body)))).isCloseTo(8, within(TINY));
  }

  @Test
  void holesAndConcaveCornersStayOpen() {
    double[] p = {
      0, 0, 0, 4, 0, 0, 4, 4, 0, 2, 2, 0, 0, 4, 0, 1, 0.5, 0, 3, 0.5, 0, 3, 1, 0, 1, 1, 0
    };
    // The hole comes first: the widest ring is the outer one, wherever it stands.
    var face =
        new AcisFixture()
            .plane(
                p,
                new double[] {0, 0, -1},
                false,
                new int[] {0, 1, 2, 3, 4},
                new int[] {5, 6, 7, 8});

    assertThat(area(mesh(solid(face)))).isCloseTo(-(12 - 1), within(TINY));
  }

  /** In the plan; negative where faces look down. */
  private static double area(SurfaceMesh mesh) {
    double twice = 0;
    var p = mesh.positions();
    var t = mesh.triangles();
    for (int i = 0; i < t.length; i += 3) {
      int a = 3 * t[i];
      int b = 3 * t[i + 1];
      int c = 3 * t[i + 2];
      twice += (p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[b + 1] - p[a + 1]) * (p[c] - p[a]);
    }
    return twice / 2;
  }

  @Test
  void aColumnIsRoundAndSaidToBeMadeOfFlatPieces() {
    var column =
        new AcisFixture()
            .round("cone-surface", CYLINDER, new double[] {1, 0}, new double[] {1, 3})
            .round(
                "plane-surface",
                new Object[] {0.0, 0.0, 3.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, "forward_v"},
                new double[] {1, 3})
            .round(
                "plane-surface",
                new Object[] {0.0, 0.0, 0.0, 0.0, 0.0, -1.0, 1.0, 0.0, 0.0, "forward_v"},
                new double[] {1, 0});

    for (var drawing : new Drawing[] {solid(column), bytes(column.sab())}) {
      // A prism of 48 sides.
      double expected = 3 * 24 * Math.sin(2 * Math.PI / 48);
      assertThat(MeshReadingTest.volume(mesh(drawing))).isCloseTo(expected, within(1e-6));
      assertThat(entry(drawing).outcome()).isEqualTo(Outcome.APPROXIMATED);
      assertThat(entry(drawing).reason()).isEqualTo("CURVED_FACES");
    }
  }

  @Test
  void aSphereAndATorusAreClosed() {
    Object[] sphere = {0.0, 0.0, 5.0, 2.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, "forward_v", "I", "I"};
    Object[] torus = {0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 5.0, 1.0, 1.0, 0.0, 0.0, "forward_v", "I"};

    assertThat(
            MeshReadingTest.volume(mesh(solid(new AcisFixture().round("sphere-surface", sphere)))))
        .isBetween(0.97 * 4 / 3 * Math.PI * 8, 4.0 / 3 * Math.PI * 8);
    assertThat(MeshReadingTest.volume(mesh(solid(new AcisFixture().round("torus-surface", torus)))))
        .isBetween(0.97 * 10 * Math.PI * Math.PI, 10 * Math.PI * Math.PI);
  }

  @Test
  void aFreelyCurvedBodyIsABoxInItsPlace() {
    var body =
        new AcisFixture()
            .round(
                "spline-surface",
                new Object[] {"forward", "{", "exactsur", "}"},
                new double[] {1, 0},
                new double[] {2, 3})
            .transform(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 7.0, 0.0, 0.0, 1.0)
            .plane(
                new double[] {0, 0, 0, 1, 1, 0, 0, 1, 0},
                new double[] {0, 0, 1},
                false,
                new int[] {0, 1})
            .round("spline-surface", new Object[] {"forward"}, new double[] {1, 0});

    var drawing = solid(body);

    assertThat(entry(drawing).reason()).isEqualTo("BOUNDING_BOX");
    assertThat(MeshReadingTest.volume(mesh(drawing))).isCloseTo(2 * 1 * 3, within(TINY));
    assertThat(mesh(drawing).positions()[0]).isCloseTo(7, within(TINY));
  }

  @Test
  void withoutABodyItIsSkippedWithItsReason() {
    assertThat(entry(text("3DSOLID", "290 1\n")).reason()).isEqualTo("NO_BODY");
    assertThat(entry(text("REGION", "70 1\n1 400 0 1 0\n")).reason()).isEqualTo("EMPTY_BODY");
    assertThat(entry(bytes(new byte[] {1, 2, 3})).reason()).isEqualTo("EMPTY_BODY");
  }

  @Test
  void aBodyOfEdgesIsShownByThem() {
    var wire =
        "70 1\n1 400 0 1 0\n1 @1 x\n1 1 1 1\n1 body $-1 $-1 $-1 $-1 #\n"
            + "1 edge $-1 $2 $3 $-1 $-1 forward #\n1 vertex $-1 $1 $4 #\n1 vertex $-1 $1 $5 #\n"
            + "1 point $-1 0 0 0 #\n1 point $-1 1 2 3 #\n";

    assertThat(entry(text("BODY", wire)).reason()).isEqualTo("WIRE_BODY");
  }

  @Test
  void pointersInCirclesAndIntoNothingEnd() {
    var circles =
        "70 1\n1 400 0 1 0\n1 @1 x\n1 1 1 1\n"
            + "1 face $-1 $0 $1 $-1 $-1 $4 forward single #\n1 loop $-1 $1 $2 $0 #\n"
            + "1 coedge $-1 $3 $3 $-1 $99 forward $1 $-1 #\n"
            + "1 coedge $-1 $2 $2 $-1 $-7 forward $1 $-1 #\n"
            + "1 plane-surface $-1 0 0 0 0 0 1e400 nan 0 0 #\n";

    assertThat(text("3DSOLID", circles).ledger().read()).isEqualTo(1);
  }

  @Test
  void facesThatShareEndlessLoopsEnd() {
    int n = 10_000;
    var text = new StringBuilder("70 1\n1 400 0 1 0\n1 @1 x\n1 1 1 1\n");
    text.append("1 plane-surface $-1 0 0 0 0 0 1 1 0 0 ").append("7 ".repeat(n)).append("#\n");
    for (int i = 1; i <= n; i++) {
      text.append("1 face $-1 $-1 $%d $-1 $-1 $0 forward single #\n".formatted(n + 1));
    }
    text.append("1 loop $-1 $-1 $%d $-1 #\n".formatted(n + 2));
    for (int i = 1; i <= n; i++) {
      int next = n + 1 + i % n + 1;
      text.append("1 coedge $-1 $%d $%d $-1 $-1 forward $-1 $-1 #\n".formatted(next, next));
    }

    assertThat(entry(text("BODY", text.toString())).reason()).isEqualTo("FREE_FORM");
  }

  /** Seeded; every damage leads to one entity in the ledger and to no exception. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyDamageOfABodyIsSurvived(long seed) {
    var random = new Random(seed);
    var sab = AcisFixture.cube().sab();
    var sat = AcisFixture.cube().sat(700, false);
    for (int i = 0; i < 300; i++) {
      var damaged = sab.clone();
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(bytes(damaged).ledger().read()).isEqualTo(1);
      var words = sat.split(" ", -1);
      words[20 + random.nextInt(words.length - 20)] = "$" + random.nextInt(200);
      assertThat(text("3DSOLID", String.join(" ", words)).ledger().read()).isEqualTo(1);
    }
  }
}
