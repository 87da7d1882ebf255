package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.Vec2;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Why of a line no wall was made: by the nearest line beside it that was not taken either. */
final class WhyUntaken {
  /** Farther lines are no other face of anything. */
  private static final double REACH_M = 1.5;

  private static final double PARALLEL = Math.sin(Math.toRadians(2));

  private final LineIndex lines;

  WhyUntaken(List<List<Vec2>> pieces) {
    lines =
        new LineIndex(
            pieces.stream()
                .map(piece -> new LineWork.Line(at(piece.getFirst()), at(piece.getLast()), -1))
                .toList());
  }

  private static Coordinate at(Vec2 p) {
    return new Coordinate(p.x(), p.y());
  }

  String of(Vec2 from, Vec2 to) {
    var line = new LineWork.Line(at(from), at(to), -1);
    var beside = beside(line);
    if (beside.isEmpty()) {
      return "no second face beside it";
    }
    double apart = beside.getAsDouble();
    var far = String.format(Locale.ROOT, "%.2f m", apart);
    if (apart < Sizes.MIN_WALL_M) {
      return "thinner than a wall: the next line beside it is " + far + " off";
    }
    return apart > Sizes.MAX_WALL_M
        ? "thicker than a wall: the next line beside it is " + far + " off"
        : "its faces, " + far + " apart, close no wall around a room";
  }

  /** How far the next parallel line is that runs beside a good part of this one. */
  private OptionalDouble beside(LineWork.Line line) {
    var box = new Envelope(line.a(), line.b());
    box.expandBy(REACH_M);
    var stretch = Stretch.of(line);
    double nearest = Double.MAX_VALUE;
    for (var other : lines.in(box)) {
      double across = Math.abs(stretch.across(other.middle()));
      if (stretch.sine(other) < PARALLEL
          && across > 1e-3
          && across <= REACH_M
          && across < nearest
          && stretch.beside(other) > Math.min(0.3, stretch.length() / 3)) {
        nearest = across;
      }
    }
    return nearest == Double.MAX_VALUE ? OptionalDouble.empty() : OptionalDouble.of(nearest);
  }
}
