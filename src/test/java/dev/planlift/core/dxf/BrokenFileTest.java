package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Outcome;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file, there is a drawing or a {@link PermanentError}, and soon. */
class BrokenFileTest {
  /** A bit of everything. */
  private static final String SMALL =
      DxfText.of(
          """
          999 made for this test
          0 SECTION
          2 HEADER
          9 $ACADVER
          1 AC1015
          9 $INSUNITS
          70 6
          0 ENDSEC
          0 SECTION
          2 TABLES
          0 TABLE
          2 LAYER
          0 LAYER
          2 WALL
          70 0
          62 -1
          0 ENDTAB
          0 ENDSEC
          0 SECTION
          2 BLOCKS
          0 BLOCK
          2 B
          10 1
          0 LINE
          10 0
          11 1
          0 ENDBLK
          0 ENDSEC
          0 SECTION
          2 ENTITIES
          0 INSERT
          5 A0
          2 B
          66 1
          70 2
          0 ATTRIB
          1 x
          0 SEQEND
          0 LWPOLYLINE
          90 3
          70 1
          10 0
          20 0
          42 0.5
          10 4
          20 0
          10 4
          20 4
          0 POLYLINE
          70 64
          0 VERTEX
          70 192
          10 1
          0 VERTEX
          70 128
          71 1
          72 1
          73 1
          0 SEQEND
          0 MTEXT
          1 {\\fArial;a}\\Pb\\S1/2;
          0 HATCH
          91 1
          92 1
          93 1
          72 4
          94 1
          40 0
          40 0
          40 1
          40 1
          10 0
          20 0
          10 1
          20 1
          75 0
          0 MLINE
          11 0
          74 1
          41 1
          11 4
          74 1
          41 1
          0 SPLINE
          71 2
          11 0
          11 3
          0 DIMENSION
          2 *D1
          13 0
          14 1
          0 ENDSEC
          0 EOF
          """);

  private static void reads(byte[] bytes, Map<ErrorCode, Integer> refusals, int[] readings) {
    try {
      var ledger = DxfReader.read(bytes).ledger();
      assertThat(ledger.read())
          .isEqualTo(
              ledger.count(Outcome.CONVERTED)
                  + ledger.count(Outcome.APPROXIMATED)
                  + ledger.count(Outcome.SKIPPED));
      readings[0]++;
    } catch (PermanentError e) {
      assertThat(e.code())
          .isIn(ErrorCode.EMPTY_FILE, ErrorCode.INVALID_FORMAT, ErrorCode.PARSING_ERROR);
      refusals.merge(e.code(), 1, Integer::sum);
    }
  }

  @Test
  void aFileCutAtAnyByteIsReadOrRefused() {
    var bytes = SMALL.getBytes(StandardCharsets.UTF_8);
    var refusals = new EnumMap<ErrorCode, Integer>(ErrorCode.class);
    int[] readings = {0};

    for (int length = 0; length < bytes.length; length++) {
      reads(Arrays.copyOf(bytes, length), refusals, readings);
    }

    assertThat(refusals)
        .containsKeys(ErrorCode.EMPTY_FILE, ErrorCode.INVALID_FORMAT, ErrorCode.PARSING_ERROR);
    assertThat(readings[0]).isPositive();
    assertThat(refusals.get(ErrorCode.PARSING_ERROR)).isGreaterThan(bytes.length / 2);
  }

  @Test
  void aBinaryFileCutOrFlippedAtAnyByteIsReadOrRefused() {
    var refusals = new EnumMap<ErrorCode, Integer>(ErrorCode.class);
    int[] readings = {0};

    for (boolean shortCodes : new boolean[] {true, false}) {
      var whole = DxfText.binary(shortCodes);
      for (int at = 0; at < whole.length; at++) {
        reads(Arrays.copyOf(whole, at), refusals, readings);
        for (int bit = 0; bit < 8; bit++) {
          var flipped = whole.clone();
          flipped[at] ^= (byte) (1 << bit);
          reads(flipped, refusals, readings);
        }
      }
    }

    assertThat(readings[0]).isGreaterThan(100);
    assertThat(refusals).containsKey(ErrorCode.PARSING_ERROR);
  }

  @Test
  void aFileWithFlippedBytesIsReadOrRefused() {
    long seed = System.nanoTime();
    System.out.println("BrokenFileTest seed " + seed);
    var random = new Random(seed);
    var refusals = new EnumMap<ErrorCode, Integer>(ErrorCode.class);
    int[] readings = {0};

    for (int round = 0; round < 2_000; round++) {
      var bytes = SMALL.getBytes(StandardCharsets.UTF_8);
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        reads(bytes, refusals, readings);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }

    assertThat(readings[0]).isPositive();
    assertThat(refusals).containsKey(ErrorCode.PARSING_ERROR);
  }

  @Test
  void digitsSwappedForOthersAreReadOrRefused() {
    long seed = System.nanoTime();
    System.out.println("BrokenFileTest digits seed " + seed);
    var random = new Random(seed);
    var refusals = new EnumMap<ErrorCode, Integer>(ErrorCode.class);
    int[] readings = {0};

    for (int round = 0; round < 2_000; round++) {
      var bytes = SMALL.getBytes(StandardCharsets.UTF_8);
      for (int swaps = 1 + random.nextInt(4); swaps > 0; ) {
        int at = random.nextInt(bytes.length);
        if (bytes[at] >= '0' && bytes[at] <= '9') {
          bytes[at] = (byte) ('0' + random.nextInt(10));
          swaps--;
        }
      }
      try {
        reads(bytes, refusals, readings);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }

    assertThat(readings[0]).isGreaterThan(400);
  }

  @Test
  void aLineWithoutEndIsRefused() {
    var endless = new byte[3 << 20];
    Arrays.fill(endless, (byte) 'x');
    var head = "0\nSECTION\n2\nENTITIES\n0\nTEXT\n1\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, endless, 0, head.length);
    var refusals = new EnumMap<ErrorCode, Integer>(ErrorCode.class);

    reads(endless, refusals, new int[1]);

    assertThat(refusals).containsOnlyKeys(ErrorCode.PARSING_ERROR);
  }
}
