package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;

/** Faces of which only an edge is seen. */
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
}
