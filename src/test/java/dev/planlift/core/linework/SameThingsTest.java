package dev.planlift.core.linework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameThingsTest {
  private final SameThings operation = new SameThings();

  @Test
  void aLineDrawnTwiceIsThereOnce() {
    var items = new Page().path(0, 0, 9, 9).path(0, 0, 9, 9).items();
    assertThat(operation.apply(items)).containsExactly(items.getFirst());
  }

  @Test
  void aLineDrawnThereAndBackIsThereOnce() {
    var items = new Page().path(0, 0, 5, 7, 9, 9).path(9, 9, 5, 7, 0, 0).items();
    assertThat(operation.apply(items)).hasSize(1);
  }

  @Test
  void aCurveDrawnTwiceIsThereOnce() {
    var curve = Page.bezier(0, 0, 30, 0, 90);
    var items = new Page().segments(false, curve).segments(false, curve).items();
    assertThat(operation.apply(items)).hasSize(1);
  }

  @Test
  void whatBendsOtherwiseIsAnother() {
    var items = new Page().path(0, 0, 5, 7, 9, 9).path(0, 0, 5, 7.1, 9, 9).items();
    assertThat(operation.apply(items)).isEqualTo(items);
  }
}
