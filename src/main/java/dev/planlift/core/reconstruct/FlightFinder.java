package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Finds rows of parallel lines, a step apart, that end side by side: straight flights. */
final class FlightFinder {
  static final double MIN_GOING_M = 0.18;
  static final double MAX_GOING_M = 0.42;
  private static final double GOING_SLACK_M = 0.012;

  private static final double MIN_WIDTH_M = 0.5;
  private static final double MAX_WIDTH_M = 6;

  /** Risers end this near to each other, on one side at least: a break line may cut the other. */
  private static final double END_SLACK_M = 0.04;

  private static final double PARALLEL = Math.sin(Math.toRadians(1));
  private static final int FEWEST_RISERS = 3;

  /** So many lines about one line are a hatch. */
  private static final int DENSE = 80;

  /** A break line may cut the second riser already. */
  private static final double CUT = 0.15;

  /** Flights of one stair are not further apart. */
  private static final double BESIDE_M = 1.3;

  /** What a break line leaves of a riser may be as short as this. */
  private static final double MIN_REST_M = 0.08;

  private final List<LineWork.Line> lines;
  private final LineIndex index;
  private final FlightEvidence evidence;

  /**
   * A finder.
   *
   * @param lines that may be risers
   */
  FlightFinder(List<LineWork.Line> lines, FlightEvidence evidence) {
    this.lines =
        lines.stream()
            .filter(line -> line.length() >= MIN_WIDTH_M && line.length() <= MAX_WIDTH_M)
            .toList();
    this.index =
        new LineIndex(
            lines.stream()
                .filter(line -> line.length() >= MIN_REST_M && line.length() <= MAX_WIDTH_M)
                .toList());
    this.evidence = evidence;
  }

  /** Longer rows first; none shares a line with another or lies in one. */
  List<Flight> find() {
    var rows = new ArrayList<List<LineWork.Line>>();
    for (var line : lines) {
      for (var next : next(line, 0)) {
        double going = offset(line, next);
        if (alike(line, next) && isFirst(line, going)) {
          rows.add(row(line, going));
        }
      }
    }
    rows.removeIf(row -> row.size() < FEWEST_RISERS);
    rows.sort(Comparator.comparingInt(row -> -row.size()));
    var found = new ArrayList<Flight>();
    var used = new HashSet<LineWork.Line>();
    for (boolean beside : new boolean[] {false, true}) {
      for (var row : rows) {
        if (row.stream().noneMatch(used::contains)) {
          flight(row)
              .filter(flight -> !beside || found.stream().anyMatch(other -> beside(other, flight)))
              .flatMap(flight -> evidence.judge(flight, beside))
              .ifPresent(
                  flight -> {
                    if (found.stream().noneMatch(other -> covers(other, flight))) {
                      found.add(flight);
                    }
                    used.addAll(row);
                  });
        }
      }
    }
    return found;
  }

  /** Whether two flights may be of one stair: as long steps, side by side or round a corner. */
  private static boolean beside(Flight other, Flight flight) {
    double turn = other.across().x * flight.across().y - other.across().y * flight.across().x;
    boolean square = Math.abs(turn) < 0.05 || Math.abs(turn) > 0.998;
    return square
        && Math.abs(other.goingM() - flight.goingM()) < GOING_SLACK_M
        && other.area().isWithinDistance(flight.area(), BESIDE_M);
  }

  private boolean isFirst(LineWork.Line line, double going) {
    return next(line, -going).stream().noneMatch(before -> alike(before, line));
  }

  private static boolean alike(LineWork.Line a, LineWork.Line b) {
    return Math.abs(a.length() - b.length())
        < Math.max(END_SLACK_M, CUT * Math.max(a.length(), b.length()));
  }

  /** Those a step from one of a row that are a riser of it, whole or cut. */
  private List<LineWork.Line> more(LineWork.Line line, double going, double length) {
    return next(line, going).stream()
        .filter(other -> other.length() < length + END_SLACK_M)
        .toList();
  }

  private static boolean covers(Flight other, Flight flight) {
    return other.area().getEnvelopeInternal().intersects(flight.area().getEnvelopeInternal())
        && other.area().intersection(flight.area()).getArea() > 0.3 * flight.area().getArea();
  }

