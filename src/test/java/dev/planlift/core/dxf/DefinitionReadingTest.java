package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.source.SourceRef;
import org.junit.jupiter.api.Test;

/** Entities that use what stands behind them in the file. */
class DefinitionReadingTest {
  private static final String IMAGE =
      """
      0 IMAGE
      5 B1
      8 0
      10 1
      20 2
      11 0.1
      22 0
      12 0
      22 0.1
      13 100
      23 50
      340 0A7
      """;

  private static final String OBJECTS =
      """
      0 SECTION
      2 OBJECTS
      0 DICTIONARY
      5 C
      0 IMAGEDEF
      5 a7
      102 {ACAD_REACTORS
      330 B1
      102 }
      330 C
      100 AcDbRasterImageDef
      1 site\\photo.png
      0 ENDSEC
      """;

  private static String line(String handle) {
    return "0 LINE\n5 " + handle + "\n8 0\n10 0\n20 0\n11 5\n21 5\n";
  }

  private static String section(String name, String groups) {
    return "0 SECTION\n2 " + name + "\n" + groups + "0 ENDSEC\n";
  }

  private static String handle(DrawingItem item) {
    return ((SourceRef.Handle) item.source()).handle();
  }

  @Test
  void anImageKnowsItsFileAndKeepsItsPlaceBetweenItsNeighbours() {
    var drawing =
        DxfText.read(
            DxfText.of(section("ENTITIES", line("A") + IMAGE + line("C")) + OBJECTS + "0 EOF\n"));
    assertThat(drawing.items()).extracting(item -> handle(item)).containsExactly("A", "B1", "C");
    assertThat(((ImageFrame) drawing.items().get(1)).name()).isEqualTo("site\\photo.png");
    assertThat(drawing.ledger().read()).isEqualTo(3);
    assertThat(drawing.ledger().count("IMAGE", Outcome.APPROXIMATED)).isEqualTo(1);
  }

  @Test
  void anImageInABlockIsConvertedAtTheEndAndMovedByTheBasePoint() {
    var block = "0 BLOCK\n2 PLATE\n10 1\n20 2\n" + line("A") + IMAGE + line("C") + "0 ENDBLK\n";
    var insert = "0 INSERT\n5 E\n8 0\n2 PLATE\n";
    var drawing =
        DxfText.read(
            DxfText.of(
                section("BLOCKS", block) + section("ENTITIES", insert) + OBJECTS + "0 EOF\n"));
    var content = ((SymbolInstance) drawing.items().getFirst()).symbol().items();
    assertThat(content).extracting(item -> handle(item)).containsExactly("A", "B1", "C");
    var frame = (ImageFrame) content.get(1);
    assertThat(frame.name()).isEqualTo("site\\photo.png");
    assertThat(frame.corners().getFirst().length()).isZero();
  }

  @Test
  void withoutItsDefinitionAnImageIsShownAllTheSame() {
    var drawing = DxfText.readEntities(IMAGE);
    assertThat(((ImageFrame) drawing.items().getFirst()).name()).isEmpty();
  }

  @Test
  void aBrokenObjectIsLeftOutAndSaid() {
    var broken = "0 SPATIAL_FILTER\n5 A8\n10 here\n20 0\n";
    var drawing =
        DxfText.read(
            DxfText.of(
                section("ENTITIES", IMAGE) + OBJECTS + section("OBJECTS", broken) + "0 EOF\n"));
    assertThat(((ImageFrame) drawing.items().getFirst()).name()).isEqualTo("site\\photo.png");
    assertThat(drawing.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo("BROKEN_DEFINITION"));
  }
}
