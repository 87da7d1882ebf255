package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Tells stairs from tiles, boards, tables and shelves: by names, by texts (up, down), by the line
 * that walks over the risers and its arrow, by strings or walls on both sides.
 */
final class FlightEvidence {
  private static final double NEAR_M = 0.7;
  private static final double ON_SIDE_M = 0.12;
  private static final double ARROW_M = 0.45;
  private static final int MOST_RISERS = 26;
  private static final Pattern NUMBER = Pattern.compile("[\\d\\s.,x×/*+-]*");

  private final LineWork work;
  private final LineIndex all;
  private final StairNames names;
  private final HPRtree labels = new HPRtree();

  /**
   * A judge.
   *
   * @param all every line drawn
   */
  FlightEvidence(LineWork work, LineIndex all, StairNames names) {
    this.work = work;
    this.all = all;
    this.names = names;
    for (var label : work.labels()) {
      labels.insert(new Envelope(label.center()), label);
    }
  }

  /**
   * The flight with what speaks for it; empty where that is too little.
   *
   * @param beside whether there is another flight that it may be one stair with
   */
  Optional<Flight> judge(Flight flight, boolean beside) {
    boolean named = flight.items().stream().anyMatch(names::isStair);
    var inside = inside(flight);
    var crossing = crossing(flight, inside);
    if (!named && (crossing.size() > 3 || flight.risers().size() > MOST_RISERS)) {
      return Optional.empty();
    }
    if (between(flight, inside) || (!named && lettered(flight))) {
      return Optional.empty();
    }
    var text = way(flight);
    int arrow = crossing.stream().mapToInt(line -> arrow(flight, line)).sum();
    double score = (named ? 3 : 0) + (beside ? 1.5 : 0);
    score += text.isPresent() ? 2 : 0;
    score += crossing.isEmpty() ? 0 : 1;
    score += arrow == 0 ? 0 : 1;
    score += 0.5 * sides(flight, inside);
    score += flight.risers().size() >= 5 ? 0.5 : 0;
    score += flight.risers().size() >= 8 ? 0.5 : 0;
    double going = flight.goingM();
    score -= going < 0.19 || going > 0.35 ? 0.5 : 0;
    score -= going > 0.37 ? 0.5 : 0;
    score -= flight.width() < 0.65 || flight.width() > 3 ? 0.5 : 0;
    score -= flight.items().stream().allMatch(names::isInOtherSymbol) ? 1.5 : 0;
    boolean enough = score >= (flight.risers().size() >= 5 || beside ? 1.5 : 2.5);
    if (!enough) {
      return Optional.empty();
    }
    var lines = new ArrayList<>(flight.lines());
    lines.addAll(crossing);
    int ascent = Integer.signum(arrow) * (text.orElse(1) < 0 ? -1 : 1);
    return Optional.of(
        new Flight(
            flight.origin(),
            flight.across(),
            flight.width(),
            flight.risers(),
            lines,
            flight.items(),
            ascent,
            Math.min(0.97, 0.5 + 0.1 * score),
            reason(named, text.isPresent(), !crossing.isEmpty())));
  }

  private static String reason(boolean named, boolean text, boolean walked) {
    var reason = new StringBuilder("parallel lines a step apart");
    reason.append(named ? ", named a stair" : "");
    reason.append(text ? ", a text says up or down" : "");
    return reason.append(walked ? ", a line walks over them" : "").toString();
  }

  private List<LineWork.Line> inside(Flight flight) {
    var box = new Envelope(flight.area().getEnvelopeInternal());
    box.expandBy(NEAR_M);
    return all.in(box);
  }

  /** Lines along the run that lie within the flight and pass over most of its risers. */
  private static List<LineWork.Line> crossing(Flight flight, List<LineWork.Line> near) {
    var crossing = new ArrayList<LineWork.Line>();
    for (var line : near) {
      var a = flight.place(line.a());
      var b = flight.place(line.b());
      double common =
          Math.min(Math.max(a.y, b.y), flight.length()) - Math.max(Math.min(a.y, b.y), 0);
      boolean within =
          Math.min(a.x, b.x) > 0.08 * flight.width() && Math.max(a.x, b.x) < 0.92 * flight.width();
      boolean along = Math.abs(a.x - b.x) < 0.25 * Math.abs(a.y - b.y);
      if (within && along && common > 0.5 * flight.length()) {
        crossing.add(line);
      }
    }
    return crossing;
  }

