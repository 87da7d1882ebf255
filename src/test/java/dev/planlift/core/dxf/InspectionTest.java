package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
  private static final String PLAN =
      DxfText.of(
          """
          0 SECTION
          2 HEADER
          9 $ACADVER
          1 AC1015
          9 $INSUNITS
          70 4
          9 $DWGCODEPAGE
          3 ANSI_1252
          0 ENDSEC
          0 SECTION
          2 TABLES
          0 TABLE
          2 LAYER
          0 LAYER
          2 WALL
          62 -1
          0 ENDTAB
          0 ENDSEC
          0 SECTION
          2 BLOCKS
          0 BLOCK
          2 BAY
          0 LINE
          8 WALL
          10 0
          11 2
          0 ENDBLK
          0 ENDSEC
          0 SECTION
          2 ENTITIES
          0 INSERT
          8 0
          2 BAY
          41 2
          70 3
          44 10
          0 CIRCLE
          8 0
          10 50
          20 0
          40 5
          0 3DSOLID
          0 LINE
          67 1
          11 1
          0 ENDSEC
          """);

  private static Inspection inspect(Path folder, String dxf) throws IOException {
    var file = folder.resolve("plan.dxf");
    Files.writeString(file, dxf);
    return Inspection.of(file);
  }

  @Test
  void hiddenThingsAreCountedAndBlocksTakenApart(@TempDir Path folder) throws IOException {
    assertThat(inspect(folder, PLAN + "0\nEOF\n").toJson())
        .isEqualTo(
            "{\"file\":\"plan.dxf\",\"mode\":\"read\",\"acadver\":\"AC1015\",\"binary\":false,"
                + "\"encoding\":\"cp1252\",\"texts\":\"ANSI_1252\",\"insunits\":4,\"unit\":\"mm\","
                + "\"modelspace\":{\"3DSOLID\":1,\"CIRCLE\":1,\"INSERT\":1},"
                + "\"layers\":[\"WALL\",\"0\"],\"blocks\":1,"
                + "\"decomposed\":{\"3DSOLID\":1,\"CIRCLE\":1,\"LINE\":3},"
                + "\"length\":{\"CIRCLE\":31.4159265,\"LINE\":12.0},\"failed\":0,"
                + "\"extents\":[[0.0,-5.0,0.0],[55.0,5.0,0.0]],"
                + "\"entities\":{\"read\":5,\"converted\":3,\"approximated\":0,\"skipped\":2},"
                + "\"reasons\":{\"NO_BODY\":1,\"PAPER_SPACE\":1},"
                + "\"views\":[{\"name\":\"Model\",\"kind\":\"model\"}],"
                + "\"references\":[],\"diagnostics\":[]}");
  }

  @Test
  void whatWasPutRightIsTold(@TempDir Path folder) throws IOException {
    var inspection = inspect(folder, PLAN);

    assertThat(inspection.mode()).isEqualTo("recover");
    assertThat(inspection.toJson())
        .contains("\"diagnostics\":[{\"code\":\"MISSING_EOF\",\"message\":\"The file has no end");
  }

  @Test
  void aPageForPeopleHasItAll(@TempDir Path folder) throws IOException {
    assertThat(inspect(folder, PLAN).toPage(PageStyle.PLAIN))
        .contains("plan.dxf", "AC1015", "mm", "CIRCLE", "31.4159", "WALL (off)", "MISSING_EOF");
  }

  @Test
  void blocksWithinBlocksBeyondMeasureEndSoon(@TempDir Path folder) throws IOException {
    var blocks = new StringBuilder("0 SECTION\n2 BLOCKS\n");
    for (int level = 0; level < 30; level++) {
      blocks.append("0 BLOCK\n2 B").append(level).append('\n');
      blocks.append(("0 INSERT\n2 B" + (level + 1) + "\n10 1\n").repeat(10)).append("0 ENDBLK\n");
    }
    blocks.append("0 BLOCK\n2 B30\n0 LINE\n10 0\n11 1\n0 ENDBLK\n0 ENDSEC\n");
    blocks.append("0 SECTION\n2 ENTITIES\n0 INSERT\n2 B0\n0 ENDSEC\n0 EOF\n");

    var inspection = inspect(folder, DxfText.of(blocks.toString()));

    assertThat(inspection.counts().takenApart().get("LINE")).isEqualTo(Long.MAX_VALUE);
    assertThat(inspection.diagnostics()).extracting(d -> d.code()).contains("ENTITY_BUDGET");
  }

  @Test
  void aPageKeepsItsWidthAndNoNameMovesTheCursor(@TempDir Path folder) throws IOException {
    var layers = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      layers.append("0 LAYER\n2 Grundriss_").append(i).append("\u001b[2J\n");
    }
    var dxf = PLAN + "0\nEOF\n";
    var page =
        inspect(folder, dxf.replace("0\nENDTAB\n", DxfText.of(layers.toString()) + "0\nENDTAB\n"))
            .toPage(PageStyle.PLAIN);

    assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(page).doesNotContain("\u001b").contains("202 layers", "and 82 more");
  }

  @Test
  void referencesAreLookedForBesideTheFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("walls.dxf"), PLAN);
    var inspection =
        inspect(
            folder,
            DxfText.of(
                """
                0 SECTION
                2 BLOCKS
                0 BLOCK
                2 A
                70 4
                1 C:\\plans\\walls.dwg
                0 ENDBLK
                0 BLOCK
                2 B
                70 4
                1 gone.dwg
                0 ENDBLK
                0 ENDSEC
                0 EOF
                """));

    assertThat(inspection.mode()).isEqualTo("read");
    assertThat(inspection.toJson())
        .contains("\"state\":\"found\",\"detail\":\"Is walls.dxf\"", "\"state\":\"missing\"");
    assertThat(inspection.toPage(PageStyle.PLAIN))
        .contains("A: C:\\plans\\walls.dwg", "found: Is walls.dxf", "not shown:");
  }
}
