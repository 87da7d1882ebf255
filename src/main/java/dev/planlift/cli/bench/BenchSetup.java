package dev.planlift.cli.bench;

import dev.planlift.cli.embedded.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What benchmarks work with.
 *
 * @param drawings a folder of drawings to measure instead of the usual ones
 * @param scorer a program that compares a model with the truth about its plan, as {@code python3
 *     SCORER MODEL.glb TRUTH.json}
 * @param megabytes sizes of the drawings that are made; empty for a benchmark's own
 * @param options of the conversions, by name, where a benchmark heeds them
 * @param segments sizes of the plans to be recognised, in lines; empty for a benchmark's own
 * @param python a Python that has ezdxf, instead of one that is found
 * @param kabeja the jar of Kabeja, where it is to be measured too
 * @param parts of a benchmark that has such, by name; empty for all of them
 * @param table where a benchmark's table goes as Markdown, too
 * @param scratch a folder for what they make; theirs to empty
 */
public record BenchSetup(
    Installation installation,
    Optional<Path> drawings,
    Optional<Path> scorer,
    List<Integer> megabytes,
    Map<String, String> options,
    List<Integer> segments,
    Optional<Path> python,
    Optional<Path> kabeja,
    List<String> parts,
    Optional<Path> table,
    Path scratch,
    PrintWriter out) {
  public BenchSetup {
    megabytes = List.copyOf(megabytes);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    segments = List.copyOf(segments);
    parts = List.copyOf(parts);
  }

  /** The given folder, or one below the folder of shared drawings. */
  public Path drawingsOr(String shared) {
    return drawings.orElseGet(() -> shared().resolve(shared));
  }

  /** The given folder, or all of the shared drawings and the samples. */
  List<Path> allDrawings() throws IOException {
    var folders =
        drawings
            .map(List::of)
            .orElseGet(
                () ->
                    List.of(
                        shared().resolve("corpus/dxf"),
                        shared().resolve("plans/dxf"),
                        installation.home().resolve("samples")));
    var all = new ArrayList<Path>();
    for (var folder : folders) {
      all.addAll(dxfFiles(folder));
    }
    return all;
  }

  /** The given folder's, or the samples. */
  public List<Path> drawingsOrSamples() throws IOException {
    return dxfFiles(drawings.orElse(installation.samples()));
  }

  Optional<Path> scorerIfThere() {
    var script = scorer.orElseGet(() -> shared().resolve("tools/score_plan.py"));
    return Files.exists(script) ? Optional.of(script) : Optional.empty();
  }

  private Path shared() {
    var named = System.getenv("PLANLIFT_SHARED");
    return named == null
        ? installation.home().resolveSibling("shared")
        : Path.of(named).toAbsolutePath();
  }

  static List<Path> dxfFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".dxf"))
          .sorted()
          .toList();
    }
  }

  /** Prints a line. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation is a library of its own
  public void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