  /** How far one line lies to the left of another. */
  private static double offset(LineWork.Line from, LineWork.Line to) {
    var u = normal(from);
    var a = from.middle();
    var b = to.middle();
    return (b.y - a.y) * u.x - (b.x - a.x) * u.y;
  }

  /** A line's direction, the same for both ways it may be drawn. */
  private static Coordinate normal(LineWork.Line line) {
    var u = line.direction();
    boolean turn = u.x < -1e-9 || (Math.abs(u.x) <= 1e-9 && u.y < 0);
    return turn ? new Coordinate(-u.x, -u.y) : u;
  }

  /**
   * Lines a step to the left of one, nearest to the expected place first.
   *
   * @param going exactly this (negative: to the right); 0 for any step
   */
  private List<LineWork.Line> next(LineWork.Line line, double going) {
    var box = new Envelope(line.a(), line.b());
    box.expandBy(MAX_GOING_M + GOING_SLACK_M);
    var near = index.in(box);
    if (near.size() > DENSE) {
      return List.of();
    }
    var next = new ArrayList<LineWork.Line>();
    for (var other : near) {
      double step = offset(line, other);
      boolean fits =
          going == 0
              ? step >= MIN_GOING_M && step <= MAX_GOING_M
              : Math.abs(step - going) <= GOING_SLACK_M;
      if (fits && besides(line, other)) {
        next.add(other);
      }
    }
    next.sort(Comparator.comparingDouble(other -> Math.abs(offset(line, other) - going)));
    return next;
  }

  private static boolean besides(LineWork.Line a, LineWork.Line b) {
    var u = normal(a);
    var v = b.direction();
    if (Math.abs(u.x * v.y - u.y * v.x) > PARALLEL) {
      return false;
    }
    double[] one = interval(a, u);
    double[] other = interval(b, u);
    double common = Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
    boolean ends =
        Math.abs(one[0] - other[0]) < END_SLACK_M || Math.abs(one[1] - other[1]) < END_SLACK_M;
    double shorter = Math.min(one[1] - one[0], other[1] - other[0]);
    return ends && common > 0.9 * shorter;
  }

  private static double[] interval(LineWork.Line line, Coordinate u) {
    double a = line.a().x * u.x + line.a().y * u.y;
    double b = line.b().x * u.x + line.b().y * u.y;
    return new double[] {Math.min(a, b), Math.max(a, b)};
  }

  private List<LineWork.Line> row(LineWork.Line first, double going) {
    var row = new ArrayList<>(List.of(first));
    double mean = going;
    for (var before = more(first, -mean, first.length()); !before.isEmpty() && row.size() < 20; ) {
      row.addFirst(before.getFirst());
      before = more(row.getFirst(), -mean, first.length());
    }
    for (var next = more(first, mean, first.length());
        !next.isEmpty() && row.size() < 100;
        next = more(row.getLast(), mean, first.length())) {
      row.add(next.getFirst());
      mean = offset(row.getFirst(), row.getLast()) / (row.size() - 1);
    }
    return row;
  }

  private Optional<Flight> flight(List<LineWork.Line> row) {
    var u = normal(row.getFirst());
    double low = usual(row, u, 0);
    double high = usual(row, u, 1);
    if (high - low < MIN_WIDTH_M) {
      return Optional.empty();
    }
    var middle = row.getFirst().middle();
    double v = middle.y * u.x - middle.x * u.y;
    var origin = new Coordinate(u.x * low - u.y * v, u.y * low + u.x * v);
    var risers = new ArrayList<Double>();
    Set<Integer> items = new HashSet<>();
    for (var line : row) {
      risers.add(offset(row.getFirst(), line));
      items.add(line.item());
    }
    return Optional.of(
        new Flight(origin, u, high - low, risers, row, items, 0, 0, "parallel lines a step apart"));
  }

  /** Where most risers begin, or end. */
  private static double usual(List<LineWork.Line> row, Coordinate u, int end) {
    var places = row.stream().map(line -> interval(line, u)[end]).sorted().toList();
    double best = places.getFirst();
    int most = 0;
    for (double place : places) {
      int same = (int) places.stream().filter(p -> Math.abs(p - place) < END_SLACK_M).count();
      boolean wider = end == 0 ? place < best : place > best;
      if (same > most || (same == most && wider)) {
        most = same;
        best = place;
      }
    }
    return best;
  }
}
