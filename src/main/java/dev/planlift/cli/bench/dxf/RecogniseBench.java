package dev.planlift.cli.bench.dxf;

import static dev.planlift.core.convert.ConversionStage.RECONSTRUCT;
import static dev.planlift.core.convert.ConversionStage.SOLIDIFY;

import com.sun.management.ThreadMXBean;
import dev.planlift.cli.bench.Bench;
import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.ConversionResult;
import dev.planlift.core.convert.ConversionStage;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** From a drawing to a scene, warm, on one thread, on plans of growing size. */
public final class RecogniseBench implements Bench {
  private static final List<Integer> SEGMENTS = List.of(100_000, 200_000, 400_000, 800_000);
  private static final List<String> STOREYS = List.of("ground floor", "first floor");
  private static final int RUNS = 3;
  private static final int WARM_UP_RUNS = 4;
  private static final double PROMISED_SECONDS = 3;
  private static final double PROMISED_GROWTH = 2.3;
  private static final Map<String, String> LAYERS =
      Map.of(
          "wall", "A-WALL",
          "window", "A-GLAZ",
          "door", "A-DOOR",
          "furniture", "A-FURN",
          "stair", "A-STRS",
          "dimension", "A-ANNO-DIMS",
          "text", "A-ANNO-TEXT");

  /** A kind of drawing. */
  private enum Kind {
    FLOOR("one floor of a hospital, layers named") {
      @Override
      Map<String, String> layers() {
        return LAYERS;
      }
    },
    BARE_FLOOR("the same, all on layer 0") {
      @Override
      Map<String, String> layers() {
        return Map.of();
      }
    },
    SHEET("a sheet of houses and offices") {
      @Override
      Map<String, String> layers() {
        return Map.of();
      }
    };

    private final String what;

    Kind(String what) {
      this.what = what;
    }

    abstract Map<String, String> layers();

    long draw(Path file, int segments) throws IOException {
      try (var draft = new PlanDraft(file, DrawnFloor.SYMBOLS, layers())) {
        if (this == SHEET) {
          sheet(draft, segments);
        } else {
          floor(draft, segments);
        }
        return draft.segments();
      }
    }

    private static void floor(PlanDraft draft, int segments) throws IOException {
      double islands = segments / 1590.0;
      int columns = (int) Math.max(1, Math.round(Math.sqrt(islands / 3)));
      int rows = (int) Math.max(1, Math.round(islands / columns));
      new DrawnFloor(draft, new Random(1), columns, rows, 12, 0, 0).draw();
    }

    /** Rows of houses of two storeys, each row beside an office of two. */
    private static void sheet(PlanDraft draft, int segments) throws IOException {
      int columns = (int) Math.max(2, Math.round(Math.sqrt(segments / 1000.0)));
      double y = 0;
      for (int row = 0; draft.segments() < segments; row++) {
        double x = 0;
        double high = DrawnHouse.TILE;
        for (int column = 0; column < columns && draft.segments() < segments; column++) {
          int seed = row * columns + column;
          for (int storey = 0; storey < STOREYS.size(); storey++) {
            var house = new DrawnHouse(draft, seed, storey, x, y);
            house.draw("House " + seed + " - " + STOREYS.get(storey));
            x += DrawnHouse.TILE;
          }
        }
        for (int storey = 0; storey < STOREYS.size(); storey++) {
          var random = new Random(2L * row + storey);
          var floor = new DrawnFloor(draft, random, 1, 1 + row % 3, 8, x, y);
          if (draft.segments() < segments) {
            floor.draw();
            draft.text(x, y - 2500, 400, "Office " + row + " - " + STOREYS.get(storey));
          }
          x += floor.width() + 2 * DrawnHouse.TILE;
          high = Math.max(high, floor.height() + DrawnHouse.TILE);
        }
        y += high;
      }
    }
  }

  /** What recognition and solids took, and what came out. */
  private record Taken(Duration time, Duration processor, long bytes, ConversionResult result) {}

  @Override
  public String name() {
    return "recognise";
  }

  @Override
  public String what() {
    return "from line work to walls and solids, warm: time, memory and how they grow";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException {
    boolean promised = true;
    for (var kind : Kind.values()) {
      setup.line("%s", kind.what);
      setup.line(
          "%9s %9s %9s %9s %7s %7s %7s %7s %9s",
          "segments", "ms", "cpu ms", "MB", "growth", "walls", "doors", "windows", "rooms");
      promised &= grows(setup, kind);
    }
    return promised;
  }

  private static boolean grows(BenchSetup setup, Kind kind) throws IOException {
    boolean promised = true;
    double before = 0;
    for (int segments : setup.segments().isEmpty() ? SEGMENTS : setup.segments()) {
      var plan = setup.scratch().resolve("plan-" + segments + ".dxf");
      long drawn = kind.draw(plan, segments);
      for (int i = 0; before == 0 && i < WARM_UP_RUNS; i++) {
        converted(setup, plan);
      }
      var best = best(setup, plan);
      double growth = before == 0 ? 0 : best.processor().toMillis() / before;
      before = Math.max(1, best.processor().toMillis());
      setup.line(
          "%9d %9d %9d %9d %7.2f %7d %7d %7d %9d",
          drawn,
          best.time().toMillis(),
          best.processor().toMillis(),
          best.bytes() / 1_000_000,
          growth,
          best.result().walls(),
          best.result().doors(),
          best.result().windows(),
          best.result().rooms());
      promised &= growth <= PROMISED_GROWTH && best.result().planFound();
      promised &= segments > 100_000 || best.time().toMillis() <= PROMISED_SECONDS * 1000;
      Files.delete(plan);
    }
    return promised;
  }

  private static Taken best(BenchSetup setup, Path plan) {
    var best = converted(setup, plan);
    for (int i = 1; i < RUNS; i++) {
      var next = converted(setup, plan);
      best = next.processor().compareTo(best.processor()) < 0 ? next : best;
    }
    return best;
  }

  private static Taken converted(BenchSetup setup, Path plan) {
    var meter = new Meter();
    var result =
        new Converter()
            .convert(
                new ConversionRequest(
                    plan,
                    plan.getFileName().toString(),
                    ConversionOptions.DEFAULTS,
                    setup.scratch().resolve("model.glb"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()),
                meter);
    return new Taken(meter.time, Duration.ofNanos(meter.processorNanos), meter.bytes, result);
  }

  /** Adds up the two stages that are measured. */
  private static final class Meter implements ConversionListener {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Duration time = Duration.ZERO;
    private long processorNanos;
    private long bytes;

    private static boolean isMeasured(ConversionStage stage) {
      return stage == RECONSTRUCT || stage == SOLIDIFY;
    }

    @Override
    public void stageStarted(ConversionStage stage) {
      if (isMeasured(stage)) {
        processorNanos -= THREADS.getCurrentThreadCpuTime();
        bytes -= THREADS.getCurrentThreadAllocatedBytes();
      }
    }

    @Override
    public void stageFinished(ConversionStage stage, Duration took) {
      if (isMeasured(stage)) {
        processorNanos += THREADS.getCurrentThreadCpuTime();
        bytes += THREADS.getCurrentThreadAllocatedBytes();
        time = time.plus(took);
      }
    }
  }
}
