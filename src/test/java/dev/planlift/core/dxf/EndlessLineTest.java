package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.geom.Vec3;
import org.junit.jupiter.api.Test;

/** RAY and XLINE: cut to what else is there. */
class EndlessLineTest {
  private static final String SQUARE =
      "0 LWPOLYLINE\n70 1\n10 0\n20 0\n10 10\n20 0\n10 10\n20 10\n10 0\n20 10\n";

  private static Path line(String groups) {
    return (Path) DxfText.readEntities(groups + SQUARE).items().getFirst();
  }

  private static void runs(Path path, Vec3 from, Vec3 to) {
    assertThat(path.segments().getFirst().start().distance(from)).isLessThan(1e-9);
    assertThat(path.segments().getFirst().end().distance(to)).isLessThan(1e-9);
  }

  @Test
  void anXlineRunsAcrossTheDrawingAndALittleOut() {
    var path = line("0 XLINE\n10 3\n20 5\n11 1\n21 0\n");

    runs(path, new Vec3(-0.5, 5, 0), new Vec3(10.5, 5, 0));
    assertThat(path.auxiliary()).isTrue();
  }

  @Test
  void aRayBeginsAtItsPoint() {
    runs(line("0 RAY\n10 3\n20 5\n11 0\n21 -2\n"), new Vec3(3, 5, 0), new Vec3(3, -0.5, 0));
  }

  @Test
  void aSlantedXlineEndsAtTheNearestSides() {
    runs(line("0 XLINE\n10 0\n20 5\n11 1\n21 1\n"), new Vec3(-0.5, 4.5, 0), new Vec3(5.5, 10.5, 0));
  }

  @Test
  void aRayAwayFromTheDrawingIsSkipped() {
    var ledger = DxfText.readEntities("0 RAY\n10 30\n20 5\n11 1\n21 0\n" + SQUARE).ledger();

    assertThat(ledger.entries().getFirst().reason()).isEqualTo("OUT_OF_EXTENTS");
  }

  @Test
  void endlessLinesAloneHaveNowhereToEnd() {
    var drawing = DxfText.readEntities("0 XLINE\n10 0\n20 0\n11 1\n21 0\n");

    assertThat(drawing.items()).isEmpty();
    assertThat(drawing.ledger().entries().getFirst().reason()).isEqualTo("NO_EXTENTS");
  }

  @Test
  void inABlockTheyEndAroundTheBlock() {
    var drawing =
        DxfText.read(
            DxfText.of(
                "0 SECTION\n2 BLOCKS\n0 BLOCK\n2 B\n0 XLINE\n10 0\n20 5\n11 1\n21 0\n"
                    + SQUARE
                    + "0 ENDBLK\n0 ENDSEC\n0 SECTION\n2 ENTITIES\n0 INSERT\n2 B\n10 100\n"
                    + "0 LINE\n10 0\n20 0\n11 900\n21 0\n0 ENDSEC\n0 EOF\n"));

    var seen = new Expansion().all(drawing.items());

    runs((Path) seen.getFirst().item(), new Vec3(99.5, 5, 0), new Vec3(110.5, 5, 0));
  }
}
