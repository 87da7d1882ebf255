package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds treads of stairs, however they are cut off: four or more parallel lines in equal steps of a
 * tread's depth, of whatever lengths; and the joints of floors and ceilings, seven or more in equal
 * steps. No walls stand so. One use, one thread.
 */
final class TreadFinder {
  /**
   * What runs in equal steps.
   *
   * @param leastSteps from the first line to the last
   * @param tooLong longer than this many times most of them, a line is what they end at
   * @param sureWalls whether lines of layers named after walls may be so, too
   */
  private record Rhythm(
      double minStepM,
      double maxStepM,
      double leastSteps,
      double minLengthM,
      double maxLengthM,
      double tooLong,
      boolean sureWalls) {}

  private static final Rhythm TREADS = new Rhythm(0.2, 0.42, 2.9, 0.25, 6, 1.3, true);

  /** Joints of floors and ceilings. */
  private static final Rhythm TILES = new Rhythm(0.42, 1.3, 5.9, 0.42, 100, 100, false);

  /** Steps of one flight differ by less. */
  private static final double EQUAL_M = 0.012;

  /** The faces of a wall are so far apart at most. */
  private static final double FACES_M = 0.42;

  /** So much of the shorter of two treads lies beside the longer. */
  private static final double BESIDE = 0.6;

  /** So much of a tread has the next one beside it. */
  private static final double GOES_ON = 0.3;

  private static final double PARALLEL = Math.sin(Math.toRadians(2));

  /** So many neighbours are looked at in all: line work where everything is near is no stair. */
  private static final long MAX_LOOKED_AT = 5_000_000;

  /** From one tread to the next, to the left of the first. */
  private record Step(int from, int to, double depth) {}

  private final List<LineWork.Line> drawn = new ArrayList<>();
  private final List<LineWork.Line> lines = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<List<Integer>> stepsFrom = new ArrayList<>();
  private final LineIndex index;
  private final Rhythm rhythm;
  private long lookedAt;

  private TreadFinder(LineWork work, Rhythm rhythm) {
    this.rhythm = rhythm;
    for (var line : work.lines()) {
      var use = work.use(line.item());
      boolean wall = use == LineWork.Use.WALL || use == LineWork.Use.MIXED;
      boolean free = use == LineWork.Use.FREE || (wall && rhythm.sureWalls);
      if (free && line.length() >= rhythm.minLengthM && line.length() <= rhythm.maxLengthM) {
        drawn.add(line);
        lines.add(upright(new LineWork.Line(line.a(), line.b(), lines.size())));
        stepsFrom.add(new ArrayList<>());
      }
    }
    index = new LineIndex(lines);
  }

  /** Directions from 0 to half a turn, so that parallel lines have the same left. */
  private static LineWork.Line upright(LineWork.Line line) {
    double slack = PARALLEL * line.length();
    double dx = line.b().x - line.a().x;
    double dy = line.b().y - line.a().y;
    boolean turn = dy < -slack || (Math.abs(dy) <= slack && dx < 0);
    return turn ? new LineWork.Line(line.b(), line.a(), line.item()) : line;
  }

  /** The treads and the joints of tiles among the lines that may be walls. */
  static Set<LineWork.Line> find(LineWork work) {
    var found = new TreadFinder(work, TREADS).treads();
    found.addAll(new TreadFinder(work, TILES).treads());
    return found;
  }

  private Set<LineWork.Line> treads() {
    lines.forEach(this::addSteps);
    var groups = new DisjointSets(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      for (int next : stepsFrom.get(step.to)) {
        if (Math.abs(steps.get(next).depth - step.depth) <= EQUAL_M) {
          groups.join(i, next);
        }
      }
    }
    var treads = new HashSet<LineWork.Line>();
    for (var flight : groups.members().values()) {
      if (flight.size() >= rhythm.leastSteps && reach(flight) >= rhythm.leastSteps) {
        addTreads(flight, treads);
      }
    }
    return treads;
  }

  private void addSteps(LineWork.Line line) {
    if (lookedAt > MAX_LOOKED_AT) {
      return;
    }
    var box = new Envelope(line.a(), line.b());
    box.expandBy(rhythm.maxStepM);
    var near = index.in(box);
    lookedAt += near.size();
    var tread = Stretch.of(line);
    for (var other : near) {
      double depth = tread.across(other.middle());
      if (depth >= rhythm.minStepM
          && depth <= rhythm.maxStepM
          && tread.sine(other) < PARALLEL
          && tread.beside(other) >= BESIDE * Math.min(tread.length(), other.length())) {
        stepsFrom.get(line.item()).add(steps.size());
        steps.add(new Step(line.item(), other.item(), depth));
      }
    }
  }

  /** From the first tread of a flight to its last, in steps. */
  private double reach(List<Integer> flight) {
    var first = Stretch.of(lines.get(steps.get(flight.getFirst()).from));
    double low = 0;
    double high = 0;
    double depth = 0;
    for (int i : flight) {
      var step = steps.get(i);
      depth += step.depth;
      for (int tread : List.of(step.from, step.to)) {
        double off = first.across(lines.get(tread).middle());
        low = Math.min(low, off);
        high = Math.max(high, off);
      }
    }
    return (high - low) / (depth / flight.size());
  }

  private void addTreads(List<Integer> flight, Set<LineWork.Line> treads) {
    var members = new TreeSet<Integer>();
    for (int i : flight) {
      members.add(steps.get(i).from);
      members.add(steps.get(i).to);
    }
    var lengths = members.stream().mapToDouble(i -> lines.get(i).length()).sorted().toArray();
    double most = rhythm.tooLong * lengths[(lengths.length - 1) * 3 / 4];
    var edges = Lattice.edges(members.stream().map(lines::get).toList(), index);
    for (int i : members) {
      boolean edge = edges.contains(lines.get(i));
      if (lines.get(i).length() <= most && !edge && !isFaceOfWall(i, members)) {
        treads.add(drawn.get(i));
      }
    }
  }

  /**
   * Whether another line runs beside one, as a wall's other face does, and is no tread; and treads
   * go on beside it on one side at most.
   */
  private boolean isFaceOfWall(int number, Set<Integer> members) {
    var line = lines.get(number);
    var tread = Stretch.of(line);
    double left = 0;
    double right = 0;
    boolean faced = false;
    var box = new Envelope(line.a(), line.b());
    box.expandBy(Math.max(FACES_M, rhythm.maxStepM));
    for (var other : index.in(box)) {
      double off = tread.across(other.middle());
      if (!members.contains(other.item())) {
        faced |= Math.abs(off) <= FACES_M && LooseWalls.faces(line, other);
      } else if (Math.abs(off) > rhythm.minStepM / 2) {
        left += off > 0 ? tread.beside(other) : 0;
        right += off < 0 ? tread.beside(other) : 0;
      }
    }
    return faced && Math.min(left, right) < GOES_ON * tread.length();
  }
}