  /** Whether there are as many lines halfway between the risers: boards, not steps. */
  private static boolean between(Flight flight, List<LineWork.Line> near) {
    double going = flight.goingM();
    int halfway = 0;
    for (var line : near) {
      var a = flight.place(line.a());
      var b = flight.place(line.b());
      double v = (a.y + b.y) / 2;
      double part = (v / going + 1) % 1;
      boolean level = Math.abs(a.y - b.y) < 0.02 * Math.abs(a.x - b.x);
      boolean whole = Math.abs(a.x - b.x) > 0.8 * flight.width();
      halfway += level && whole && v > 0 && v < flight.length() && part > 0.2 && part < 0.8 ? 1 : 0;
    }
    return halfway > flight.risers().size() / 2;
  }

  /** Tables have words between their lines; steps may be numbered. */
  private boolean lettered(Flight flight) {
    long words =
        labels(flight.area().getEnvelopeInternal()).stream()
            .filter(label -> !NUMBER.matcher(label.text().text()).matches())
            .count();
    return words >= Math.max(3, flight.risers().size() / 2);
  }

  private List<LineWork.Label> labels(Envelope box) {
    var found = new ArrayList<LineWork.Label>();
    if (!work.labels().isEmpty()) {
      labels.query(box, item -> found.add((LineWork.Label) item));
    }
    return found;
  }

  /** Whether a text in or beside the flight says up (1) or down (−1). */
  private Optional<Integer> way(Flight flight) {
    var box = new Envelope(flight.area().getEnvelopeInternal());
    box.expandBy(NEAR_M);
    boolean up = false;
    boolean down = false;
    for (var label : labels(box)) {
      up |= names.saysUp(label.text().text());
      down |= names.saysDown(label.text().text());
    }
    return up || down ? Optional.of(up ? 1 : -1) : Optional.empty();
  }

  /** Which end of a walking line bears an arrow head: 1 the end of the run, −1 its start. */
  private int arrow(Flight flight, LineWork.Line walk) {
    boolean forth = flight.place(walk.a()).y < flight.place(walk.b()).y;
    int atA = barbs(walk, walk.a());
    int atB = barbs(walk, walk.b());
    return atA == atB ? 0 : atB > atA == forth ? 1 : -1;
  }

  /** Short lines that leave a line's end slantwise backwards. */
  private int barbs(LineWork.Line walk, Coordinate end) {
    var other = end.equals2D(walk.a()) ? walk.b() : walk.a();
    int barbs = 0;
    for (var line : all.near(end, 0.02)) {
      var far = line.a().distance(end) < 0.03 ? line.b() : line.a();
      boolean touches = line.a().distance(end) < 0.03 || line.b().distance(end) < 0.03;
      if (!touches || line.length() > ARROW_M || line.equals(walk)) {
        continue;
      }
      double cos =
          ((far.x - end.x) * (other.x - end.x) + (far.y - end.y) * (other.y - end.y))
              / (far.distance(end) * other.distance(end));
      barbs += cos > 0.5 && cos < 0.995 ? 1 : 0;
    }
    return barbs;
  }

  /** How many of the two sides are drawn. */
  private static int sides(Flight flight, List<LineWork.Line> near) {
    double[] drawn = new double[2];
    for (var line : near) {
      var a = flight.place(line.a());
      var b = flight.place(line.b());
      if (Math.abs(a.x - b.x) > 0.03 * Math.abs(a.y - b.y)) {
        continue;
      }
      double common =
          Math.min(Math.max(a.y, b.y), flight.length()) - Math.max(Math.min(a.y, b.y), 0);
      for (int side = 0; side < 2; side++) {
        if (Math.abs((a.x + b.x) / 2 - side * flight.width()) < ON_SIDE_M) {
          drawn[side] += Math.max(0, common);
        }
      }
    }
    return (drawn[0] > 0.6 * flight.length() ? 1 : 0) + (drawn[1] > 0.6 * flight.length() ? 1 : 0);
  }
}
