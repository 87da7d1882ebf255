package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Clip;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.geom.Vec2;
import org.junit.jupiter.api.Test;

/** INSERT with a boundary of XCLIP. */
class ClippedInsertTest {
  private static final String BLOCK =
      """
      0 SECTION
      2 BLOCKS
      0 BLOCK
      2 ROOM
      10 1
      20 0
      0 LINE
      10 1
      20 0
      11 9
      21 9
      0 ENDBLK
      0 ENDSEC
      """;

  /** The insert was at (100, 0), turned by a quarter, when it was clipped; it has been moved. */
  private static final String INSERT =
      """
      0 SECTION
      2 ENTITIES
      0 INSERT
      5 A
      102 {ACAD_XDICTIONARY
      360 B
      102 }
      8 0
      2 ROOM
      10 200
      20 50
      50 90
      0 ENDSEC
      """;

  private static final String FILTER_START =
      """
      0 SECTION
      2 OBJECTS
      0 DICTIONARY
      5 B
      3 ACAD_FILTER
      360 C
      0 DICTIONARY
      5 C
      3 SPATIAL
      360 D
      0 SPATIAL_FILTER
      5 D
      """;

  /** From world to block: turned back, and moved so that (100, 0) becomes the base point (1, 0). */
  private static final String MATRICES =
      """
      40 0
      40 1
      40 0
      40 1
      40 -1
      40 0
      40 0
      40 100
      40 0
      40 0
      40 1
      40 0
      40 1
      40 0
      40 0
      40 0
      40 0
      40 1
      40 0
      40 0
      40 0
      40 0
      40 1
      40 0
      """;

  private static final String CORNERS = "70 2\n10 98\n20 1\n10 96\n20 4\n";

  private static Drawing read(String filter, String more) {
    return DxfText.read(
        DxfText.of(BLOCK + INSERT + FILTER_START + filter + MATRICES + more + "0 ENDSEC\n0 EOF\n"));
  }

  private static SymbolInstance insert(Drawing drawing) {
    return (SymbolInstance) drawing.items().getFirst();
  }

  @Test
  void twoPointsAreARectangleInTheSymbolsCoordinates() {
    var drawing = read(CORNERS + "71 1\n72 0\n73 0\n", "");
    assertThat(insert(drawing).clip())
        .hasValueSatisfying(
            clip -> {
              assertThat(clip.inverted()).isFalse();
              assertThat(clip.boundary())
                  .containsExactlyInAnyOrder(
                      new Vec2(1, 2), new Vec2(1, 4), new Vec2(4, 2), new Vec2(4, 4));
            });
    assertThat(drawing.ledger().count("INSERT", Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void aFrontPlaneDoesNotDisturbTheMatricesAndIsSaidToBeIgnored() {
    var drawing = read(CORNERS + "71 1\n72 1\n40 77\n73 1\n41 5\n", "");
    assertThat(insert(drawing).clip().map(Clip::boundary).orElseThrow()).contains(new Vec2(1, 2));
    assertThat(drawing.ledger().entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).isEqualTo("CLIP_IGNORED"));
  }

  @Test
  void aBoundarySwitchedOffShowsAll() {
    assertThat(insert(read(CORNERS + "71 0\n72 0\n73 0\n", "")).clip()).isEmpty();
  }

  @Test
  void anInvertedBoundaryStandsInTheRecordForRoundTrips() {
    var filter = "102 {ACAD_XDICTIONARY\n360 E\n102 }\n" + CORNERS + "71 1\n72 0\n73 0\n";
    var record =
        """
        0 DICTIONARY
        5 E
        3 ACAD_XREC_ROUNDTRIP
        360 F
        0 XRECORD
        5 F
        102 ACAD_INVERTEDCLIP_ROUNDTRIP
        10 98
        20 1
        30 0
        10 96
        20 1
        30 0
        10 96
        20 2
        30 0
        102 ACAD_INVERTEDCLIP_ROUNDTRIP_COMPARE
        10 0
        20 0
        30 0
        """;
    assertThat(insert(read(filter, record)).clip())
        .hasValueSatisfying(
            clip -> {
              assertThat(clip.inverted()).isTrue();
              assertThat(clip.boundary())
                  .containsExactly(new Vec2(1, 2), new Vec2(1, 4), new Vec2(2, 4));
            });
  }

  @Test
  void aBoundaryThatIsNoneShowsAllAndIsSaid() {
    var drawing = read("70 1\n10 98\n20 1\n71 1\n72 0\n73 0\n", "");
    assertThat(insert(drawing).clip()).isEmpty();
    assertThat(drawing.ledger().count("INSERT", Outcome.APPROXIMATED)).isEqualTo(1);
  }
}
