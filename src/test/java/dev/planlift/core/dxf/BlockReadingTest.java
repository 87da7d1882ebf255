package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks, inserts, layers and what hides what. */
class BlockReadingTest {
  /** A block “LEAF” with base point (1, 0): a line from there to (3, 1). */
  private static final String LEAF =
      """
      0 BLOCK
      2 LEAF
      10 1
      20 0
      30 0
      0 LINE
      8 0
      10 1
      20 0
      11 3
      21 1
      0 ENDBLK
      """;

  private static Drawing drawing(String layers, String blocks, String entities) {
    return DxfText.read(
        DxfText.of(
            "0 SECTION\n2 TABLES\n0 TABLE\n2 LAYER\n"
                + layers
                + "0 ENDTAB\n0 ENDSEC\n0 SECTION\n2 BLOCKS\n"
                + blocks
                + "0 ENDSEC\n0 SECTION\n2 ENTITIES\n"
                + entities
                + "0 ENDSEC\n0 EOF\n"));
  }

  private static List<Vec3> ends(Drawing drawing) {
    return new Expansion()
        .all(drawing.items()).stream()
            .map(seen -> ((Path) seen.item()).segments().getFirst().end())
            .toList();
  }

  private static void isNear(Vec3 actual, double x, double y) {
    assertThat(actual.x()).isCloseTo(x, within(1e-9));
    assertThat(actual.y()).isCloseTo(y, within(1e-9));
  }

