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
    var u = line.direction();
    double nearest = Double.MAX_VALUE;
    for (var other : lines.in(box)) {
      var v = other.direction();
      double across = Math.abs(cross(u, line.a(), other.middle()));
      if (Math.abs(u.x * v.y - u.y * v.x) < PARALLEL
          && across > 1e-3
          && across <= REACH_M
          && across < nearest
          && common(line, u, other) > Math.min(0.3, line.length() / 3)) {
        nearest = across;
      }
    }
    return nearest == Double.MAX_VALUE ? OptionalDouble.empty() : OptionalDouble.of(nearest);
  }

  private static double cross(Coordinate u, Coordinate from, Coordinate to) {
    return (to.y - from.y) * u.x - (to.x - from.x) * u.y;
  }

  private static double dot(Coordinate u, Coordinate from, Coordinate to) {
    return (to.x - from.x) * u.x + (to.y - from.y) * u.y;
  }

  private static double common(LineWork.Line line, Coordinate u, LineWork.Line other) {
    double a = dot(u, line.a(), other.a());
    double b = dot(u, line.a(), other.b());
    return Math.min(line.length(), Math.max(a, b)) - Math.max(0, Math.min(a, b));
  }
}
