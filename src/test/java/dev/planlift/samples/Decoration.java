package dev.planlift.samples;

import static dev.planlift.samples.Gate.Use.DOOR;
import static dev.planlift.samples.Gate.Use.GARAGE;
import static dev.planlift.samples.Gate.Use.WINDOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Puts doors, windows, columns and stubs into a house. */
final class Decoration {
  private static final double MARGIN_M = 0.15;

  private final Design bare;
  private final Random random;
  private final List<Gate> gates = new ArrayList<>();
  private final List<IndexedPointInAreaLocator> rooms = new ArrayList<>();
  private final List<Envelope> bounds = new ArrayList<>();
  private final IndexedPointInAreaLocator walls;

  Decoration(Design bare, Random random) {
    this.bare = bare;
    this.random = random;
    walls = new IndexedPointInAreaLocator(bare.walls());
    for (var chamber : bare.chambers()) {
      rooms.add(new IndexedPointInAreaLocator(chamber.clear()));
      bounds.add(chamber.clear().getEnvelopeInternal());
    }
  }

  /** What a house has besides its middle lines. */
  record Fixed(List<Axis> garages, List<Coordinate> posts) {
    static final Fixed NONE = new Fixed(List.of(), List.of());
  }

  Optional<Design> decorated(HouseMaker.Shape shape, Fixed fixed) {
    fixed.garages().forEach(this::garage);
    doors();
    entrance();
    windows(shape == HouseMaker.Shape.OFFICE || shape == HouseMaker.Shape.FLOOR);
    var extra = new ArrayList<Polygon>();
    var rounds = new ArrayList<>(bare.rounds());
    posts(extra, fixed.posts());
    if (random.nextInt(3) == 0) {
      columns(extra, rounds);
    }
    if (random.nextInt(3) == 0) {
      stubs(extra);
    }
    var full = extra.isEmpty() ? Optional.of(bare) : withExtra(extra, rounds);
    return full.map(design -> design.with(List.copyOf(gates)));
  }

  private Optional<Design> withExtra(List<Polygon> extra, List<Round> rounds) {
    var area = Shapes.union(extra);
    var chambers = new ArrayList<Design.Chamber>();
    for (var chamber : bare.chambers()) {
      var left = Shapes.parts(Shapes.minus(chamber.clear(), area));
      if (left.size() != 1) {
        return Optional.empty();
      }
      chambers.add(new Design.Chamber(chamber.label(), left.getFirst()));
    }
    return Optional.of(
        new Design(
            Shapes.tidy(Shapes.union(List.of(bare.walls(), area))),
            chambers,
            List.of(),
            bare.axes(),
            rounds));
  }

  /** Free-standing columns, round and square. */
  private void columns(List<Polygon> extra, List<Round> rounds) {
    for (var chamber : bare.chambers()) {
      var middle = chamber.middle();
      double r = 0.15 + random.nextInt(3) * 0.05;
      var at = new Coordinate(middle.x + 0.4, middle.y - 0.5);
      boolean free = chamber.clear().contains(Shapes.disc(at, r + 0.7));
      if (chamber.clear().getArea() > 14 && free && random.nextBoolean()) {
        if (random.nextBoolean()) {
          rounds.add(new Round(at, r));
          extra.add(Shapes.disc(at, r));
        } else {
          extra.add(Shapes.rectangle(at, axisAngle(), 2 * r, 2 * r));
        }
      }
    }
  }

  private void posts(List<Polygon> extra, List<Coordinate> posts) {
    double size = posts.isEmpty() ? 0 : 0.3 + random.nextInt(4) * 0.1;
    for (var at : posts) {
      var post = Shapes.rectangle(at, 0, size, size);
      var around = Shapes.rectangle(at, 0, size + 0.3, size + 0.3);
      if (gates.stream()
          .noneMatch(g -> near(g, post) || (!g.window() && g.swept().intersects(around)))) {
        extra.add(post);
      }
    }
  }

  /** A wide door in the middle of a wall. */
  private void garage(Axis front) {
    double width = front.length() > 5.5 ? 4.8 : 2.5;
    gates.add(
        new Gate(
            GARAGE,
            front.at(front.length() / 2),
            front.angleRad(),
            width,
            front.thickness(),
            1,
            -1,
            true));
  }

  private double axisAngle() {
    return bare.axes().getFirst().angleRad();
  }

  /** Short walls that end free in a room. */
  private void stubs(List<Polygon> extra) {
    for (int i = 0; i < 30 && extra.size() < 4; i++) {
      var axis = bare.axes().get(random.nextInt(bare.axes().size()));
      if (axis.length() < 1.8) {
        continue;
      }
      double length = 0.4 + random.nextInt(5) * 0.1;
      int side = random.nextBoolean() ? 1 : -1;
      double t = 0.1 + random.nextInt(3) * 0.025;
      double off = side * (axis.thickness() / 2 + length / 2);
      var gate = gate(DOOR, axis, axis.length() * (0.3 + random.nextDouble() * 0.4), 0.3);
      var middle = gate.in(0, off - side * 0.01);
      var stub = Shapes.rectangle(middle, axis.angleRad(), t, length + 0.02);
      var room = Shapes.rectangle(gate.in(0, off + side * 0.5), axis.angleRad(), 1.8, length + 0.8);
      boolean clear =
          bare.chambers().stream().anyMatch(c -> c.clear().contains(room))
              && gates.stream().noneMatch(g -> g.swept().intersects(room) || near(g, stub));
      if (clear) {
        extra.add(stub);
      }
    }
  }

