package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.TextLabel;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in an order or a form that costs the reader a detour. */
class LateTablesTest {
  private static final String ENTITIES =
      "0 SECTION\n2 ENTITIES\n0 LINE\n8 RED\n11 1\n0 LINE\n8 HIDDEN\n11 1\n0 ENDSEC\n";
  private static final String TABLES =
      "0 SECTION\n2 TABLES\n0 LAYER\n2 RED\n62 1\n0 LAYER\n2 HIDDEN\n62 -5\n0 ENDSEC\n";

  @TempDir private Path folder;

  private Drawing read(String groups) throws IOException {
    var file = folder.resolve("a.dxf");
    Files.writeString(file, DxfText.of(groups));
    return new DxfReader().read(file, part -> {});
  }

  @Test
  void layersBehindTheEntitiesColourAndHideThem() throws IOException {
    var late = read(ENTITIES + TABLES + "0 EOF\n");
    var early = read(TABLES + ENTITIES + "0 EOF\n");

    assertThat(late.items())
        .extracting(item -> item.appearance())
        .isEqualTo(early.items().stream().map(item -> item.appearance()).toList());
    assertThat(late.items().getFirst().appearance().layer().rgb()).isEqualTo(0xFF0000);
    assertThat(late.ledger().entries()).extracting(e -> e.reason()).containsExactly("LAYER_OFF");
    assertThat(late.ledger().count("LINE", Outcome.CONVERTED)).isEqualTo(1);
    assertThat(late.layers()).containsExactlyInAnyOrderElementsOf(early.layers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void textInUtf16IsReadByItsMark(String charset) {
    var text = "Küche 厨房 \uD83C\uDFE0 ";
    var dxf = "\uFEFF" + DxfText.withEntities("0 TEXT\n40 1\n1 " + text.repeat(3_000) + "x\n");

    var drawing = DxfReader.read(dxf.getBytes(Charset.forName(charset)));

    assertThat(((TextLabel) drawing.items().getFirst()).text()).isEqualTo(text.repeat(3_000) + "x");
    assertThat(drawing.diagnostics()).isEmpty();
  }

  @Test
  void aByteOrderMarkHoldsAgainstTheHeader() {
    var dxf =
        "\uFEFF"
            + DxfText.of(
                """
                0 SECTION
                2 HEADER
                9 $ACADVER
                1 AC1015
                9 $DWGCODEPAGE
                3 ANSI_936
                0 ENDSEC
                0 SECTION
                2 ENTITIES
                0 TEXT
                40 1
                1 ü眉
                0 ENDSEC
                0 EOF
                """);

    var drawing = DxfReader.read(dxf.getBytes(StandardCharsets.UTF_8));

    assertThat(((TextLabel) drawing.items().getFirst()).text()).isEqualTo("ü眉");
    assertThat(drawing.diagnostics()).isEmpty();
  }
}
