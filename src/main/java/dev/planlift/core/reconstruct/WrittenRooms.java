package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.reconstruct.LengthText.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares the sizes and areas written in rooms with how much room there is around them. */
final class WrittenRooms {
  private static final double ALIKE = 0.12;
  private static final int MANY = 3;

  /** Rooms are L-shaped, and columns and furniture stand in the way. */
  private static final double AREA_TOLERANCE = 0.2;

  private final Samples breadths = new Samples();
  private final List<Double> bySides = new ArrayList<>();
  private final List<Double> byAreas = new ArrayList<>();

  WrittenRooms(UnitLines lines, List<TextLabel> texts) {
    for (var text : texts) {
      var sides = LengthText.sizeOf(text.text());
      var area = LengthText.areaOf(text.text());
      boolean written = sides.isPresent() || area.isPresent();
      var free = written ? lines.room(text.center()) : lines.free(text.center());
      if (free.isPresent()) {
        look(sides, area, free.get());
      }
    }
  }

  private void look(Optional<List<Written>> sides, OptionalDouble area, UnitLines.Free free) {
    breadths.add(Math.min(free.width(), free.height()));
    sides.ifPresent(both -> compare(both.getFirst(), both.getLast(), free));
    area.ifPresent(m2 -> byAreas.add(Math.sqrt(m2 / (free.width() * free.height()))));
  }

  /** Either side may be written first. */
  private void compare(Written a, Written b, UnitLines.Free free) {
    if (a.metres().isEmpty() && b.metres().isEmpty()) {
      return;
    }
    double unitA = a.metres().orElse(b.metres().orElse(1));
    double unitB = b.metres().orElse(a.metres().orElse(1));
    double first = a.number() * unitA;
    double second = b.number() * unitB;
    double straight = Math.log(first / free.width()) - Math.log(second / free.height());
    double crossed = Math.log(first / free.height()) - Math.log(second / free.width());
    if (Math.min(Math.abs(straight), Math.abs(crossed)) < ALIKE) {
      bySides.add(Math.sqrt(first * second / (free.width() * free.height())));
    }
  }

  /** How many rooms have their size written in them. */
  int count() {
    return bySides.size() + byAreas.size();
  }

  /** What sizes written in rooms say, areas where there are none; empty without either. */
  Optional<UnitClue> written() {
    var sides = clue("rooms with their sides written in them", bySides, ALIKE, 9);
    return sides.isPresent() ? sides : clue("areas written in rooms", byAreas, AREA_TOLERANCE, 7);
  }

  /** Empty where most do not agree with each other; what one room says alone counts less. */
  private static Optional<UnitClue> clue(
      String what, List<Double> votes, double tolerance, double most) {
    if (votes.isEmpty()) {
      return Optional.empty();
    }
    var sorted = votes.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    double middle = sorted[sorted.length / 2];
    long agreeing =
        Arrays.stream(sorted).filter(v -> Math.abs(Math.log(v / middle)) < 2 * tolerance).count();
    if (2 * agreeing <= sorted.length) {
      return Optional.empty();
    }
    var reading = new UnitClue.Reading(middle, 0);
    double weight = agreeing == 1 ? 0.4 : agreeing < MANY ? 0.85 : 1;
    return Optional.of(
        new UnitClue.Written(agreeing + " " + what, List.of(reading), tolerance, weight * most));
  }

  /**
   * The breadth of rooms, where texts stand in some.
   *
   * @param named whether the texts name rooms
   */
  Optional<UnitClue.Size> breadth(boolean named) {
    return breadths.size() < MANY
        ? Optional.empty()
        : Optional.of(
            new UnitClue.Size(
                "rooms are %.3g m across",
                breadths.median(), 1, 7, named ? 2 : 1.5, named ? 4 : 3));
  }
}
