package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DashedLinesTest {
  private final DashedLines operation = new DashedLines();

  @Test
  void evenStrokesOnOneLineAreADashedLine() {
    var page = new Page();
    for (int i = 0; i < 9; i++) {
      page.path(8.5 * i, 3, 8.5 * i + 5.7, 3);
    }
    var path = Page.onlyPath(operation.apply(page.items()));
    assertThat(path.appearance().seenLineType()).isEqualTo("DASHED");
    assertThat(path.segments().getFirst().start().x()).isZero();
    assertThat(path.segments().getFirst().end().x()).isEqualTo(73.7);
  }

  @Test
  void dashesThatAreDrawnInAnyOrderAndWayAreADashedLine() {
    var page = new Page();
    for (int i : new int[] {3, 0, 4, 1, 2}) {
      double x = 8 * i;
      if (i % 2 == 0) {
        page.path(x, x / 2, x + 5, (x + 5) / 2);
      } else {
        page.path(x + 5, (x + 5) / 2, x, x / 2);
      }
    }
    assertThat(operation.apply(page.items())).hasSize(1);
  }

  @Test
  void longAndShortStrokesByTurnsAreADashedLine() {
    var page = new Page();
    for (int i = 0; i < 5; i++) {
      page.path(20 * i, 0, 20 * i + 12, 0).path(20 * i + 15, 0, 20 * i + 17, 0);
    }
    assertThat(operation.apply(page.items())).hasSize(1);
  }

  @Test
  void piersBetweenWindowsAreNoDashes() {
    var page = new Page();
    for (int i = 0; i < 6; i++) {
      page.path(40 * i, 0, 40 * i + 20, 0);
    }
    assertThat(operation.apply(page.items())).isEqualTo(page.items());
  }

  @Test
  void stairsBesideEachOtherAreNoDashes() {
    var page = new Page();
    for (int i = 0; i < 12; i++) {
      page.path(8 * i, 0, 8 * i, 30);
    }
    assertThat(operation.apply(page.items())).isEqualTo(page.items());
  }

  @Test
  void aWallWithUnevenGapsIsNoDashedLine() {
    var page =
        new Page().path(0, 0, 30, 0).path(33, 0, 80, 0).path(85, 0, 95, 0).path(96, 0, 150, 0);
    assertThat(operation.apply(page.items())).isEqualTo(page.items());
  }
}
