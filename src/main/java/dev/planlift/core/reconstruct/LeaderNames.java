package dev.planlift.core.reconstruct;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Names of rooms that stand outside of all rooms, with a leader: a line, or a few in a row, from
 * beside the text to a point on the floor that is meant.
 */
final class LeaderNames {
  /** A leader begins so near to its text, text heights. */
  private static final double BESIDE = 1.2;

  /** Farther away no text is looked for, text heights. */
  private static final double LONGEST = 60;

  private static final int MOST_PIECES = 4;

  /** Ends of a leader's pieces are no farther apart. */
  private static final double JOINED_M = 0.01;

  private final RoomAreas rooms;
  private final LineWork work;
  private final LineIndex lines;
  private final double metresPerUnit;

  private LeaderNames(RoomAreas rooms, LineWork work, double metresPerUnit) {
    this.rooms = rooms;
    this.work = work;
    this.metresPerUnit = metresPerUnit;
    lines = new LineIndex(work.lines());
  }

  /**
   * The texts that leaders lead to rooms.
   *
   * @param texts all that may name rooms, wherever they stand
   * @return by the room's number, in reading order
   */
  static Map<Integer, List<Said>> of(
      List<Polygon> rooms, List<Said> texts, LineWork work, double metresPerUnit) {
    var naming = texts.stream().filter(said -> said.text().named()).toList();
    var areas = new RoomAreas(naming.isEmpty() ? List.of() : rooms);
    var outside = naming.stream().filter(said -> areas.at(said.place()).isEmpty()).toList();
    if (outside.isEmpty() || rooms.isEmpty()) {
      return Map.of();
    }
    var leaders = new LeaderNames(areas, work, metresPerUnit);
    var led = new HashMap<Integer, List<Said>>();
    for (var stack : Said.stacked(outside, metresPerUnit)) {
      stack.stream()
          .map(leaders::ledTo)
          .flatMapToInt(OptionalInt::stream)
          .findFirst()
          .ifPresent(room -> led.putIfAbsent(room, stack));
    }
    return led;
  }

  /** Empty too where leaders from one text end in several rooms. */
  private OptionalInt ledTo(Said said) {
    double height = said.height() * metresPerUnit;
    double reach = said.label().text().width() * metresPerUnit / 2 + (BESIDE + 1) * height;
    var met = new HashSet<Integer>();
    for (var line : lines.near(said.place(), reach)) {
      if (mayLead(line)) {
        boolean atA = isBeside(said, line.a());
        if (atA != isBeside(said, line.b())) {
          end(line, atA ? line.b() : line.a(), LONGEST * height).ifPresent(met::add);
        }
      }
    }
    return met.size() == 1 ? OptionalInt.of(met.iterator().next()) : OptionalInt.empty();
  }

  private boolean mayLead(LineWork.Line line) {
    return switch (work.use(line.item())) {
      case FREE, OTHER -> true;
      case WALL, MIXED, SYMBOL, DOOR, WINDOW -> false;
    };
  }

  private boolean isBeside(Said said, Coordinate end) {
    var free = said.from(end, metresPerUnit);
    double most = BESIDE * said.height() * metresPerUnit;
    return free[0] < most && free[1] < most;
  }

  /** Follows a leader, as long as it goes on in one way, to the room in which it ends. */
  private OptionalInt end(LineWork.Line first, Coordinate from, double longest) {
    var piece = first;
    var at = from;
    double length = first.length();
    Set<LineWork.Line> seen = new HashSet<>(Set.of(first));
    for (int pieces = 1; pieces <= MOST_PIECES && length <= longest; pieces++) {
      var room = rooms.at(at);
      if (room.isPresent()) {
        return room;
      }
      var here = at;
      var next =
          lines.near(at, JOINED_M).stream()
              .filter(line -> !seen.contains(line) && mayLead(line) && isJoined(line, here))
              .toList();
      if (next.size() != 1) {
        return OptionalInt.empty();
      }
      piece = next.getFirst();
      at = piece.a().distance(at) <= JOINED_M ? piece.b() : piece.a();
      length += piece.length();
      seen.add(piece);
    }
    return OptionalInt.empty();
  }

  private static boolean isJoined(LineWork.Line line, Coordinate at) {
    return Math.min(line.a().distance(at), line.b().distance(at)) <= JOINED_M;
  }
}
