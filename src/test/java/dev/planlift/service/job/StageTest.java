package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void progressGrowsFromNothingToAHundredThroughTheStages() {
    int last = 0;
    for (var stage : Stage.values()) {
      assertThat(stage.percent(0)).isEqualTo(last);
      assertThat(stage.percent(1)).isGreaterThan(last);
      last = stage.percent(1);
    }
    assertThat(last).isEqualTo(100);
  }

  @Test
  void aFractionThatCannotBeIsClipped() {
    assertThat(Stage.READ.percent(7)).isEqualTo(Stage.READ.percent(1));
    assertThat(Stage.READ.percent(-1)).isEqualTo(Stage.READ.percent(0));
    assertThat(Stage.READ.percent(Double.NaN)).isEqualTo(Stage.READ.percent(0));
  }

  @Test
  void aDxfIsNeitherRenderedNorSearchedForSymbols() {
    assertThat(Stage.of(Format.DXF)).doesNotContain(Stage.RENDER, Stage.DETECT).hasSize(7);
    assertThat(Stage.of(Format.PDF)).containsExactly(Stage.values());
  }
}
