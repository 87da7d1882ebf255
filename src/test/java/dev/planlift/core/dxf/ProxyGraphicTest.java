package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities that only their own program knows, by the picture it left of them. */
class ProxyGraphicTest {
  private static final double TINY = 1e-9;

  private static Drawing proxy(ProxyStream stream) {
    return proxy(stream.groups(92));
  }

  private static Drawing proxy(String graphic) {
    return DxfText.readEntities(
        "0 ACAD_PROXY_ENTITY\n5 77\n100 AcDbEntity\n8 A-WALL\n62 1\n100 AcDbProxyEntity\n"
            + "90 498\n91 500\n"
            + graphic
            + "93 16\n310 FFFF\n94 0\n");
  }

  private static Path path(Drawing drawing) {
    return (Path) drawing.items().getFirst();
  }

  private static void isNear(Vec3 p, double x, double y, double z) {
    assertThat(p.distance(new Vec3(x, y, z))).isCloseTo(0, within(TINY));
  }

  private static ProxyStream square() {
    return new ProxyStream()
        .command(7, 4, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 2.0, 2.0, 0.0, 0.0, 2.0, 0.0);
  }

  @ParameterizedTest
  @CsvSource({"ACAD_PROXY_ENTITY, 92", "AEC_WALL, 92", "AEC_DOOR, 160", "ACAD_ZOMBIE_ENTITY, 160"})
  void whatAProgramLeftOfItsEntityIsShownAndSaid(String type, int sizeCode) {
    var drawing = DxfText.readEntities("0 " + type + "\n5 77\n" + square().groups(sizeCode));

    assertThat(path(drawing).closed()).isTrue();
    assertThat(path(drawing).source()).isEqualTo(new SourceRef.Handle("77"));
    var entry = drawing.ledger().entries().getFirst();
    assertThat(entry.type()).isEqualTo(type);
    assertThat(entry.outcome()).isEqualTo(Outcome.APPROXIMATED);
    assertThat(entry.reason()).isEqualTo("PROXY_GRAPHIC");
  }

  @Test
  void withoutAPictureItIsSkippedWithItsReason() {
    var drawing = DxfText.readEntities("0 ACAD_PROXY_ENTITY\n90 498\n93 8\n310 FF\n");

    assertThat(drawing.items()).isEmpty();
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("NO_PROXY_GRAPHIC");
  }

  @Test
  void commandsBeginWithTheLookOfTheEntityAndAttributesChangeIt() {
    var drawing =
        proxy(
            square()
                .command(14, 5)
                .command(6, 2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0)
                .command(22, 0xC2102030)
                .command(23, 50)
                .command(6, 2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0));

    var looks = drawing.items().stream().map(i -> i.appearance()).toList();
    assertThat(looks.get(0).layer().name()).isEqualTo("A-WALL");
    assertThat(looks.stream().map(a -> a.rgb())).containsExactly(0xFF0000, 0x0000FF, 0x102030);
    assertThat(looks.get(2).lineWeightMm()).isEqualTo(0.5);
  }

  @Test
  void aLayerIsMeantByItsPlaceInTheTable() {
    var drawing =
        DxfText.read(
            DxfText.of(
                "0 SECTION\n2 TABLES\n0 TABLE\n2 LAYER\n0 LAYER\n2 0\n0 LAYER\n2 A-DOOR\n0 ENDTAB\n"
                    + "0 ENDSEC\n0 SECTION\n2 ENTITIES\n0 AEC_DOOR\n8 0\n"
                    + new ProxyStream()
                        .command(16, 1)
                        .command(6, 2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0)
                        .groups(160)
                    + "0 ENDSEC\n0 EOF\n"));

    assertThat(path(drawing).appearance().layer().name()).isEqualTo("A-DOOR");
  }