  @Test
  void anInsertScalesAboutTheBasePointThenTurnsThenMoves() {
    var drawing = drawing("", LEAF, "0 INSERT\n2 leaf\n10 10\n20 20\n41 2\n42 -3\n50 90\n");

    isNear(ends(drawing).getFirst(), 10 + 3, 20 + 4);
    assertThat(drawing.ledger().count("INSERT", Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void anInsertSeenFromBelowIsMirroredInX() {
    var drawing = drawing("", LEAF, "0 INSERT\n2 LEAF\n10 10\n20 20\n210 0\n220 0\n230 -1\n");

    isNear(ends(drawing).getFirst(), -12, 21);
    assertThat(((SymbolInstance) drawing.items().getFirst()).placement().zAxis())
        .isEqualTo(new Vec3(0, 0, -1));
  }

  @Test
  void anArrayIsOneInstanceACellAndTurnsAsAWhole() {
    var drawing = drawing("", LEAF, "0 INSERT\n2 LEAF\n41 2\n50 90\n70 2\n71 3\n44 10\n45 100\n");

    assertThat(drawing.items()).hasSize(6);
    isNear(ends(drawing).get(0), -1, 4);
    isNear(ends(drawing).get(1), -1, 14);
    isNear(ends(drawing).get(2), -101, 4);
  }

  @Test
  void anArrayOfABillionIsCutShortAndTold() {
    var drawing = drawing("", LEAF, "0 INSERT\n2 LEAF\n70 32000\n71 32000\n44 1\n45 1\n");

    assertThat(drawing.items()).hasSize(DrawingBudget.MAX_ARRAY_INSTANCES);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("ENTITY_BUDGET");
    assertThat(drawing.ledger().count("INSERT", Outcome.APPROXIMATED)).isEqualTo(1);
  }

  @Test
  void anArrayWithNegativeCountsIsASingleInsert() {
    var drawing = drawing("", LEAF, "0 INSERT\n2 LEAF\n70 -5\n71 -99999999999\n");

    assertThat(drawing.items()).hasSize(1);
  }

  @Test
  void blocksMayBeNamedBeforeTheyAreRead() {
    var outer = "0 BLOCK\n2 OUTER\n0 INSERT\n2 LEAF\n10 100\n20 0\n0 ENDBLK\n";
    var drawing = drawing("", outer + LEAF, "0 INSERT\n2 OUTER\n10 0\n20 1\n");

    isNear(ends(drawing).getFirst(), 102, 2);
    assertThat(drawing.ledger().count("INSERT", Outcome.CONVERTED)).isEqualTo(2);
  }

  @Test
  void aBlockInItselfIsLeftOutAndTold() {
    var loop = "0 BLOCK\n2 LOOP\n0 LINE\n10 0\n11 1\n0 INSERT\n2 loop\n10 1\n0 ENDBLK\n";
    var drawing = drawing("", loop, "0 INSERT\n2 LOOP\n");

    assertThat(ends(drawing)).hasSize(1);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("RECURSIVE_BLOCK");
  }

  @Test
  void anInsertOfNoBlockIsSkipped() {
    var drawing = drawing("", LEAF, "0 INSERT\n5 9\n2 NOWHERE\n");

    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("UNDEFINED_BLOCK");
    assertThat(drawing.ledger().entries().getFirst().handle()).isEqualTo("9");
  }

  @Test
  void anInsertOfAnotherFileIsSkipped() {
    var external = "0 BLOCK\n2 SITE\n70 4\n1 site.dwg\n0 ENDBLK\n";
    var drawing = drawing("", external, "0 INSERT\n2 SITE\n");

    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("EXTERNAL_REFERENCE");
  }

  @Test
  void attributesBelongToTheirInsertHiddenOnesAside() {
    var drawing =
        drawing(
            "",
            LEAF,
            """
            0 INSERT
            2 LEAF
            66 1
            0 ATTRIB
            10 5
            20 5
            40 1
            1 D01
            2 NUMBER
            70 0
            0 ATTRIB
            1 secret
            2 COST
            70 1
            0 SEQEND
            8 0
            0 LINE
            10 0
            11 1
            """);
    var instance = (SymbolInstance) drawing.items().getFirst();

    assertThat(instance.attributes()).extracting(TextLabel::text).containsExactly("D01");
    assertThat(drawing.ledger().count("ATTRIB", Outcome.CONVERTED)).isEqualTo(1);
    assertThat(drawing.ledger().count("ATTRIB", Outcome.SKIPPED)).isEqualTo(1);
    assertThat(drawing.ledger().read("SEQEND")).isZero();
    assertThat(drawing.items()).hasSize(2);
  }

  @Test
  void aDimensionShowsTheBlockItNames() {
    var block = "0 BLOCK\n2 *D1\n70 1\n0 LINE\n10 0\n11 7\n0 ENDBLK\n";
    var drawing = drawing("", block, "0 DIMENSION\n2 *D1\n70 0\n13 0\n14 7\n42 7\n");
    var dimension = (MeasuredDimension) drawing.items().getFirst();

    assertThat(dimension.measured()).isEqualTo(7);
    var shown = ((SymbolInstance) dimension.picture().getFirst()).symbol().items();
    assertThat(shown).hasSize(1);
  }

  @Test
  void whatLiesOnHiddenLayersIsInTheDrawingButNotSeen() {
    var layers = "0 LAYER\n2 OFF\n70 0\n62 -3\n0 LAYER\n2 ICE\n70 1\n62 5\n";
    var drawing = drawing(layers, "", "0 LINE\n8 OFF\n10 0\n11 1\n0 LINE\n8 ICE\n10 0\n11 1\n");

    assertThat(drawing.items()).hasSize(2);
    assertThat(new Expansion().all(drawing.items())).isEmpty();
    assertThat(drawing.ledger().entries())
        .extracting(entry -> entry.reason())
        .containsExactly("LAYER_OFF", "LAYER_FROZEN");
  }

  @Test
  void aFrozenInsertHidesAllAnInsertThatIsOffOnlyWhatTakesItsLayer() {
    var layers = "0 LAYER\n2 OFF\n62 -3\n0 LAYER\n2 ICE\n70 1\n62 5\n0 LAYER\n2 WALL\n70 0\n62 1\n";
    var both = "0 BLOCK\n2 BOTH\n0 LINE\n8 0\n10 0\n11 1\n0 LINE\n8 WALL\n10 0\n11 2\n0 ENDBLK\n";

    var off = drawing(layers, both, "0 INSERT\n8 OFF\n2 BOTH\n");
    var frozen = drawing(layers, both, "0 INSERT\n8 ICE\n2 BOTH\n");

    assertThat(ends(off)).containsExactly(new Vec3(2, 0, 0));
    assertThat(ends(frozen)).isEmpty();
    assertThat(frozen.ledger().count("INSERT", Outcome.SKIPPED)).isEqualTo(1);
  }

  @Test
  void layersHaveColourAndPlotFlag() {
    var layers = "0 LAYER\n2 A\n62 1\n290 0\n0 LAYER\n2 B\n62 7\n420 1193046\n";
    var drawing = drawing(layers, "", "");

    assertThat(drawing.layers().get(0).rgb()).isEqualTo(0xFF0000);
    assertThat(drawing.layers().get(0).plotted()).isFalse();
    assertThat(drawing.layers().get(1).rgb()).isEqualTo(0x123456);
  }

  @Test
  void sheetsInTheBlocksSectionAreNotTheModel() {
    var sheet = "0 BLOCK\n2 *Paper_Space1\n0 LINE\n10 0\n11 1\n0 ENDBLK\n";
    var drawing = drawing("", sheet, "0 LINE\n10 0\n11 2\n");

    assertThat(drawing.items()).hasSize(1);
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("PAPER_SPACE");
  }
}
