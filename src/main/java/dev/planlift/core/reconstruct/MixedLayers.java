package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.Expansion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Sees to layers that hold more than their names say: walls on a layer of doors, a whole plan on
 * one of reference lines. What is drawn on them is told by itself then. One use, one thread.
 */
final class MixedLayers {
  /** Wider than a leaf and most panes. */
  private static final double LONG_M = 2.2;

  /** Pairs of long lines on a layer of doors are gates up to this, and walls beyond. */
  private static final double ENOUGH_M = 15;

  private static final double MIN_RADIUS_M = 0.55;
  private static final double MAX_RADIUS_M = 1.3;
  private static final double MIN_SWEEP_RAD = Math.toRadians(60);
  private static final double MAX_SWEEP_RAD = Math.toRadians(115);
  private static final double HINGE_M = 0.05;

  /** Doors that tell a plan; one might be an example. */
  private static final int MIN_DOORS = 2;

  /** Layers that no wall is looked for on, for what their names say. */
  private static final Set<Role> SET_ASIDE =
      Set.of(Role.DIMENSION, Role.TEXT, Role.FRAME, Role.GRID, Role.HATCH, Role.ROOF);

  private final List<Expansion.Seen> seen;
  private final List<LineWork.Use> uses;
  private final ItemUses names;

  MixedLayers(List<Expansion.Seen> seen, List<LineWork.Use> uses, ItemUses names) {
    this.seen = seen;
    this.uses = uses;
    this.names = names;
  }

  /** Changes the uses of items on such layers. */
  void settle(List<LineWork.Line> lines, List<LineWork.Arc> arcs) {
    withWalls(lines).forEach(layer -> change(layer, one -> LineWork.Use.MIXED));
    withDoors(lines, arcs).forEach(layer -> change(layer, names::unnamed));
  }

  private interface Change {
    LineWork.Use of(Expansion.Seen one);
  }

  private void change(String layer, Change change) {
    for (int i = 0; i < seen.size(); i++) {
      if (layer(i).equals(layer) && names.symbolAround(seen.get(i)) == null) {
        uses.set(i, change.of(seen.get(i)));
      }
    }
  }

  private String layer(int item) {
    return seen.get(item).item().appearance().layer().name();
  }

  /** Layers of doors with long parallel lines as of walls. */
  private List<String> withWalls(List<LineWork.Line> lines) {
    var byLayer =
        byLayer(
            lines,
            line -> line.length() >= LONG_M && uses.get(line.item()) == LineWork.Use.DOOR,
            layer -> names.role(layer) == Role.DOOR);
    var found = new ArrayList<String>();
    byLayer.forEach(
        (layer, longLines) -> {
          var index = new LineIndex(longLines);
          double paired = 0;
          for (var line : longLines) {
            paired += isPaired(line, index) ? line.length() : 0;
          }
          if (paired >= ENOUGH_M) {
            found.add(layer);
          }
        });
    return found;
  }

  private static boolean isPaired(LineWork.Line line, LineIndex index) {
    var box = new Envelope(line.a(), line.b());
    box.expandBy(Sizes.MAX_WALL_M);
    return index.in(box).stream()
        .anyMatch(other -> !other.equals(line) && LooseWalls.faces(line, other));
  }

  /** Layers that are set aside for their names, but hold doors that swing. */
  private List<String> withDoors(List<LineWork.Line> lines, List<LineWork.Arc> arcs) {
    var doors = new HashMap<String, List<LineWork.Arc>>();
    for (var arc : arcs) {
      double sweep = Math.abs(arc.sweepRad());
      if (uses.get(arc.item()) == LineWork.Use.OTHER
          && arc.radius() >= MIN_RADIUS_M
          && arc.radius() <= MAX_RADIUS_M
          && sweep >= MIN_SWEEP_RAD
          && sweep <= MAX_SWEEP_RAD
          && SET_ASIDE.contains(names.role(layer(arc.item())))
          && names.symbolAround(seen.get(arc.item())) == null) {
        doors.computeIfAbsent(layer(arc.item()), l -> new ArrayList<>()).add(arc);
      }
    }
    doors.values().removeIf(list -> list.size() < MIN_DOORS);
    var found = new ArrayList<String>();
    if (doors.isEmpty()) {
      return found;
    }
    byLayer(lines, line -> true, doors::containsKey)
        .forEach(
            (layer, all) -> {
              var index = new LineIndex(all);
              long swings =
                  doors.getOrDefault(layer, List.of()).stream()
                      .filter(arc -> hasLeaf(arc, index))
                      .count();
              if (swings >= MIN_DOORS) {
                found.add(layer);
              }
            });
    return found;
  }

  private Map<String, List<LineWork.Line>> byLayer(
      List<LineWork.Line> lines, Predicate<LineWork.Line> which, Predicate<String> layers) {
    var byLayer = new TreeMap<String, List<LineWork.Line>>();
    for (var line : lines) {
      if (which.test(line) && layers.test(layer(line.item()))) {
        byLayer.computeIfAbsent(layer(line.item()), l -> new ArrayList<>()).add(line);
      }
    }
    return byLayer;
  }

  private static boolean hasLeaf(LineWork.Arc arc, LineIndex index) {
    return index.near(arc.center(), HINGE_M).stream()
        .anyMatch(line -> isLeaf(arc, line.a(), line.b()) || isLeaf(arc, line.b(), line.a()));
  }

  private static boolean isLeaf(LineWork.Arc arc, Coordinate hinge, Coordinate edge) {
    return hinge.distance(arc.center()) < HINGE_M
        && Math.min(edge.distance(arc.start()), edge.distance(arc.end())) < HINGE_M;
  }
}
