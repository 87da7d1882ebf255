package dev.planlift.core.solid.budget;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.scene.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a model may weigh.
 *
 * @param asked the limits that were given; at most as much is allowed
 */
public record Budget(Map<Limit, Long> asked) {
  /** Steps that save a smaller share are left for when nothing else helps. */
  private static final double WORTH_IT = 0.02;

  public Budget {
    asked = Collections.unmodifiableMap(new EnumMap<>(asked));
  }

  /**
   * What keeping a budget came to.
   *
   * @param before what the model would have weighed
   * @param steps that were taken, in order
   */
  public record Outcome(Budget budget, Size before, Size reached, List<Taken> steps) {
    public Outcome {
      steps = List.copyOf(steps);
    }

    /** The limits that could not be kept. */
    public Set<Limit> broken() {
      return budget.exceededBy(reached);
    }
  }

  /** A scene that keeps to a budget, or comes as near to it as can be. */
  public record Kept(Scene scene, Outcome outcome) {}

  /** A step and what the model weighs after it. */
  public record Taken(Step step, Size reached) {}

  public static Budget of(ConversionOptions options) {
    var asked = new EnumMap<Limit, Long>(Limit.class);
    for (var limit : Limit.values()) {
      if (options.isGiven(limit.option())) {
        asked.put(limit, Long.parseLong(options.text(limit.option())));
      }
    }
    return new Budget(asked);
  }

  public boolean isAsked() {
    return !asked.isEmpty();
  }

  /** The limits that a model of a size goes beyond. */
  public Set<Limit> exceededBy(Size size) {
    var exceeded = EnumSet.noneOf(Limit.class);
    asked.forEach(
        (limit, most) -> {
          if (size.of(limit) > most) {
            exceeded.add(limit);
          }
        });
    return exceeded;
  }

  /**
   * Makes a scene lighter, step by step, until it is within the budget or no step is left. The same
   * scene and budget give the same answer.
   *
   * @param weigh what a scene weighs once written; called once a step that may help
   */
  public Kept keep(Scene scene, Function<Scene, Size> weigh) {
    var run = new Run(weigh, scene);
    run.steps(WORTH_IT);
    run.steps(0);
    return new Kept(run.scene, new Outcome(this, run.before, run.size, run.taken));
  }

  /** Goes through the steps. */
  private final class Run {
    private final Function<Scene, Size> weigh;
    private final Size before;
    private final List<Taken> taken = new ArrayList<>();
    private final Set<Step> done = EnumSet.noneOf(Step.class);
    private Scene scene;
    private Size size;

    Run(Function<Scene, Size> weigh, Scene scene) {
      this.weigh = weigh;
      this.scene = scene;
      this.before = weigh.apply(scene);
      this.size = before;
    }

    /**
     * Takes every step that helps and was not taken yet.
     *
     * @param least the share of something too heavy that it has to save
     */
    void steps(double least) {
      for (var step : Step.values()) {
        boolean mayHelp = !Collections.disjoint(exceededBy(size), step.lightens());
        if (mayHelp && !done.contains(step)) {
          take(step, least);
        }
      }
    }

    private void take(Step step, double least) {
      var lighter = step.apply(scene);
      var reached = weigh.apply(lighter);
      if (helps(size, reached, least)) {
        scene = lighter;
        size = reached;
        taken.add(new Taken(step, reached));
        done.add(step);
      }
    }
  }

  /** Less of something that there is too much of, and not too much of anything else. */
  private boolean helps(Size from, Size to, double least) {
    var exceeded = exceededBy(from);
    var still = exceededBy(to);
    return exceeded.containsAll(still)
        && exceeded.stream()
            .anyMatch(
                limit ->
                    !still.contains(limit) || to.of(limit) < (long) ((1 - least) * from.of(limit)));
  }
}
