package dev.planlift.cli.bench;

import dev.planlift.cli.bench.dxf.ColdBench;
import dev.planlift.cli.bench.dxf.DxfBench;
import dev.planlift.cli.bench.dxf.PreviewBench;
import dev.planlift.cli.bench.dxf.RecogniseBench;
import dev.planlift.cli.bench.dxf.RepeatBench;
import dev.planlift.cli.bench.pdf.PdfBench;
import java.util.List;

/** One benchmark. */
public interface Bench {
  /** All there are, in the order in which they are run. */
  List<Bench> ALL =
      List.of(
          new PlansBench(),
          new CorpusBench(),
          new ModelsBench(),
          new UploadBench(),
          new BurstBench(),
          new LatencyBench(),
          new PdfBench(),
          new DxfBench(),
          new ColdBench(),
          new RecogniseBench(),
          new RepeatBench(),
          new PreviewBench());

  String name();

  /** One line: what is measured. */
  String what();

  /**
   * Measures and prints.
   *
   * @return whether everything was as promised
   * @throws Exception whatever keeps it from measuring; the message says it
   */
  boolean run(BenchSetup setup) throws Exception;
}
