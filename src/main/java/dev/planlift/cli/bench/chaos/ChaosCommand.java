package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.DeleteTree;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlift bench chaos}: breaks servers and counts jobs. */
@Command(
    name = "chaos",
    description =
        "Kills, cuts and floods servers of its own and counts what becomes of their jobs; without a"
            + " name, says which proofs there are.",
    mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
  private static final int BROKEN = 70;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PROOF", arity = "0..*", description = "which; all for all of them")
  private List<String> names = new ArrayList<>();

  @Option(names = "--jobs", paramLabel = "N", description = "drawings that are posted")
  private @Nullable Integer jobs;

  @Option(names = "--kills", paramLabel = "N", description = "how often something is killed")
  private @Nullable Integer kills;

  @Option(
      names = "--old",
      paramLabel = "FOLDER",
      description = "an earlier version, built there: what is broken is a server of that one")
  private @Nullable Path old;

  @Option(names = "--seed", paramLabel = "N", description = "of what is left to chance")
  private @Nullable Long seed;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public ChaosCommand() {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      Proofs.ALL.forEach(proof -> out.printf("%-22s %s%n", proof.name(), proof.what()));
      out.flush();
      return 0;
    }
    boolean held = true;
    for (var proof : chosen()) {
      held &= run(proof);
    }
    return held ? 0 : BROKEN;
  }

  private boolean run(Proof proof) throws Exception {
    var usual = proof.usual();
    var size =
        new Size(
            jobs == null ? usual.jobs() : jobs,
            kills == null ? usual.kills() : kills,
            seed == null ? usual.seed() : seed);
    say("== " + proof.name() + ": " + proof.what());
    say("%d jobs, %d kills, seed %d".formatted(size.jobs(), size.kills(), size.seed()));
    var scratch = Files.createTempDirectory("planlift-chaos");
    boolean held;
    long start = System.nanoTime();
    var installation = old == null ? Installation.find() : new Installation(old);
    var usualSettings = new EmbeddedSettings(installation, scratch.resolve("server"));
    var started = new AtomicReference<@Nullable Testbed>();
    try (var rig = new Rig();
        var progress = new Progress(PATIENCE, () -> state(started.get()), this::say)) {
      var settings = proof.settings(usualSettings, rig);
      if (settings.isEmpty()) {
        say(proof.name() + ": skipped, as this account or system does not allow it");
        return true;
      }
      var bed = rig.add(Testbed.start(proof.kind(), settings.get(), progress::say));
      started.set(bed);
      held = proof.run(bed, size, progress::say);
    }
    say(
        "%s: %s after %d s"
            .formatted(
                proof.name(),
                held ? "held" : "BROKEN",
                (System.nanoTime() - start) / 1_000_000_000));
    // What has gone wrong is to be looked at.
    if (held) {
      clear(scratch);
    } else {
      say("logs and files: " + scratch);
    }
    return held;
  }

  private static String state(@Nullable Testbed bed) {
    return bed == null ? "server, database and broker are being started" : bed.state();
  }

  private static void clear(Path scratch) throws IOException {
    DeleteTree.ifThere(scratch);
  }

  private void say(String line) {
    var out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private List<Proof> chosen() {
    if (names.equals(List.of("all"))) {
      return Proofs.ALL;
    }
    return names.stream().map(this::named).toList();
  }

  private Proof named(String name) {
    return Proofs.ALL.stream()
        .filter(proof -> proof.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no proof "
                        + name
                        + "; there are "
                        + Proofs.ALL.stream().map(Proof::name).toList()));
  }
}
