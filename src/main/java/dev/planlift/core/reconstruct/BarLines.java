package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.TextLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The lines of a scale bar: under or over its numbers, from the first one to the last one. */
final class BarLines {
  /** Lines off a number by more than so many of its heights are no part of its bar. */
  private static final double REACH = 4;

  /** A number stands over the end of its bar, or begins or ends there; heights. */
  private static final double OFF_END = 1.6;

  /** Heights: shorter ones are measured badly by the places of their numbers. */
  private static final double SHORTEST = 8;

  /** Lines of one row are apart by less than this part of a height. */
  private static final double ROW = 0.1;

  /** Bars are drawn in pieces, and every other piece is left out at times. */
  private static final double DRAWN = 0.45;

  /** Off the row's direction, as a part of a line's length. */
  private static final double SLANT = 0.01;

  /** A piece of a bar along its row. */
  private record Piece(double from, double to) {}

  private BarLines() {}

  /**
   * How long the bar is whose first number stands at a zero and whose last one so far along the
   * row; source units. Empty where nothing is drawn there that begins and ends with them.
   */
  static Optional<Double> beside(TextLabel zero, double along, LineIndex lines) {
    double height = zero.height();
    if (along < SHORTEST * height) {
      return Optional.empty();
    }
    var rows = new TreeMap<Long, List<Piece>>();
    var origin = new Coordinate(zero.center().x(), zero.center().y());
    var direction = new Coordinate(zero.direction().x(), zero.direction().y());
    for (var line : lines.in(box(origin, direction, along, REACH * height))) {
      double from = along(line.a(), origin, direction);
      double to = along(line.b(), origin, direction);
      double off = across(line.a(), origin, direction);
      boolean level = Math.abs(across(line.b(), origin, direction) - off) < SLANT * line.length();
      if (level && Math.abs(off) < REACH * height) {
        rows.computeIfAbsent(Math.round(off / (ROW * height)), row -> new ArrayList<>())
            .add(new Piece(Math.min(from, to), Math.max(from, to)));
      }
    }
    return rows.values().stream()
        .map(row -> length(row, along, OFF_END * height))
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(length -> Math.abs(length - along)));
  }

  private static Envelope box(Coordinate origin, Coordinate direction, double along, double reach) {
    var box = new Envelope(origin);
    box.expandToInclude(origin.x + direction.x * along, origin.y + direction.y * along);
    box.expandBy(reach);
    return box;
  }

  /** Of the pieces of one row, where they begin and end with the numbers. */
  private static Optional<Double> length(List<Piece> row, double along, double off) {
    row.sort(Comparator.comparingDouble(Piece::from));
    double start = row.getFirst().from();
    double end = start;
    double drawn = 0;
    for (var piece : row) {
      drawn += Math.max(0, piece.to() - Math.max(end, piece.from()));
      end = Math.max(end, piece.to());
    }
    boolean fits = Math.abs(start) < off && Math.abs(end - along) < off;
    return fits && drawn > DRAWN * (end - start) ? Optional.of(end - start) : Optional.empty();
  }

  private static double along(Coordinate p, Coordinate origin, Coordinate direction) {
    return (p.x - origin.x) * direction.x + (p.y - origin.y) * direction.y;
  }

  private static double across(Coordinate p, Coordinate origin, Coordinate direction) {
    return (p.y - origin.y) * direction.x - (p.x - origin.x) * direction.y;
  }
}
