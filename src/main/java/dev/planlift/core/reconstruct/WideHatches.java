package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hatches of whole rooms, as plans of occupancy have them: wider apart than those of walls. Their
 * lines are left out. They are drawn with one pen each, many at one distance, and do not begin and
 * end square to themselves, as partitions, boards and the bays of a car park do.
 */
final class WideHatches {
  private static final double WIDEST_M = 1;
  private static final int FEWEST = 8;

  /** What runs so nearly along or across what other pens draw may be anything. */
  private static final double SLANTED_RAD = Math.toRadians(8);

  private static final double RIGHT_RAD = Math.PI / 2;
  private static final int STEPS = 180;

  private WideHatches() {}

  /** The line work without them. */
  static LineWork without(LineWork work) {
    var pens = byPen(work);
    if (pens.size() < 2) {
      return work;
    }
    var others = new HashMap<String, double[]>();
    pens.forEach(
        (pen, lines) -> {
          if (!areMost(lines.stream().map(HatchLine::line).toList())) {
            others.put(pen, lengths(lines));
          }
        });
    var taken = new HashSet<LineWork.Line>();
    pens.forEach(
        (pen, lines) -> {
          double main = mainRad(others, pen);
          Hatched.families(
              lines,
              FEWEST,
              family -> {
                if (isSlanted(family.getFirst().angleRad(), main)) {
                  take(family, taken);
                }
              });
        });
    return taken.isEmpty()
        ? work
        : work.with(
            work.lines().stream().filter(line -> !taken.contains(line)).toList(), work.areas());
  }

  private static Map<String, List<HatchLine>> byPen(LineWork work) {
    var pens = new HashMap<String, List<HatchLine>>();
    for (var line : work.lines()) {
      if (work.mayBeWall(line.item()) && work.isPlotted(line.item())) {
        pens.computeIfAbsent(LayerShares.layer(work, line), pen -> new ArrayList<>())
            .add(HatchLine.of(line));
      }
    }
    return pens;
  }

  /** Whether most of what one pen draws are such hatches. */
  static boolean areMost(List<LineWork.Line> lines) {
    var taken = new HashSet<LineWork.Line>();
    var hatch = new ArrayList<>(lines.stream().map(HatchLine::of).toList());
    Hatched.families(hatch, FEWEST, family -> take(family, taken));
    return length(taken) > length(lines) / 2;
  }

  private static double length(Collection<LineWork.Line> lines) {
    return lines.stream().mapToDouble(LineWork.Line::length).sum();
  }

  private static void take(List<HatchLine> parallel, Set<LineWork.Line> taken) {
    double angle = parallel.get(parallel.size() / 2).angleRad();
    var rows = Hatched.rows(parallel, angle);
    var next = Hatched.next(rows, WIDEST_M);
    var hatch = new HashSet<LineWork.Line>();
    for (var group : Hatched.groups(rows, next)) {
      if (group.size() >= FEWEST && !Hatched.isSquare(rows, next, group)) {
        group.forEach(i -> hatch.add(rows.get(i).line()));
      }
    }
    var all = parallel.stream().map(HatchLine::line).toList();
    // Where rooms end there is not always another line beside one.
    taken.addAll(length(hatch) > length(all) / 2 ? all : hatch);
  }

  /** How much line runs in each direction or across it. */
  private static double[] lengths(List<HatchLine> lines) {
    var lengths = new double[STEPS];
    for (var line : lines) {
      int step = (int) Math.round(line.angleRad() / RIGHT_RAD * STEPS);
      lengths[Math.floorMod(step, STEPS)] += line.length();
    }
    return lengths;
  }

  /** The direction that most lines of other pens run in, or across to it. */
  private static double mainRad(Map<String, double[]> lengths, String without) {
    var sum = new double[STEPS];
    lengths.forEach(
        (pen, of) -> {
          for (int i = 0; i < STEPS && !pen.equals(without); i++) {
            sum[i] += of[i];
          }
        });
    int most = 0;
    for (int i = 1; i < STEPS; i++) {
      most = sum[i] > sum[most] ? i : most;
    }
    return most * RIGHT_RAD / STEPS;
  }

  private static boolean isSlanted(double angleRad, double mainRad) {
    return Math.abs(Math.IEEEremainder(angleRad - mainRad, RIGHT_RAD)) > SLANTED_RAD;
  }
}