  private static boolean near(Gate gate, Polygon area) {
    return gate.rectangle(gate.width() + 0.4, gate.thickness() + 0.4).intersects(area);
  }

  private Gate gate(Gate.Use use, Axis axis, double along, double width) {
    return new Gate(use, axis.at(along), axis.angleRad(), width, axis.thickness(), 1, -1, false);
  }

  /** A door from every room to the ones reached so far. */
  private void doors() {
    var sets = new int[rooms.size()];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = i;
    }
    var axes = longOnes();
    for (int i = 0; i < 6 * axes.size(); i++) {
      var axis = axes.get(random.nextInt(axes.size()));
      double width = 0.7 + random.nextInt(5) * 0.1;
      if (random.nextInt(8) == 0) {
        width = 1.2 + random.nextInt(5) * 0.1;
      }
      var gate = gate(DOOR, axis, axis.length() * (0.1 + 0.8 * random.nextDouble()), width);
      int left = sideOf(gate, 1);
      int right = sideOf(gate, -1);
      if (left < 0 || right < 0 || sets[left] == sets[right] || !clear(gate)) {
        continue;
      }
      var hung = hung(gate);
      if (hung.isPresent()) {
        gates.add(hung.get());
        int from = sets[left];
        int to = sets[right];
        for (int k = 0; k < sets.length; k++) {
          sets[k] = sets[k] == from ? to : sets[k];
        }
      }
    }
  }

  private List<Axis> longOnes() {
    var axes = bare.axes().stream().filter(axis -> axis.length() > 1).toList();
    return axes.isEmpty() ? bare.axes() : axes;
  }

  private void entrance() {
    var axes = longOnes();
    for (int i = 0; i < 300; i++) {
      var axis = axes.get(random.nextInt(axes.size()));
      var gate = gate(DOOR, axis, axis.length() * random.nextDouble(), 1.0);
      if (isOuter(sideOf(gate, 1), sideOf(gate, -1)) && clear(gate)) {
        var outside =
            new Gate(DOOR, gate.at(), gate.angleRad(), gate.width(), gate.thickness(), 1, -1, true);
        var hung = hung(outside);
        if (hung.isPresent()) {
          gates.add(hung.get());
          return;
        }
      }
    }
  }

  private void windows(boolean curtain) {
    var axes = bare.axes();
    for (var axis : axes) {
      int tries = axis.length() > 1 ? (curtain ? 8 : 3) : random.nextInt(25) == 0 ? 1 : 0;
      for (int i = 0; i < tries; i++) {
        double width = 0.5 + random.nextInt(curtain ? 16 : 13) * 0.1;
        var gate = gate(WINDOW, axis, axis.length() * random.nextDouble(), width);
        int left = sideOf(gate, 1);
        int right = sideOf(gate, -1);
        if (isOuter(left, right) && clear(gate)) {
          gates.add(
              new Gate(
                  WINDOW,
                  gate.at(),
                  gate.angleRad(),
                  width,
                  gate.thickness(),
                  left == OUTSIDE ? 1 : -1,
                  -1,
                  true));
        }
      }
    }
  }

  private static final int OUTSIDE = -1;
  private static final int MIXED = -2;

  private static boolean isOuter(int left, int right) {
    return Math.min(left, right) == OUTSIDE && Math.max(left, right) >= 0;
  }

  /** The one room beside an opening and its margins; {@link #OUTSIDE} or {@link #MIXED} else. */
  private int sideOf(Gate gate, int side) {
    int found = MIXED;
    double half = gate.width() / 2 + MARGIN_M;
    for (int i = -4; i <= 4; i++) {
      for (double off : new double[] {0.03, 0.12}) {
        var p = gate.in(half * i / 4, side * (gate.thickness() / 2 + off));
        int room = roomAt(p);
        if (room == MIXED || (found != MIXED && found != room)) {
          return MIXED;
        }
        found = room;
      }
    }
    return found;
  }

  private int roomAt(Coordinate p) {
    for (int i = 0; i < rooms.size(); i++) {
      if (bounds.get(i).contains(p) && rooms.get(i).locate(p) == Location.INTERIOR) {
        return i;
      }
    }
    return walls.locate(p) == Location.EXTERIOR ? OUTSIDE : MIXED;
  }

  /** Whether it lies in the wall and far enough from other openings. */
  private boolean clear(Gate gate) {
    double half = gate.width() / 2 + MARGIN_M;
    for (int i = -4; i <= 4; i++) {
      for (int side = -1; side <= 1; side++) {
        if (walls.locate(gate.in(half * i / 4, side * (gate.thickness() / 2 - 0.03)))
            == Location.EXTERIOR) {
          return false;
        }
      }
    }
    var shape = gate.rectangle(gate.width() + 0.3, gate.thickness() + 0.3);
    return gates.stream().noneMatch(g -> g.rectangle(g.width(), g.thickness()).intersects(shape));
  }

  /** With its leaf opening into free space. */
  private Optional<Gate> hung(Gate gate) {
    int side = random.nextBoolean() ? 1 : -1;
    for (int s : new int[] {side, -side}) {
      var hung = gate.hung(s, random.nextBoolean() ? 1 : -1);
      if (Shapes.common(hung.swept(), bare.walls()).getArea() < 0.01) {
        return Optional.of(hung);
      }
    }
    return Optional.empty();
  }
}
