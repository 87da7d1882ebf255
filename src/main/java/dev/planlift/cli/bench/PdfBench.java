package dev.planlift.cli.bench;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.pdf.PdfInspection;
import dev.planlift.core.pdf.PdfReader;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How fast pages of PDF are read, and whether all paths on them are: another program, in a process
 * of its own, counts how often lines are drawn and areas filled on each page.
 */
final class PdfBench implements Bench {
  private static final int PATHS = 57_000;
  private static final int RUNS = 12;
  private static final double PROMISED_SECONDS = 0.6;

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

  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public String what() {
    return "reading a large page, and paths found against MuPDF's; needs python3 with fitz";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException, InterruptedException {
    boolean fast = readsLargePage(setup);
    boolean same = true;
    int pages = 0;
    for (var file : pdfFiles(setup.drawingsOr("corpus/pdf"))) {
      var counted = counted(setup, file);
      if (counted.isPresent()) {
        same &= compare(setup, file, counted.get());
        pages += counted.get().size();
      }
    }
    setup.line("%d pages were counted by both", pages);
    return fast && same;
  }

  private static boolean readsLargePage(BenchSetup setup) throws IOException {
    var file = setup.scratch().resolve("a0.pdf");
    Files.write(file, LargePage.of(PATHS));
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      new PdfReader().read(file, ConversionOptions.DEFAULTS, part -> {});
      seconds.add((System.nanoTime() - start) / 1e9);
    }
    long read = PdfInspection.of(file).pages().getFirst().paths();
    if (read < PATHS) {
      throw new IOException("Of " + PATHS + " paths " + read + " were read");
    }
    double cold = seconds.getFirst();
    double warm = seconds.stream().skip(RUNS / 2).sorted().skip(RUNS / 4).findFirst().orElse(cold);
    setup.line("A0 with %d paths: first %.2f s, warm %.2f s", PATHS, cold, warm);
    return warm <= PROMISED_SECONDS;
  }

  private static boolean compare(BenchSetup setup, Path file, List<Long> counted) {
    List<Long> ours;
    try {
      ours = PdfInspection.of(file).pages().stream().map(PdfInspection.Page::paths).toList();
    } catch (PermanentError e) {
      setup.line("%-48s %s", file.getFileName(), e.code());
      return true;
    }
    boolean same = true;
    for (int i = 0; i < Math.min(ours.size(), counted.size()); i++) {
      if (!ours.get(i).equals(counted.get(i))) {
        setup.line(
            "%-48s page %d: %d, MuPDF %d", file.getFileName(), i + 1, ours.get(i), counted.get(i));
        same = false;
      }
    }
    return same;
  }

  /** Paths of each page; empty where the other program is missing or fails. */
  private static Optional<List<Long>> counted(BenchSetup setup, Path file)
      throws IOException, InterruptedException {
    var python = setup.python().map(Path::toString).orElse("/usr/bin/python3");
    var process =
        new ProcessBuilder(python, "-c", COUNT, file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0
        ? Optional.of(text.lines().map(Long::valueOf).toList())
        : Optional.empty();
  }

  private static List<Path> pdfFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
          .sorted()
          .toList();
    }
  }
}
