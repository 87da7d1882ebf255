package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.TextLabel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities larger than anybody draws, and numbers that lie: streamed, nothing of it on disk. */
class HostileEntitiesTest {
  private static final String HEAD = "0 SECTION\n2 ENTITIES\n";
  private static final String END = "0 LINE\n11 1\n0 ENDSEC\n0 EOF\n";

  /** A piece of a file, a number of times over; none of it is ever held but one piece. */
  private static final class Repeated extends InputStream {
    private final IntFunction<byte[]> piece;
    private final int times;
    private int round;
    private byte[] bytes = new byte[0];
    private int at;

    Repeated(int times, IntFunction<byte[]> piece) {
      this.times = times;
      this.piece = piece;
    }

    private boolean fill() {
      while (at == bytes.length) {
        if (round == times) {
          return false;
        }
        bytes = piece.apply(round++);
        at = 0;
      }
      return true;
    }

    @Override
    public int read() {
      return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, to, offset, count);
      at += count;
      return count;
    }
  }

  private static byte[] bytes(String groups) {
    return DxfText.of(groups).getBytes(StandardCharsets.US_ASCII);
  }

  private static Drawing stream(InputStream middle) throws IOException {
    var all =
        List.of(
            new ByteArrayInputStream(bytes(HEAD)), middle, new ByteArrayInputStream(bytes(END)));
    var tags = DxfReader.tags(new SequenceInputStream(Collections.enumeration(all)));
    return new DocumentReader(tags, 0, part -> {}, References.none(), new LayerTable(), Census.NONE)
        .read();
  }

  private static Drawing stream(String first, int times, String repeated) throws IOException {
    var piece = bytes(repeated.repeat(1000));
    var head = bytes(first);
    return stream(new Repeated(times / 1000 + 1, round -> round == 0 ? head : piece));
  }

  private static void theLineBehindIsThere(Drawing drawing) {
    assertThat(drawing.ledger().count("LINE", Outcome.CONVERTED)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 LWPOLYLINE\n90 99|10 7\n20 5\n",
        "0 LWPOLYLINE\n90 -1|10 7\n20 5\n42 1\n",
        "0 POLYLINE\n66 1|0 VERTEX\n10 3\n20 4\n",
        "0 POLYLINE\n66 1\n70 64|0 VERTEX\n70 192\n10 3\n0 VERTEX\n70 128\n71 1\n72 2\n73 3\n",
        "0 SPLINE\n71 3|10 3\n20 4\n",
        "0 SPLINE\n71 3|11 3\n21 4\n",
        "0 HATCH\n91 1\n92 1\n93 9|72 1\n10 0\n20 0\n11 3\n21 1\n",
        "0 HATCH\n91 9|92 2\n72 0\n93 3\n10 0\n20 0\n10 3\n20 0\n10 3\n20 3\n",
        "0 MLINE\n72 3|11 4\n12 1\n23 1\n74 1\n41 1\n",
        "0 LEADER|10 3\n20 4\n",
        "0 MESH\n92 999|10 3\n20 4\n30 5\n",
        "0 3DSOLID|1 straight-curve $-1 0 0 0 1 0 0 I I #\n",
        "0 ACAD_PROXY_ENTITY\n92 9|310 00112233445566778899AABBCCDDEEFF\n",
        "0 MULTILEADER|304 text\n10 3\n",
        "0 NOBODYKNOWS|1 text\n70 5\n",
        "0 INSERT\n2 B\n66 1|0 ATTRIB\n1 x\n",
      })
  void anEntityOfMillionsOfGroupsIsReadAsFarAsAllowed(String entity) throws IOException {
    int bar = entity.indexOf('|');
    var drawing = stream(entity.substring(0, bar) + "\n", 2_100_000, entity.substring(bar + 1));

    theLineBehindIsThere(drawing);
  }

  @Test
  void aPolylineOfTenMillionVerticesIsApproximated() throws IOException {
    var drawing = stream("0 LWPOLYLINE\n5 1A\n", 10_000_000, "10 7\n20 5\n10 1\n20 3\n");

    theLineBehindIsThere(drawing);
    assertThat(drawing.ledger().count("LWPOLYLINE", Outcome.APPROXIMATED)).isEqualTo(1);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("ENTITY_BUDGET");
  }

  @Test
  void aTextOfHundredMegabytesIsCut() throws IOException {
    var line = bytes("3 " + "{\\fArial;text} ".repeat(16) + "\n");
    var start = bytes("0 MTEXT\n40 1\n");
    var drawing = stream(new Repeated(400_000, round -> round == 0 ? start : line));

    theLineBehindIsThere(drawing);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("ENTITY_BUDGET");
    assertThat(((TextLabel) drawing.items().getFirst()).text())
        .hasSizeLessThanOrEqualTo(EntityBudget.MAX_TEXT);
  }

  @Test
  void aLineOfAGigabyteIsStreamedOver() throws IOException {
    var start = bytes("0 TEXT\n40 1\n");
    var code = "1\n".getBytes(StandardCharsets.US_ASCII);
    var piece = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    var end = "\n".getBytes(StandardCharsets.US_ASCII);
    var drawing =
        stream(
            new Repeated(
                1027,
                round ->
                    switch (round) {
                      case 0 -> start;
                      case 1 -> code;
                      case 1026 -> end;
                      default -> piece;
                    }));

    theLineBehindIsThere(drawing);
    assertThat(drawing.diagnostics()).extracting(d -> d.code()).containsExactly("LONG_LINE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "71 3\n40 NaN\n40 0\n40 0\n40 0\n40 1\n40 1\n40 1\n40 1\n",
        "71 3\n40 0\n40 0\n40 0\n40 0\n40 -1\n40 -1\n40 -1\n40 -1\n",
        "71 3\n40 1\n40 1\n40 1\n40 1\n40 1\n40 1\n40 1\n40 1\n",
        "71 1000000\n",
        "71 -3\n",
        "71 2147483647\n72 2147483647\n73 2147483647\n",
        "71 3\n72 -8\n73 -4\n74 -1\n",
        "71 3\n41 NaN\n41 0\n41 -1\n41 1e308\n",
        "71 3\n40 0\n40 0\n40 0\n40 0\n40 1e308\n40 1e308\n40 1e308\n40 1e308\n",
      })
  void aSplineThatLiesIsReadOrSkipped(String numbers) {
    var spline = "0 SPLINE\n" + numbers + "10 0\n20 0\n10 1\n20 1\n10 2\n20 0\n10 3\n20 1\n";
    var dxf = DxfText.withEntities(spline + "0 LINE\n11 1\n").getBytes(StandardCharsets.US_ASCII);

    theLineBehindIsThere(DxfReader.read(dxf));
    WholeReading.drawing(dxf);
    WholeReading.inspection(dxf);
  }

  /** The file with every group of a code holding this number. */
  private static byte[] withNumber(String dxf, int code, String number) {
    var lines = new ArrayList<>(dxf.lines().toList());
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      if (lines.get(i).equals(String.valueOf(code))) {
        lines.set(i + 1, number);
      }
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e308", "-1e308", "1e309", "NaN", "1.7976931348623157e308", "1e154"})
  void coordinatesBeyondAllBoundsAreSkippedInEachFamily(String number) {
    for (var fixture : DxfFixtures.all().entrySet()) {
      if (fixture.getKey().contains("binary")) {
        continue;
      }
      var text = new String(fixture.getValue(), StandardCharsets.ISO_8859_1);
      for (int code : new int[] {10, 11, 13, 20, 40, 41, 42, 50, 230}) {
        var hostile = withNumber(text, code, number);
        WholeReading.drawing(hostile);
        WholeReading.inspection(hostile);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-2147483648", "2147483647", "99999999999", "0"})
  void countsThatLieAreNotBelieved(String number) {
    for (var fixture : DxfFixtures.all().entrySet()) {
      if (fixture.getKey().contains("binary")) {
        continue;
      }
      var text = new String(fixture.getValue(), StandardCharsets.ISO_8859_1);
      for (int code : new int[] {70, 71, 72, 73, 74, 78, 79, 90, 91, 92, 93, 94, 95, 96, 97}) {
        var hostile = withNumber(text, code, number);
        WholeReading.drawing(hostile);
        WholeReading.inspection(hostile);
      }
    }
  }

  @Test
  void anExtrusionOfZeroIsThatOfTheWorld() {
    for (var entity :
        List.of(
            "0 CIRCLE\n40 1\n",
            "0 ARC\n40 1\n51 90\n",
            "0 TEXT\n1 x\n",
            "0 SOLID\n11 1\n12 1\n22 1\n")) {
      var drawing = DxfText.readEntities(entity + "39 1\n210 0\n220 0\n230 0\n");

      assertThat(drawing.items()).hasSize(1);
      assertThat(Finiteness.holds(drawing.items().getFirst())).isTrue();
    }
  }

  @Test
  void meshesThatAskForMoreFacesThanAnybodyDrawsAreSmoothedLess() {
    var mesh =
        """
        0 MESH
        91 5
        92 4
        10 0
        20 0
        30 0
        10 1
        20 0
        30 0
        10 1
        20 1
        30 0
        10 0
        20 0
        30 1
        93 8
        90 3
        90 0
        90 1
        90 2
        90 3
        90 0
        90 1
        90 3
        """;
    var drawing = DxfText.readEntities(mesh.repeat(2_000));

    assertThat(drawing.ledger().count("MESH", Outcome.CONVERTED)).isPositive();
    assertThat(drawing.ledger().count("MESH", Outcome.APPROXIMATED)).isPositive();
    long corners =
        drawing.items().stream().mapToLong(item -> ((SurfaceMesh) item).triangles().length).sum();
    assertThat(corners).isLessThan(6 * DrawingBudget.MAX_SMOOTHED_FACES);
  }
}
