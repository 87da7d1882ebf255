package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.plan.Opening;
import org.junit.jupiter.api.Test;

/** A wall that ends 0.9 m before another crosses, which goes on straight past the gap. */
class CornerDoorTest {
  private static House house() {
    return new House()
        .on("A-WALL")
        .outlines()
        .line(3.85, 0.1, 3.85, 3)
        .line(3.95, 0.1, 3.95, 3)
        .line(3.85, 3, 3.95, 3)
        .on("A-DOOR")
        .doors()
        .on("A-GLAZ")
        .window();
  }

  @Test
  void whatIsNamedADoorClosesTheGap() {
    var level =
        Understood.level(house().on("A-DOOR").line(3.88, 3, 3.88, 3.9).line(3.92, 3, 3.92, 3.9));
    assertThat(level.openings())
        .filteredOn(opening -> opening.kind() == Opening.Kind.DOOR)
        .anySatisfy(
            door -> {
              assertThat(door.center().x()).isCloseTo(3.9, within(0.02));
              assertThat(door.center().y()).isCloseTo(3.45, within(0.02));
              assertThat(door.widthM()).isCloseTo(0.9, within(0.02));
            });
    assertThat(level.rooms()).hasSize(3);
  }

  @Test
  void aGapWithNothingInItIsNoDoor() {
    assertThat(Understood.level(house()).rooms()).hasSize(2);
  }
}
