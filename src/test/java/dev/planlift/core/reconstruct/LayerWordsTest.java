package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerWordsTest {
  @ParameterizedTest
  @CsvSource({
    "A-WALL, WALL",
    "A-WALL-FULL-DIMS, DIMENSION",
    "Innenwände, WALL",
    "MUROS, WALL",
    "벽체, WALL",
    "ŚCIANY, WALL",
    "cloisons, WALL",
    "xref$0$A-GLAZ, WINDOW",
    "FENÊTRES, WINDOW",
    "Türen, DOOR",
    "문, DOOR",
    "문자, TEXT",
    "창호, WINDOW",
    "Exterior Doors, DOOR",
    "EXTERIOR, WALL",
    "S-GRID, GRID",
    "Möbel, FURNITURE",
    "S-STEM-WALL, ROOF",
    "0, UNKNOWN",
    "17, UNKNOWN",
    "Layer1, UNKNOWN",
    "DRAWING, UNKNOWN"
  })
  void layerNamesSpeakManyLanguages(String name, Role role) {
    assertThat(LayerWords.STANDARD.roleOf(name)).isEqualTo(role);
  }
}
