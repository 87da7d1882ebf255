package dev.planlift.cli;

import static picocli.CommandLine.Help.Visibility.NEVER;

import dev.planlift.cli.bench.Bench;
import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.cli.bench.chaos.ChaosCommand;
import dev.planlift.cli.embedded.DeleteTree;
import dev.planlift.cli.embedded.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlift bench}: the benchmarks. */
@Command(
    name = "bench",
    description = "Runs benchmarks and prints their tables; without a name, says which there are.",
    subcommands = ChaosCommand.class,
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "which; all for all of them")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--drawings",
      paramLabel = "FOLDER",
      description = "drawings to measure (default: those of $PLANLIFT_SHARED, else ../shared)")
  private @Nullable Path drawings;

  @Option(
      names = "--scorer",
      paramLabel = "SCRIPT",
      description = "compares models with the truth of their plans: python3 SCRIPT MODEL TRUTH")
  private @Nullable Path scorer;

  @Option(
      names = "--mb",
      paramLabel = "MB",
      split = ",",
      description = "sizes of what dxf, cold and pdf --part set make, in millions of bytes")
  private List<Integer> megabytes = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "name=value",
      showDefaultValue = NEVER,
      description = "an option of the conversions that models makes; repeatable")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--segments",
      paramLabel = "LINES",
      split = ",",
      description = "sizes of the plans that recognise makes, in lines")
  private List<Integer> segments = new ArrayList<>();

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      description = "a Python with ezdxf, or fitz, to compare with (default: one that is found)")
  private @Nullable Path python;

  @Option(names = "--kabeja", paramLabel = "JAR", description = "Kabeja, to compare with")
  private @Nullable Path kabeja;

  @Option(
      names = "--part",
      paramLabel = "PART",
      split = ",",
      description = "of pdf: page, paths, corpus, set; by default all of them")
  private List<String> parts = new ArrayList<>();

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "where the table of pdf --part corpus goes as Markdown, too")
  private @Nullable Path table;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  BenchCommand() {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      Bench.ALL.forEach(bench -> out.printf("%-16s %s%n", bench.name(), bench.what()));
      out.printf("%-16s %s%n", "chaos", "a command of its own: servers killed, jobs counted");
      out.flush();
      return 0;
    }
    boolean asPromised = true;
    for (var bench : chosen()) {
      var scratch = Files.createTempDirectory("planlift-bench");
      try {
        var setup =
            new BenchSetup(
                Installation.find(),
                Optional.ofNullable(drawings),
                Optional.ofNullable(scorer),
                megabytes,
                options,
                segments,
                Optional.ofNullable(python),
                Optional.ofNullable(kabeja),
                parts,
                Optional.ofNullable(table),
                scratch,
                out);
        out.println("== " + bench.name() + ": " + bench.what());
        asPromised &= bench.run(setup);
      } finally {
        DeleteTree.ifThere(scratch);
      }
    }
    return asPromised ? 0 : Failure.OUR_FAULT;
  }

  private List<Bench> chosen() {
    if (names.equals(List.of("all"))) {
      return Bench.ALL;
    }
    return names.stream().map(this::named).toList();
  }

  private Bench named(String name) {
    return Bench.ALL.stream()
        .filter(bench -> bench.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no benchmark "
                        + name
                        + "; there are "
                        + Bench.ALL.stream().map(Bench::name).toList()));
  }
}
