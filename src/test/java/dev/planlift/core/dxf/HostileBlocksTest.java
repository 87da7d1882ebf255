package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that contain themselves, and those that unfold to more than anybody could draw. */
class HostileBlocksTest {
  private static final String LINE = "0 LINE\n11 1\n21 1\n";

  private static Drawing read(String blocks, String entities) {
    return DxfText.read(
        DxfText.of(
            "0 SECTION\n2 BLOCKS\n"
                + blocks
                + "0 ENDSEC\n0 SECTION\n2 ENTITIES\n"
                + entities
                + "0 ENDSEC\n0 EOF\n"));
  }

  private static String block(String name, String content) {
    return "0 BLOCK\n2 " + name + "\n" + content + "0 ENDBLK\n";
  }

  private static String insert(String name) {
    return "0 INSERT\n5 I" + name + "\n2 " + name + "\n";
  }

  private static int seen(Drawing drawing) {
    int[] count = {0};
    new Expansion().visit(drawing.items(), (item, inside) -> count[0]++);
    return count[0];
  }

  private static Iterable<String> reasons(Drawing drawing) {
    return drawing.ledger().entries().stream().map(EntityLedger.Entry::reason).toList();
  }

  @Test
  void aBlockThatInsertsItselfIsDrawnOnce() {
    var drawing = read(block("A", LINE + insert("A")), insert("A"));

    assertThat(reasons(drawing)).containsExactly("RECURSIVE_BLOCK");
    assertThat(seen(drawing)).isEqualTo(1);
  }

  @Test
  void ofBlocksThatInsertEachOtherTheInsertThatClosesTheRingIsSkipped() {
    var drawing =
        read(
            block("A", LINE + insert("B"))
                + block("B", LINE + insert("C"))
                + block("C", LINE + insert("A") + insert("D"))
                + block("D", LINE),
            insert("A") + insert("B") + insert("C"));

    assertThat(reasons(drawing)).containsExactly("RECURSIVE_BLOCK", "RECURSIVE_BLOCK");
    assertThat(drawing.ledger().entries()).extracting(e -> e.handle()).containsExactly("IB", "IC");
    assertThat(drawing.ledger().count("INSERT", Outcome.CONVERTED)).isEqualTo(5);
    assertThat(seen(drawing)).isEqualTo(1 + 1 + 3);
    var expansion = new Expansion();
    expansion.visit(drawing.items(), (item, inside) -> {});
    assertThat(expansion.cutShort()).isFalse();
  }

  @Test
  void aRingOfAHundredThousandBlocksIsFound() {
    int count = 100_000;
    var blocks = new StringBuilder();
    for (int i = 0; i < count; i++) {
      blocks.append(block("B" + i, insert("B" + (i + 1) % count)));
    }
    var drawing = read(blocks.toString(), insert("B0"));

    assertThat(drawing.ledger().count("INSERT", Outcome.SKIPPED)).isEqualTo(count - 1);
    assertThat(reasons(drawing)).containsOnly("RECURSIVE_BLOCK");
    assertThat(seen(drawing)).isZero();
  }

  @Test
  void blocksInAChainAreNoRing() {
    var drawing =
        read(
            block("A", insert("B") + insert("B")) + block("B", insert("C")) + block("C", LINE),
            insert("A") + insert("B"));

    assertThat(reasons(drawing)).isEmpty();
    assertThat(seen(drawing)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"70 31623\n71 31623\n", "70 1000000000\n", "70 2147483647\n71 99999999999\n"})
  void anArrayOfThousandMillionsIsCutShort(String size) {
    var array = insert("A") + size + "44 1\n45 1\n";
    var drawing = read(block("A", LINE), array);

    assertThat(reasons(drawing)).containsExactly("ENTITY_BUDGET");
    assertThat(drawing.items().size()).isBetween(1000, DrawingBudget.MAX_ARRAY_INSTANCES);
  }

  @Test
  void arraysWithinArraysAreCutShort() {
    var array = "70 30000\n71 30000\n44 1\n45 1\n";
    var drawing =
        read(
            block("A", LINE) + block("B", insert("A") + array) + block("C", insert("B") + array),
            insert("C") + array);

    assertThat(drawing.ledger().count("INSERT", Outcome.APPROXIMATED)).isEqualTo(3);
    assertThat(seen(drawing)).isBetween(1000, 5_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"70 -5\n71 -5\n", "70 0\n71 0\n", "70 -2147483648\n", "70 NaN\n"})
  void anArrayOfLessThanOneIsOne(String size) {
    var drawing = read(block("A", LINE), insert("A") + size);

    assertThat(seen(drawing)).isEqualTo(1);
    assertThat(reasons(drawing)).isEmpty();
  }

  @Test
  void tenBlocksOfTenEachTenDeepAreUnfoldedAsFarAsAllowed() {
    var blocks = new StringBuilder(block("B0", LINE));
    for (int depth = 1; depth <= 10; depth++) {
      blocks.append(block("B" + depth, insert("B" + (depth - 1)).repeat(10)));
    }
    var drawing = read(blocks.toString(), insert("B10"));
    var expansion = new Expansion();
    int[] count = {0};
    expansion.visit(drawing.items(), (item, inside) -> count[0]++);

    assertThat(expansion.cutShort()).isTrue();
    assertThat(count[0]).isBetween(1_000_000, 5_000_000);
  }

  @Test
  void scalesThatMultiplyBeyondAllBoundsLeaveNothing() {
    var blocks = new StringBuilder(block("B0", LINE));
    for (int depth = 1; depth <= 30; depth++) {
      blocks.append(block("B" + depth, insert("B" + (depth - 1)) + "41 1e14\n42 1e14\n43 1e14\n"));
    }
    var drawing = read(blocks.toString(), insert("B30") + LINE);
    var expansion = new Expansion();
    int[] count = {0};
    expansion.visit(
        drawing.items(),
        (item, inside) -> {
          assertThat(Finiteness.holds(item)).isTrue();
          count[0]++;
        });

    assertThat(count[0]).isEqualTo(1);
    assertThat(expansion.cutShort()).isTrue();
  }
}
