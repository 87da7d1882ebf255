package dev.planlift.core.reconstruct;

import dev.planlift.core.geom.DisjointSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Lines with little room between them, found on a grid of cells. */
final class LineGroups {
  /** Lines up to two cells apart are together. */
  private static final double CELL_M = 0.5;

  private static final double TOUCH_M = 0.1;

  private static final int REACH = 2;
  private static final int STEPS_A_CELL = 2;

  /** A side of the sheet has at most so many cells. */
  private static final int MAX_CELLS = 2000;

  /** Lines that run to and fro over the sheet enter no more cells than this in all. */
  private static final double MAX_STEPS = 4e6;

  /** What lies together, and the box around it. */
  record Group(List<LineWork.Line> lines, Envelope box) {}

  private final double cell;
  private final CellNumbers numbers = new CellNumbers();

  private LineGroups(double cell) {
    this.cell = cell;
  }

  static List<Group> of(List<LineWork.Line> lines) {
    return of(lines, CELL_M);
  }

  /** Lines that touch each other, or nearly. */
  static List<Group> touching(List<LineWork.Line> lines) {
    return of(lines, TOUCH_M);
  }

  private static List<Group> of(List<LineWork.Line> lines, double cellM) {
    var all = new Envelope();
    for (var line : lines) {
      all.expandToInclude(line.a());
      all.expandToInclude(line.b());
    }
    double side = Math.max(all.getWidth(), all.getHeight());
    double total = lines.stream().mapToDouble(LineWork.Line::length).sum();
    double least = Math.max(side / MAX_CELLS, STEPS_A_CELL * total / MAX_STEPS);
    return new LineGroups(Math.max(cellM, least)).group(lines);
  }

  private List<Group> group(List<LineWork.Line> lines) {
    for (var line : lines) {
      int steps = (int) Math.ceil(line.length() / cell * STEPS_A_CELL);
      for (int i = 0; i <= steps; i++) {
        double t = steps == 0 ? 0 : (double) i / steps;
        var x = line.a().x + t * (line.b().x - line.a().x);
        var y = line.a().y + t * (line.b().y - line.a().y);
        numbers.put(column(x), column(y));
      }
    }
    var sets = joined();
    var groups = new HashMap<Integer, Group>();
    var inOrder = new ArrayList<Group>();
    for (var line : lines) {
      int root = sets.root(number(line.a()));
      var group = groups.get(root);
      if (group == null) {
        group = new Group(new ArrayList<>(), new Envelope());
        groups.put(root, group);
        inOrder.add(group);
      }
      group.lines().add(line);
      group.box().expandToInclude(line.a());
      group.box().expandToInclude(line.b());
    }
    return inOrder;
  }

  private int number(Coordinate at) {
    return Math.max(0, numbers.get(column(at.x), column(at.y)));
  }

  private int column(double metres) {
    return (int) Math.floor(metres / cell);
  }

  private DisjointSets joined() {
    var sets = new DisjointSets(numbers.size());
    for (int number = 0; number < numbers.size(); number++) {
      int x = numbers.column(number);
      int y = numbers.row(number);
      for (int dx = 0; dx <= REACH; dx++) {
        for (int dy = -REACH; dy <= REACH; dy++) {
          int other = numbers.get(x + dx, y + dy);
          if (other >= 0) {
            sets.join(number, other);
          }
        }
      }
    }
    return sets;
  }
}
