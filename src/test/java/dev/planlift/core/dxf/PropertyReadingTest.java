package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.source.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers, and what entities take from them and from the inserts around them. */
class PropertyReadingTest {
  private static final String LAYERS =
      """
      0 SECTION
      2 TABLES
      0 LAYER
      2 WALL
      70 4
      62 1
      6 DASHED
      370 50
      1001 AcCmTransparency
      1071 33554559
      0 LAYER
      2 GLASS
      70 0
      62 -5
      420 1193046
      290 0
      0 ENDSEC
      """;

  private static String section(String name, String groups) {
    return "0 SECTION\n2 " + name + "\n" + groups + "0 ENDSEC\n";
  }

  private static String line(String more) {
    return "0 LINE\n" + more + "10 0\n20 0\n11 1\n21 1\n";
  }

  private static Drawing read(String block, String entities) {
    var blocks = "0 BLOCK\n2 B\n" + block + "0 ENDBLK\n";
    return DxfText.read(
        DxfText.of(LAYERS + section("BLOCKS", blocks) + section("ENTITIES", entities) + "0 EOF\n"));
  }

  private static List<Appearance> seen(Drawing drawing) {
    return new Expansion()
        .all(drawing.items()).stream().map(seen -> seen.item().appearance()).toList();
  }

  @Test
  void aLayerTellsItsColourStateLineTypeWeightAndOpacity() {
    var layers = read("", "").layers();
    var wall = layers.get(0);
    assertThat(wall.rgb()).isEqualTo(0xFF0000);
    assertThat(wall.locked()).isTrue();
    assertThat(wall.visible()).isTrue();
    assertThat(wall.lineType()).isEqualTo("DASHED");
    assertThat(wall.lineWeightMm()).isEqualTo(0.5);
    assertThat(wall.opacity()).isCloseTo(127 / 255.0, within(1e-12));
    var glass = layers.get(1);
    assertThat(glass.visible()).isFalse();
    assertThat(glass.plotted()).isFalse();
    assertThat(glass.rgb()).isEqualTo(0x123456);
    assertThat(glass.lineWeightMm()).isNegative();
  }

  @Test
  void whatGoesByLayerIsSeenAsTheLayerIs() {
    var look = seen(read("", line("8 WALL\n"))).getFirst();
    assertThat(look.rgb()).isEqualTo(0xFF0000);
    assertThat(look.seenLineType()).isEqualTo("DASHED");
    assertThat(look.seenLineWeightMm()).isEqualTo(0.5);
    assertThat(look.seenOpacity()).isCloseTo(127 / 255.0, within(1e-12));
  }

  @Test
  void whatGoesByBlockIsSeenAsTheInsertAndThatAsItsLayer() {
    var byBlock = line("8 OTHER\n62 0\n6 ByBlock\n370 -2\n440 16777216\n");
    var look = seen(read(byBlock, "0 INSERT\n8 WALL\n2 B\n")).getFirst();
    assertThat(look.layer().name()).isEqualTo("OTHER");
    assertThat(look.rgb()).isEqualTo(0xFF0000);
    assertThat(look.seenLineType()).isEqualTo("DASHED");
    assertThat(look.seenLineWeightMm()).isEqualTo(0.5);
    assertThat(look.seenOpacity()).isCloseTo(127 / 255.0, within(1e-12));
  }

  @Test
  void anInsertsOwnLookGoesThroughNesting() {
    var blocks =
        section(
            "BLOCKS",
            "0 BLOCK\n2 INNER\n"
                + line("8 0\n62 0\n6 BYBLOCK\n370 -2\n440 16777216\n")
                + "0 ENDBLK\n0 BLOCK\n2 B\n0 INSERT\n8 0\n62 0\n6 BYBLOCK\n370 -2\n440 16777216\n"
                + "2 INNER\n0 ENDBLK\n");
    var insert = "0 INSERT\n8 WALL\n62 3\n6 HIDDEN\n370 25\n440 33554687\n2 B\n";
    var drawing =
        DxfText.read(DxfText.of(LAYERS + blocks + section("ENTITIES", insert) + "0 EOF\n"));
    var look = seen(drawing).getFirst();
    assertThat(look.layer().name()).isEqualTo("WALL");
    assertThat(look.rgb()).isEqualTo(0x00FF00);
    assertThat(look.seenLineType()).isEqualTo("HIDDEN");
    assertThat(look.seenLineWeightMm()).isEqualTo(0.25);
    assertThat(look.seenOpacity()).isEqualTo(1);
  }

  @Test
  void byBlockInTheModelIsWhiteContinuousAndOpaque() {
    var look = seen(read("", line("8 WALL\n62 0\n6 BYBLOCK\n370 -2\n440 16777216\n"))).getFirst();
    assertThat(look.rgb()).isEqualTo(0xFFFFFF);
    assertThat(look.seenLineType()).isEqualTo("CONTINUOUS");
    assertThat(look.seenLineWeightMm()).isNegative();
    assertThat(look.seenOpacity()).isEqualTo(1);
  }

  private static Drawing withHeader(String header) {
    return DxfText.read(
        DxfText.of(section("HEADER", header) + section("ENTITIES", line("8 0\n")) + "0 EOF\n"));
  }

  @Test
  void architecturalUnitsMeanInchesWhereNoUnitIsSet() {
    assertThat(withHeader("9 $LUNITS\n70 4\n9 $INSUNITS\n70 0\n").unit().name()).isEqualTo("in");
    assertThat(withHeader("9 $LUNITS\n70 4\n9 $INSUNITS\n70 4\n").unit().name()).isEqualTo("mm");
    assertThat(withHeader("9 $LUNITS\n70 2\n9 $INSUNITS\n70 0\n").unit().name()).isEqualTo("none");
    assertThat(withHeader("9 $MEASUREMENT\n70 0\n").unit().imperial()).isTrue();
  }

  @Test
  void extentsThatCannotBeAreSaid() {
    var far = "9 $EXTMIN\n10 500\n20 500\n9 $EXTMAX\n10 501\n20 501\n";
    var fair = "9 $EXTMIN\n10 0\n20 0\n9 $EXTMAX\n10 1.5\n20 2\n";
    assertThat(withHeader(far).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("EXTENTS_DIFFER");
    assertThat(withHeader(fair).diagnostics()).isEmpty();
  }
}