  @Test
  void aMatrixMovesWhatIsDrawnUpToItsPop() {
    var drawing =
        proxy(
            new ProxyStream()
                .command(
                    29, 0.0, -1.0, 0.0, 10.0, 1.0, 0.0, 0.0, 20.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0,
                    0.0, 1.0)
                .command(6, 2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0)
                .command(31)
                .command(6, 2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0));

    isNear(((Path) drawing.items().get(0)).segments().getFirst().end(), 10, 21, 0);
    isNear(((Path) drawing.items().get(1)).segments().getFirst().end(), 1, 0, 0);
  }

  @Test
  void arcsRunAroundTheirNormalFromTheirStart() {
    var arc =
        path(proxy(
                new ProxyStream()
                    .command(4, 1.0, 1.0, 0.0, 2.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, Math.PI / 2, 0)))
            .segments()
            .getFirst();

    isNear(arc.start(), 3, 1, 0);
    isNear(arc.end(), 1, 3, 0);
  }

  @Test
  void anArcThroughThreePointsPassesThemInOrder() {
    var arc =
        (Segment.EllipticArc)
            path(proxy(
                    new ProxyStream().command(5, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, -1.0, 0.0, 0.0, 0)))
                .segments()
                .getFirst();

    isNear(arc.center(), 0, 0, 0);
    isNear(arc.at(arc.sweepRad() / 2), 0, 1, 0);
    isNear(arc.end(), -1, 0, 0);
  }

  @Test
  void aFillCommandFillsTheNextThingAndNoOther() {
    var drawing =
        proxy(
            new ProxyStream()
                .command(20, 1)
                .command(2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0)
                .command(2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0));

    assertThat(drawing.items().get(0)).isInstanceOf(FilledRegion.class);
    assertThat(drawing.items().get(1)).isInstanceOf(Path.class);
  }

  @Test
  void thicknessExtrudesLines() {
    var drawing =
        proxy(new ProxyStream().command(25, 2.7).command(6, 2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0));

    assertThat(path(drawing).extrusion()).isEqualTo(new Vec3(0, 0, 2.7));
  }

  @Test
  void aShellIsAMeshOfItsFaces() {
    var drawing =
        proxy(
            new ProxyStream()
                .command(
                    9, 4, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 9, 4, 0, 1, 2,
                    3, 3, 0, 1, 99, 0, 0, 0));

    var mesh = (SurfaceMesh) drawing.items().getFirst();
    assertThat(mesh.positions()).hasSize(12);
    assertThat(mesh.triangles()).hasSize(6);
  }

  @Test
  void aGridOfTwoTimesThreeHasFourTriangles() {
    var drawing =
        proxy(
            new ProxyStream()
                .command(
                    8, 2, 3, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0,
                    0.0, 2.0, 1.0, 0.0, 0, 0, 0));

    assertThat(((SurfaceMesh) drawing.items().getFirst()).triangles()).hasSize(12);
  }

  @Test
  void textsAreReadInBothForms() {
    var drawing =
        proxy(
            new ProxyStream()
                .command(10, 1.0, 2.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.5, 1.0, 0.0, "Küche")
                .command(
                    36,
                    1.0,
                    2.0,
                    0.0,
                    0.0,
                    0.0,
                    1.0,
                    0.0,
                    1.0,
                    0.0,
                    0.5,
                    1.0,
                    0.0,
                    ProxyStream.wide("浴室 %%d")));

    var first = (TextLabel) drawing.items().get(0);
    var second = (TextLabel) drawing.items().get(1);
    assertThat(first.text()).isEqualTo("Küche");
    assertThat(first.height()).isEqualTo(0.5);
    assertThat(first.center().x()).isGreaterThan(1);
    assertThat(first.center().y()).isCloseTo(2.25, within(TINY));
    assertThat(second.text()).isEqualTo("浴室 °");
    assertThat(second.direction()).isEqualTo(Vec3.Y);
  }

