package dev.planlift.cli.bench.pdf;

import dev.planlift.cli.bench.BenchSetup;
import dev.planlift.core.pdf.PdfInspection;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whether all paths of real files are found: another program, in a process of its own, counts how
 * often lines are drawn and areas filled on each page.
 */
final class PathsPart implements PdfBench.Part {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** MuPDF's own list of a page's paths; a page that it cannot read has none. */
  private static final String COUNT =
      """
      import sys, fitz
      fitz.TOOLS.mupdf_display_errors(False)
      document = fitz.open(sys.argv[1])
      if not document.needs_pass:
          for page in document:
              print(sum(2 if d['type'] == 'fs' else 1 for d in page.get_cdrawings()))
      """;

  /** Pages that both read. */
  private record Tally(int same, int other) {
    Tally plus(Tally more) {
      return new Tally(same + more.same, other + more.other);
    }
  }

  @Override
  public String name() {
    return "paths";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException, InterruptedException {
    var python = setup.python().map(Path::toString).orElse("/usr/bin/python3");
    if (output(List.of(python, "-c", "import fitz")).isEmpty()) {
      setup.line(
          "Not compared: %s has no module fitz, which is MuPDF (Debian: python3-fitz; --python"
              + " names another).",
          python);
      return true;
    }
    var total = new Tally(0, 0);
    for (var file : PdfFiles.in(setup.drawingsOr("corpus/pdf"))) {
      var counted = output(List.of(python, "-c", COUNT, file.toString()));
      if (counted.isPresent()) {
        total =
            total.plus(compared(setup, file, counted.get().lines().map(Long::valueOf).toList()));
      }
    }
    setup.line(
        "%d pages were counted by both: %d alike, %d not",
        total.same() + total.other(), total.same(), total.other());
    return total.other() == 0;
  }

  private static Tally compared(BenchSetup setup, Path file, List<Long> counted) {
    List<Long> ours;
    try {
      ours = PdfInspection.of(file).pages().stream().map(PdfInspection.Page::paths).toList();
    } catch (PermanentError e) {
      setup.line("%-48s %s", PdfFiles.name(file), e.code());
      return new Tally(0, 0);
    }
    int pages = Math.min(ours.size(), counted.size());
    int same = 0;
    for (int i = 0; i < pages; i++) {
      if (ours.get(i).equals(counted.get(i))) {
        same++;
      } else {
        setup.line(
            "%-48s page %d: %d, MuPDF %d", PdfFiles.name(file), i + 1, ours.get(i), counted.get(i));
      }
    }
    return new Tally(same, pages - same);
  }

  /** What a program prints; empty where it is missing, fails or does not end. */
  private static Optional<String> output(List<String> command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var atLimit = CompletableFuture.delayedExecutor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      var late = CompletableFuture.runAsync(process::destroyForcibly, atLimit);
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = process.waitFor() == 0;
      late.cancel(false);
      return done ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
