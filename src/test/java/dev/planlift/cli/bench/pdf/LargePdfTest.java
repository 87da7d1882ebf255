package dev.planlift.cli.bench.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.InputFormat;
import dev.planlift.core.pdf.PdfInspection;
import dev.planlift.core.pdf.PdfReader;
import dev.planlift.runner.RunnerLaunch;
import dev.planlift.runner.RunnerOutcome;
import dev.planlift.runner.RunnerProcess;
import dev.planlift.runner.RunnerRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages and sets of pages that are as large as offices send them. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LargePdfTest {
  private static final int PATHS = 57_000;

  /** What reading a path may allocate: itself, its place and what is read to make it. */
  private static final long BYTES_A_PATH = 6000;

  private static final int PAGES = 24;

  @TempDir private Path folder;

  @Test
  void allPathsOfALargePageAreReadAndEachTakesLittle() throws IOException {
    var file = Files.write(folder.resolve("a0.pdf"), LargePage.of(PATHS));
    assertThat(PdfInspection.of(file).pages())
        .singleElement()
        .satisfies(page -> assertThat(page.paths()).isEqualTo(PATHS));
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    var drawing = new PdfReader().read(file, ConversionOptions.DEFAULTS, part -> {});
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(drawing.items()).hasSize(PATHS);
    assertThat(allocated).isLessThan(BYTES_A_PATH * PATHS);
  }

  /** The pictures alone are larger than the heap. */
  @Test
  void aSetLargerThanTheHeapIsConvertedPageByPage() throws IOException {
    var file = folder.resolve("set.pdf");
    LargeSet.write(file, PAGES, 200_000_000);
    var launch =
        new RunnerLaunch(
                RunnerLaunch.thisJava(),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                128 << 20,
                folder.resolve("tmp"))
            .warmFor(InputFormat.PDF);
    try (var runner = RunnerProcess.start(launch)) {
      for (var options : List.of(Map.<String, String>of(), Map.of("pages", "10-12"))) {
        var request = new RunnerRequest("1", file, "set.pdf", options, folder);
        assertThat(runner.convert(request, event -> {}))
            .as("with %s", options)
            .isInstanceOf(RunnerOutcome.Converted.class);
      }
    }
    assertThat(Files.size(file)).isBetween(199_000_000L, 201_000_000L);
  }
}