  @Test
  void textsAreInTheCodePageOfTheFile() {
    var text = "Кухня".getBytes(Charset.forName("windows-1251"));
    var padded = Arrays.copyOf(text, 8);
    var drawing =
        DxfText.read(
            DxfText.of(
                "0 SECTION\n2 HEADER\n9 $ACADVER\n1 AC1015\n9 $DWGCODEPAGE\n3 ANSI_1251\n0 ENDSEC\n"
                    + "0 SECTION\n2 ENTITIES\n0 AEC_SPACE\n"
                    + new ProxyStream()
                        .command(
                            10, 1.0, 2.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.5, 1.0, 0.0, padded)
                        .groups(92)
                    + "0 ENDSEC\n0 EOF\n"));

    assertThat(((TextLabel) drawing.items().getFirst()).text()).isEqualTo("Кухня");
  }

  /** Length, flag 512 (closed) and 16, two points, one bulge of one, in bits. */
  @Test
  void aPolylineInBitsKeepsItsBulge() {
    var bits = new StringBuilder();
    bits.append("0".repeat(32)); // how many bytes follow
    bits.append("00").append(bytes(528 & 0xFF, 528 >> 8)); // BS 528 = 512 + 16
    bits.append("01").append(bytes(2)); // BL 2 points
    bits.append("01").append(bytes(1)); // BL 1 bulge
    bits.append(raw(0)).append(raw(0));
    bits.append("11").append(raw(2)); // x differs wholly
    bits.append("00"); // y as before
    bits.append("01"); // bulge 1.0
    bits.append("0".repeat((8 - bits.length() % 8) % 8));
    var data = new byte[bits.length() / 8];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }

    var path = path(proxy(new ProxyStream().command(33, (Object) data)));

    assertThat(path.closed()).isTrue();
    assertThat(path.segments().getFirst()).isInstanceOf(Segment.EllipticArc.class);
    isNear(path.segments().getFirst().end(), 2, 0, 0);
  }

  private static String bytes(int... values) {
    var text = new StringBuilder();
    for (int value : values) {
      text.append("%8s".formatted(Integer.toBinaryString(value & 0xFF)).replace(' ', '0'));
    }
    return text.toString();
  }

  private static String raw(double value) {
    long bits = Double.doubleToRawLongBits(value);
    var text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(bytes((int) (bits >> (8 * i))));
    }
    return text.toString();
  }

  @Test
  void aStreamThatBreaksOffGivesWhatWasWhole() {
    var whole = square().command(6, 2, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0).toBytes();

    var drawing = proxy(ProxyStream.groups(92, Arrays.copyOf(whole, whole.length - 5)));

    assertThat(drawing.items()).hasSize(1);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("DAMAGED_PROXY_GRAPHIC");
  }

  @Test
  void countsBeyondTheBytesAndNumbersBeyondReasonDrawNothing() {
    var drawing =
        proxy(
            new ProxyStream()
                .command(6, Integer.MAX_VALUE, 0.0, 0.0, 0.0)
                .command(9, -1, 0.0)
                .command(8, 1 << 20, 1 << 20)
                .command(6, 2, 0.0, Double.NaN, 0.0, 1.0, 1e300, 0.0));

    assertThat(drawing.items()).isEmpty();
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("EMPTY_PROXY_GRAPHIC");
  }

  @Test
  void anyByteMayBeAnyOtherAndTheDrawingIsStillRead() {
    var stream =
        square()
            .command(33, (Object) HexFormat.of().parseHex("00000000A1B2C3D4E5F60718293A4B5C6D7E"))
            .command(9, 3, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 4, 3, 0, 1, 2, 0, 0, 0)
            .command(10, 1.0, 2.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.5, 1.0, 0.0, "Hall")
            .toBytes();
    for (int i = 0; i < stream.length; i++) {
      for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
        var damaged = stream.clone();
        damaged[i] = (byte) value;
        var ledger = proxy(ProxyStream.groups(92, damaged)).ledger();
        assertThat(ledger.read()).isEqualTo(1);
      }
    }
  }
}
