package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Chooses the lines and fills that may be walls: those on layers named after walls where there are
 * enough of them, all of unknown meaning else, without what is plainly something else.
 *
 * @param area of walls that they bound, where it was looked for already
 * @param dense whether the lines are too dense for a plan, where it was asked already
 * @param finder of the area, the same for all candidates of a view
 */
record Candidates(
    List<LineWork.Line> lines,
    List<Polygon> fills,
    boolean named,
    Optional<Geometry> area,
    Optional<Boolean> dense,
    WallAreaFinder finder) {
  private Candidates(
      List<LineWork.Line> lines,
      List<Polygon> fills,
      boolean named,
      Optional<Geometry> area,
      WallAreaFinder finder) {
    this(lines, fills, named, area, Optional.empty(), finder);
  }

  /** Whether there is more to look at than a plan has. */
  boolean tooDense() {
    return dense.orElseGet(() -> Density.tooDense(lines));
  }

  private Candidates judged(Optional<Boolean> tooDense) {
    return new Candidates(lines, fills, named, area, tooDense, finder);
  }

  /** The area. */
  Geometry walls() {
    return area.orElseGet(() -> finder.find(lines, fills, named));
  }

  /**
   * Whether furniture may be among them: on a page, where neither layers nor pens tell walls, so
   * that no pen is left out.
   */
  boolean mayBeThings(LineWork work) {
    if (named) {
      return false;
    }
    var pens = new HashSet<String>();
    lines.forEach(line -> pens.add(LayerShares.layer(work, line)));
    var others = new HashMap<String, Double>();
    boolean page = false;
    for (var line : work.lines()) {
      var pen = LayerShares.layer(work, line);
      page |= work.isPlotted(line.item());
      if (work.use(line.item()) == LineWork.Use.FREE && !pens.contains(pen)) {
        others.merge(pen, line.length(), Double::sum);
      }
    }
    return page && others.values().stream().allMatch(length -> length < LayerShares.MIN_LENGTH_M);
  }

  /**
   * The area without furniture.
   *
   * @param openings that doors and windows fill
   */
  Geometry network(Geometry openings) {
    return finder.network(lines, fills, openings);
  }

  /** A building has more wall than this. */
  private static final double ENOUGH_M = 6;

  /** From here on an arc is a circle: a table, a tree, a mark, but no wall unless it says so. */
  private static final double FULL_RAD = Math.toRadians(355);

  /** Of the wall that lines bound so much is filled where fills are all walls. */
  private static final double MOSTLY_FILLED = 0.5;

  /** Plaster and cladding stand so far before what is filled. */
  private static final double SKIN_M = 0.03;

  private static final int FINE_PIECES = 8;
  private static final double FINE_M = 0.05;

  private static final double AXIS_TOUCH = 0.06;

  static Candidates of(
      LineWork work,
      LineIndex index,
      Collection<Swing> swings,
      Collection<WindowStrip> strips,
      Set<LineWork.Line> treads) {
    var not = new HashSet<Integer>();
    swings.forEach(swing -> not.addAll(swing.items()));
    strips.forEach(
        strip ->
            strip.items().stream()
                .filter(item -> work.use(item) != LineWork.Use.WALL)
                .forEach(not::add));
    not.addAll(axes(work, index));
    work.arcs().stream()
        .filter(arc -> Math.abs(arc.sweepRad()) > FULL_RAD)
        .filter(arc -> work.use(arc.item()) != LineWork.Use.WALL)
        .forEach(arc -> not.add(arc.item()));
    not.addAll(fineCurves(work));
    var finder = new WallAreaFinder(work.thickestM());
    var named = with(work, finder, not, treads, Set.of(LineWork.Use.WALL, LineWork.Use.MIXED));
    var walls =
        with(work, finder, not, treads, Set.of(LineWork.Use.WALL)).without(work, Role.COLUMN);
    boolean enough = walls.extent() >= ENOUGH_M;
    var any =
        with(
            work,
            finder,
            not,
            treads,
            Set.of(LineWork.Use.WALL, LineWork.Use.MIXED, LineWork.Use.FREE));
    var filled = (enough ? named : any).alongFills(work, enough);
    if (filled.isPresent()) {
      return filled.get();
    }
    if (any.lines.size() == named.lines.size()) {
      return enough ? named.trustedAs(true) : any;
    }
    var judged = any.judged(Optional.of(any.tooDense()));
    if (judged.tooDense()) {
      return enough ? named.trustedAs(true) : judged;
    }
    return judged.onWallLayers(work, enough ? named : judged, enough);
  }

  /**
   * Where a page fills its walls: these fills, and of the lines those of pens that run along them.
   * Sills, leaves, notes and furniture are drawn with others. Where lines bound much more wall than
   * is filled it is only some of the walls, of concrete perhaps: then on layers that are named
   * after walls only much lighter pens, of dimensions and notes, are others.
   */
  private Optional<Candidates> alongFills(LineWork work, boolean enough) {
    var poche = Poche.of(work);
    if (poche.isEmpty() || Density.tooDense(lines)) {
      return Optional.empty();
    }
    var walls = Polygons.union(poche);
    var pens = new LayerShares(work, lines, walls, SKIN_M).possible();
    var bounded = finder.find(lines, poche, false);
    boolean all = walls.getArea() >= MOSTLY_FILLED * bounded.getArea();
    if (!all && (!enough || pens.isEmpty())) {
      return Optional.empty();
    }
    long light = pens.stream().mapToLong(LayerShares::weight).max().orElse(0) / 2;
    var kept = new ArrayList<LineWork.Line>();
    for (var line : lines) {
      var pen = LayerShares.layer(work, line);
      if (pens.contains(pen) || (!all && LayerShares.weight(pen) >= light)) {
        kept.add(line);
      }
    }
    var area = all ? Polygons.parts(joined(walls)) : fills;
    return Optional.of(new Candidates(kept, area, enough, Optional.empty(), finder));
  }

  /** With the cracks between walls filled that plaster, drawn otherwise, leaves where they meet. */
  private static Geometry joined(Geometry walls) {
    return Polygons.grown(Polygons.grown(walls, SKIN_M / 2), -SKIN_M / 2);
  }

  /**
   * Those of these candidates on layers that draw walls; all of {@code least} in any case, and no
   * more where the layers that are named after walls draw most of them.
   */
  private Candidates onWallLayers(LineWork work, Candidates least, boolean enough) {
    if (enough && !othersMayDraw(work)) {
      return least.trustedAs(true);
    }
    // Axes run in the middle of walls and cut them: they are left out where others draw walls.
    var measured = without(work, Role.GRID).measured();
    var shares = measured.shares(work);
    if (shares.sure().isEmpty() && measured.lines.size() < lines.size()) {
      measured = measured();
      shares = measured.shares(work);
    }
    var sure = shares.sure();
    boolean others =
        shares.wallLength(layer -> sure.contains(layer) && !isNamed(layer))
            > shares.wallLength(Candidates::isNamed);
    if (sure.isEmpty() || (enough && !others)) {
      return enough
          ? least.trustedAs(true)
          : measured.lines.equals(lines) ? measured.judged(dense) : this;
    }
    var layers = enough ? sure : shares.possible();
    var kept = new ArrayList<LineWork.Line>();
    for (var line : lines) {
      var use = work.use(line.item());
      boolean named = enough && (use == LineWork.Use.WALL || use == LineWork.Use.MIXED);
      if (named || layers.contains(LayerShares.layer(work, line))) {
        kept.add(line);
      }
    }
    return !enough && kept.equals(measured.lines)
        ? measured
        : new Candidates(kept, enough ? least.fills : fills, enough, Optional.empty(), finder);
  }

  /** Whether any layer that is not named after walls has lines enough to be one of walls. */
  private boolean othersMayDraw(LineWork work) {
    var lengths = new HashMap<String, Double>();
    for (var line : lines) {
      lengths.merge(LayerShares.layer(work, line), line.length(), Double::sum);
    }
    return lengths.entrySet().stream()
        .anyMatch(
            layer -> layer.getValue() >= LayerShares.MIN_LENGTH_M && !isNamed(layer.getKey()));
  }

  /** The same with the area that they bound, taken for walls or not. */
  private Candidates measured() {
    return new Candidates(
        lines, fills, named, Optional.of(finder.find(lines, fills, false)), finder);
  }

  private LayerShares shares(LineWork work) {
    return new LayerShares(work, lines, area.orElseThrow());
  }

  /** Without what is drawn on layers named after something; columns alone are no building. */
  private Candidates without(LineWork work, Role role) {
    var roles = new HashMap<String, Role>();
    var rest =
        lines.stream()
            .filter(
                line ->
                    roles.computeIfAbsent(LayerShares.layer(work, line), LayerShares::role) != role)
            .toList();
    return new Candidates(rest, fills, named, Optional.empty(), finder);
  }

  private static boolean isNamed(String layer) {
    var role = LayerShares.role(layer);
    return role == Role.WALL || role == Role.COLUMN;
  }

  private Candidates trustedAs(boolean trust) {
    return new Candidates(lines, fills, trust, Optional.empty(), finder);
  }

  private static Candidates with(
      LineWork work,
      WallAreaFinder finder,
      Set<Integer> not,
      Set<LineWork.Line> treads,
      Set<LineWork.Use> uses) {
    var lines = new ArrayList<LineWork.Line>();
    for (var line : work.lines()) {
      if (uses.contains(work.use(line.item()))
          && !not.contains(line.item())
          && !treads.contains(line)) {
        lines.add(line);
      }
    }
    var fills = new ArrayList<Polygon>();
    for (var area : work.areas()) {
      if (uses.contains(work.use(area.item())) && !not.contains(area.item())) {
        fills.add(area.polygon());
      }
    }
    return new Candidates(lines, fills, false, Optional.empty(), finder);
  }

  private double extent() {
    return lines.stream().mapToDouble(LineWork.Line::length).sum()
        + fills.stream().mapToDouble(Polygon::getLength).sum();
  }

  /** Curves of many short pieces: lettering, plants, contours. */
  private static Set<Integer> fineCurves(LineWork work) {
    var pieces = new HashMap<Integer, Integer>();
    var length = new HashMap<Integer, Double>();
    for (var line : work.lines()) {
      pieces.merge(line.item(), 1, Integer::sum);
      length.merge(line.item(), line.length(), Double::sum);
    }
    var fine = new HashSet<Integer>();
    pieces.forEach(
        (item, count) -> {
          double mean = length.getOrDefault(item, 0.0) / count;
          if (count >= FINE_PIECES && mean < FINE_M && work.use(item) != LineWork.Use.WALL) {
            fine.add(item);
          }
        });
    return fine;
  }

  /** Axes of a grid: lines that run straight out of a circle. */
  private static Set<Integer> axes(LineWork work, LineIndex index) {
    var axes = new HashSet<Integer>();
    long lookedAt = 0;
    for (var arc : work.arcs()) {
      if (Math.abs(arc.sweepRad()) > FULL_RAD && lookedAt <= Density.pairs(work.lines().size())) {
        for (var line : index.near(arc.center(), arc.radius() * (1 + AXIS_TOUCH))) {
          lookedAt++;
          if (line.length() > 4 * arc.radius()
              && (leaves(arc, line.a(), line.b()) || leaves(arc, line.b(), line.a()))) {
            axes.add(line.item());
          }
        }
      }
    }
    return axes;
  }

  /** Whether a line from {@code end} on a circle runs away from its centre. */
  private static boolean leaves(LineWork.Arc circle, Coordinate end, Coordinate other) {
    double distance = end.distance(circle.center());
    if (Math.abs(distance - circle.radius()) > AXIS_TOUCH * circle.radius()) {
      return false;
    }
    return Math.abs(other.distance(circle.center()) - distance - end.distance(other))
        < 0.01 * circle.radius();
  }
}
