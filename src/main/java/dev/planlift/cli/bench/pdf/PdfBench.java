package dev.planlift.cli.bench.pdf;

import dev.planlift.cli.bench.Bench;
import dev.planlift.cli.bench.BenchSetup;
import java.io.IOException;
import java.util.List;

/** What PDFs take, part by part. */
public final class PdfBench implements Bench {
  /** One measurement. */
  interface Part {
    String name();

    /**
     * Measures and prints.
     *
     * @return whether everything was as promised
     */
    boolean run(BenchSetup setup) throws IOException, InterruptedException;
  }

  private static final List<Part> PARTS =
      List.of(new PagePart(), new PathsPart(), new CorpusPart(), new SetPart());

  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public String what() {
    return "PDFs: a large page, paths found against MuPDF's, real files, a set of 300 pages (--part)";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException, InterruptedException {
    var names = PARTS.stream().map(Part::name).toList();
    if (!names.containsAll(setup.parts())) {
      throw new IOException("The parts of pdf are " + names + ", not " + setup.parts());
    }
    boolean asPromised = true;
    for (var part : PARTS) {
      if (setup.parts().isEmpty() || setup.parts().contains(part.name())) {
        setup.line("-- %s", part.name());
        asPromised &= part.run(setup);
      }
    }
    return asPromised;
  }
}
