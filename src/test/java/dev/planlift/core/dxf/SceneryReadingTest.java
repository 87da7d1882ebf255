package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lights, cameras, section planes: skipped, each with a reason of its own. */
class SceneryReadingTest {
  @ParameterizedTest
  @CsvSource({
    "LIGHT, LIGHT_SOURCE",
    "SUN, LIGHT_SOURCE",
    "CAMERA, VIEWPOINT",
    "SECTION, SECTION_PLANE",
    "SECTIONOBJECT, SECTION_PLANE",
    "POINTCLOUDEX, POINT_CLOUD",
    "COORDINATION MODEL, COORDINATION_MODEL",
    "POSITIONMARKER, POSITION_MARKER"
  })
  void whatHasNoBodyIsSkippedWithAReasonOfItsOwn(String type, String reason) {
    var drawing = DxfText.readEntities("0 " + type + "\n5 3\n8 0\n92 12\n10 1\n20 2\n");

    assertThat(drawing.items()).isEmpty();
    var entry = drawing.ledger().entries().getFirst();
    assertThat(entry.type()).isEqualTo(type);
    assertThat(entry.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(entry.reason()).isEqualTo(reason);
    assertThat(entry.detail()).isNotEmpty();
  }

  @Test
  void aPositionMarkerIsDrawnByThePictureItBrings() {
    var picture = new ProxyStream().command(2, 1.0, 2.0, 0.0, 0.5, 0.0, 0.0, 1.0).groups(160);

    var drawing = DxfText.readEntities("0 POSITIONMARKER\n5 3\n" + picture);

    assertThat(drawing.items().getFirst()).isInstanceOf(Path.class);
  }

  @Test
  void theGlyphOfALightIsNotDrawn() {
    var glyph = new ProxyStream().command(2, 1.0, 2.0, 0.0, 0.5, 0.0, 0.0, 1.0).groups(160);

    assertThat(DxfText.readEntities("0 LIGHT\n5 3\n" + glyph).items()).isEmpty();
  }
}
