package dev.planlift.cli.bench.dxf;

import dev.planlift.cli.bench.Bench;
import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.core.convert.Checkpointing;
import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.ConversionStage;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What keeping a conversion's stages costs, and what it saves when the conversion is repeated. */
public final class RepeatBench implements Bench {
  private static final List<Integer> MEGABYTES = List.of(1, 10, 100);
  private static final Pattern WRITTEN =
      Pattern.compile("\"checkpoint\"\\s*:\\s*\\{[^}]*\"millis\"\\s*:\\s*(\\d+)");

  @Override
  public String name() {
    return "repeat";
  }

  @Override
  public String what() {
    return "what it costs to keep what stages made, and what a repetition saves by it";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException {
    setup.line(
        "%6s %10s %10s %10s %12s %10s %10s %8s",
        "MB", "READ", "RECONSTR.", "written", "kept bytes", "from it", "whole", "same");
    boolean same = true;
    for (int megabytes : setup.megabytes().isEmpty() ? MEGABYTES : setup.megabytes()) {
      var drawing = setup.scratch().resolve("plan-" + megabytes + ".dxf");
      new LargePlan(setup.installation().samples().resolve("house.dxf"))
          .write(drawing, false, megabytes * 1_000_000L);
      same &= row(setup, drawing);
      Files.delete(drawing);
    }
    return same;
  }

  private static boolean row(BenchSetup setup, Path drawing) throws IOException {
    var kept = setup.scratch().resolve(Checkpointing.fileOf(ConversionStage.RECONSTRUCT));
    // Any stage is worth keeping here; what is written within a quarter of its time is kept.
    var first =
        convert(
            setup,
            drawing,
            new Checkpointing(
                Optional.empty(),
                ConversionStage.EXPORT,
                Optional.of(setup.scratch()),
                Duration.ofMillis(1)));
    if (!Files.exists(kept)) {
      setup.line("%6d nothing was worth keeping", Files.size(drawing) / 1_000_000);
      return true;
    }
    var again =
        convert(
            setup,
            drawing,
            new Checkpointing(
                Optional.of(kept), ConversionStage.EXPORT, Optional.empty(), Duration.ZERO));
    boolean same = Files.mismatch(first.model(), again.model()) < 0;
    setup.line(
        "%6d %8d ms %8d ms %8s ms %12d %7d ms %7d ms %8s",
        Files.size(drawing) / 1_000_000,
        first.millis(ConversionStage.READ),
        first.millis(ConversionStage.RECONSTRUCT),
        first.written(),
        Files.size(kept),
        again.millis(ConversionStage.READ) + again.millis(ConversionStage.RECONSTRUCT),
        first.whole().toMillis(),
        same ? "yes" : "NO");
    Files.delete(kept);
    Files.deleteIfExists(setup.scratch().resolve(Checkpointing.fileOf(ConversionStage.READ)));
    Files.delete(first.model());
    Files.delete(again.model());
    return same;
  }

  /** One conversion, its stages' times, and the time for the checkpoint. */
  private record Measured(
      Path model, Map<ConversionStage, Duration> stages, Duration whole, String written) {
    long millis(ConversionStage stage) {
      return stages.getOrDefault(stage, Duration.ZERO).toMillis();
    }
  }

  private static Measured convert(BenchSetup setup, Path drawing, Checkpointing files)
      throws IOException {
    var model = setup.scratch().resolve(files.from().isPresent() ? "again.glb" : "first.glb");
    var report = setup.scratch().resolve("report.json");
    var stages = new EnumMap<ConversionStage, Duration>(ConversionStage.class);
    var listener =
        new ConversionListener() {
          @Override
          public void stageFinished(ConversionStage stage, Duration took) {
            stages.put(stage, took);
          }

          @Override
          public void stageReused(ConversionStage stage, Duration took) {
            stages.put(stage, took);
          }
        };
    long start = System.nanoTime();
    new Converter()
        .convert(
            new ConversionRequest(
                    drawing,
                    "plan.dxf",
                    ConversionOptions.parse(setup.options()),
                    model,
                    Optional.of(report),
                    Optional.empty(),
                    List.of())
                .with(files),
            listener);
    var whole = Duration.ofNanos(System.nanoTime() - start);
    var written = WRITTEN.matcher(Files.readString(report));
    var millis = written.find() ? written.group(1) : "-";
    Files.delete(report);
    return new Measured(model, stages, whole, millis);
  }
}
