package dev.planlift.core.reconstruct;

import static dev.planlift.core.reconstruct.House.rectangle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

/** Two stretches of one wall, 0.3 m thick and 1.2 m apart, with thin bars about the gap. */
class PanesTest {
  private static final Polygon LEFT = rectangle(0, 0, 3, 0.3);
  private static final Polygon RIGHT = rectangle(4.2, 0, 7, 0.3);

  private static ThinFills fills(Polygon... fills) {
    return new ThinFills(List.of(fills), Sizes.MAX_WALL_M);
  }

  private static List<Polygon> wallsWith(Polygon bar) {
    return new Panes(Sizes.MAX_WALL_M).without(List.of(LEFT, RIGHT, bar), fills());
  }

  @Test
  void aThinBarFromEndToEndOfThickerWallsIsAPane() {
    assertThat(wallsWith(rectangle(3, 0.12, 4.2, 0.18))).containsExactly(LEFT, RIGHT);
  }

  @Test
  void aLeafThatHangsJustBeforeTheWallIsNone() {
    assertThat(wallsWith(rectangle(3, 0.31, 4.2, 0.36))).containsExactly(LEFT, RIGHT);
  }

  @Test
  void oneAlmostAsThickAsTheWallsIsAWall() {
    var thick = rectangle(3, 0.03, 4.2, 0.27);
    assertThat(wallsWith(thick)).containsExactly(LEFT, RIGHT, thick);
  }

  @Test
  void oneThatStandsElsewhereIsAWall() {
    var elsewhere = rectangle(3, 1, 4.2, 1.06);
    assertThat(wallsWith(elsewhere)).containsExactly(LEFT, RIGHT, elsewhere);
  }

  @Test
  void wallsMayBeFills() {
    var bar = rectangle(3, 0.12, 4.2, 0.18);
    assertThat(new Panes(Sizes.MAX_WALL_M).without(List.of(bar), fills(LEFT, RIGHT))).isEmpty();
  }
}
