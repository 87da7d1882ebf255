package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds curved steps: three or more arcs about one centre in equal steps of a tread's depth. */
final class CurvedTreads {
  private static final double MIN_STEP_M = 0.2;
  private static final double MAX_STEP_M = 0.42;
  private static final double EQUAL_M = 0.012;
  private static final double ONE_CENTRE_M = 0.03;
  private static final double ON_ARC_M = 0.01;
  private static final double MIN_RADIUS_M = 0.6;
  private static final double MIN_SWEEP_RAD = Math.toRadians(30);
  private static final double FACING_RAD = Math.toRadians(20);
  private static final int FEWEST = 3;

  /** About one centre more are no steps, and not looked at. */
  private static final int MOST = 60;

  private final LineWork work;
  private final HPRtree centres = new HPRtree();
  private final Set<LineWork.Arc> steps = new HashSet<>();

  private CurvedTreads(LineWork work) {
    this.work = work;
  }

  /** Their lines, among those that are no walls by their layer. */
  static Set<LineWork.Line> find(LineWork work) {
    return new CurvedTreads(work).lines();
  }

  private Set<LineWork.Line> lines() {
    var arcs = work.arcs().stream().filter(this::mayBeStep).toList();
    arcs.forEach(arc -> centres.insert(new Envelope(arc.center()), arc));
    for (var arc : arcs) {
      if (!steps.contains(arc)) {
        addSteps(concentric(arc));
      }
    }
    var lines = new HashSet<LineWork.Line>();
    var items = new HashSet<Integer>();
    steps.forEach(arc -> items.add(arc.item()));
    for (var line : items.isEmpty() ? List.<LineWork.Line>of() : work.lines()) {
      if (items.contains(line.item()) && steps.stream().anyMatch(arc -> isOn(line, arc))) {
        lines.add(line);
      }
    }
    return lines;
  }

  private boolean mayBeStep(LineWork.Arc arc) {
    return work.use(arc.item()) == LineWork.Use.FREE
        && arc.radius() >= MIN_RADIUS_M
        && Math.abs(arc.sweepRad()) >= MIN_SWEEP_RAD;
  }

  /** Those about the same centre that face the same way, from the smallest. */
  private List<LineWork.Arc> concentric(LineWork.Arc arc) {
    var around = new Envelope(arc.center());
    around.expandBy(ONE_CENTRE_M);
    var found = new ArrayList<LineWork.Arc>();
    centres.query(
        around,
        item -> {
          if (item instanceof LineWork.Arc other && off(middle(arc), middle(other)) < FACING_RAD) {
            found.add(other);
          }
        });
    found.sort(Comparator.comparingDouble(LineWork.Arc::radius));
    return found.size() > MOST ? List.of() : found;
  }

  /** The direction from the centre to the middle of an arc. */
  private static double middle(LineWork.Arc arc) {
    var center = arc.center();
    var start = arc.start();
    return Math.atan2(start.y - center.y, start.x - center.x) + arc.sweepRad() / 2;
  }

  private static double off(double angle, double other) {
    return Math.abs(Math.IEEEremainder(angle - other, 2 * Math.PI));
  }

  private void addSteps(List<LineWork.Arc> arcs) {
    for (int i = 0; i < arcs.size(); i++) {
      for (int j = i + 1; j < arcs.size(); j++) {
        double step = arcs.get(j).radius() - arcs.get(i).radius();
        if (step >= MIN_STEP_M && step <= MAX_STEP_M) {
          var run = run(arcs, i, step);
          if (run.size() >= FEWEST) {
            steps.addAll(run);
          }
        }
      }
    }
  }

  private static List<LineWork.Arc> run(List<LineWork.Arc> arcs, int from, double step) {
    var run = new ArrayList<LineWork.Arc>();
    double next = arcs.get(from).radius();
    for (var arc : arcs.subList(from, arcs.size())) {
      if (Math.abs(arc.radius() - next) <= EQUAL_M) {
        run.add(arc);
        next = arc.radius() + step;
      }
    }
    return run;
  }

  private static boolean isOn(LineWork.Line line, LineWork.Arc arc) {
    return isOn(line.a(), arc) && isOn(line.b(), arc);
  }

  private static boolean isOn(Coordinate p, LineWork.Arc arc) {
    return Math.abs(p.distance(arc.center()) - arc.radius()) <= ON_ARC_M;
  }
}
