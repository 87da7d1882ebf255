package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;

/** Faces of which only an edge is seen, lines begun later, blocks that cannot be shown. */
class EdgeReadingTest {
  private static final String FLAT =
      "0 3DFACE\n10 1\n20 2\n30 3\n11 4\n21 2\n31 3\n12 4\n22 2\n32 3\n13 1\n23 2\n33 3\n";

  @Test
  void aFaceWhoseCornersLieInTwoPlacesIsTheEdgeBetweenThem() {
    var drawing = DxfText.readEntities(FLAT);

    var edge = (Path) drawing.items().getFirst();
    assertThat(edge.segments().getFirst().start()).isEqualTo(new Vec3(1, 2, 3));
    assertThat(edge.segments().getFirst().end()).isEqualTo(new Vec3(4, 2, 3));
    assertThat(drawing.ledger().count(Outcome.CONVERTED)).isEqualTo(1);
  }

  @Test
  void theEdgeOfAFlatFaceIsNotDrawnWhereBothItsSidesAreInvisible() {
    assertThat(DxfText.readEntities(FLAT + "70 1\n").items()).hasSize(1);
    assertThat(DxfText.readEntities(FLAT + "70 10\n").items()).hasSize(1);
    assertThat(DxfText.readEntities(FLAT + "70 5\n").items()).isEmpty();
    assertThat(DxfText.readEntities(FLAT + "70 15\n").items()).isEmpty();
  }

  @Test
  void aLineOfAMultilineBeginsWhereItsSecondParameterSays() {
    var joint = "12 1\n22 0\n13 0\n23 1\n74 2\n41 0.5\n41 %d\n75 0\n";
    var multiline =
        "0 MLINE\n71 13\n11 0\n21 0\n" + joint.formatted(2) + "11 9\n21 0\n" + joint.formatted(0);

    var line = (Path) DxfText.readEntities(multiline).items().getFirst();

    assertThat(line.segments().getFirst().start()).isEqualTo(new Vec3(2, 0.5, 0));
    assertThat(line.segments().getFirst().end()).isEqualTo(new Vec3(9, 0.5, 0));
  }

  @Test
  void blocksWithoutNameAreSaidAndNotCounted() {
    var block = "0 BLOCK\n10 0\n20 0\n0 LINE\n10 0\n20 0\n11 1\n21 0\n0 ENDBLK\n";
    var drawing =
        DxfText.read(DxfText.of("0 SECTION\n2 BLOCKS\n" + block + block + "0 ENDSEC\n0 EOF\n"));

    assertThat(drawing.diagnostics())
        .extracting(diagnostic -> diagnostic.code())
        .containsExactly("BLOCK_WITHOUT_NAME", "BLOCK_WITHOUT_NAME");
    assertThat(drawing.ledger().read()).isEqualTo(2);
  }
}
