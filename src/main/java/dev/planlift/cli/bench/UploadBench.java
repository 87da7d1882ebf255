package dev.planlift.cli.bench;

import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.runner.ProcessMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The largest drawing that is taken, sent to a server with little memory. */
final class UploadBench implements Bench {
  private static final long SIZE_BYTES = 100L << 20;
  private static final int HEAP_MIB = 256;
  private static final Duration GLANCE = Duration.ofMillis(500);

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public String what() {
    return "a drawing of 100 MiB to a server with a heap of 256 MiB: its heap stays flat";
  }

  @Override
  public boolean run(BenchSetup setup) throws IOException, LaunchException, InterruptedException {
    var drawing = drawing(setup.scratch().resolve("lines.dxf"));
    var settings =
        new EmbeddedSettings(setup.installation(), setup.scratch().resolve("upload"))
            .withJvmArguments("-Xmx" + HEAP_MIB + "m");
    try (var server = EmbeddedServer.start(settings, setup.out()::println);
        var client = new JobClient(server.address());
        var heap = new HeapWatch(server.address(), GLANCE)) {
      Thread.sleep(Duration.ofSeconds(2));
      setup.line("server heap before: %d MiB", heap.peakBytes() >> 20);
      long start = System.nanoTime();
      var id = Json.string(client.post(drawing), "id");
      long posted = System.nanoTime();
      setup.line(
          "%d bytes accepted in %.2f s; peak of the server's heap %d MiB",
          Files.size(drawing), (posted - start) / 1e9, heap.peakBytes() >> 20);
      var state = JobEnds.await(client, id);
      setup.line(
          "job ended in %s after %.1f s; peak of the server's heap %d MiB, resident %d MiB",
          state,
          (System.nanoTime() - start) / 1e9,
          heap.peakBytes() >> 20,
          ProcessMemory.peakResidentBytes(server.server().pid()).orElse(0) >> 20);
      return heap.peakBytes() < (long) HEAP_MIB << 20;
    }
  }

  /** A DXF of the greatest size there may be: short walls in rows. */
  private static Path drawing(Path file) throws IOException {
    byte[] end = "  0\nENDSEC\n  0\nEOF\n".getBytes(StandardCharsets.US_ASCII);
    try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      byte[] head = "  0\nSECTION\n  2\nENTITIES\n".getBytes(StandardCharsets.US_ASCII);
      out.write(head);
      long left = SIZE_BYTES - head.length - end.length;
      for (int i = 0; ; i++) {
        byte[] line = line(i).getBytes(StandardCharsets.US_ASCII);
        if (line.length > left) {
          break;
        }
        out.write(line);
        left -= line.length;
      }
      out.write(end);
    }
    return file;
  }

  private static String line(int i) {
    int x = i % 1000 * 5000;
    int y = i / 1000 * 5000;
    return String.format(
        Locale.ROOT,
        "  0%nLINE%n  8%nWALLS%n 10%n%d.0%n 20%n%d.0%n 11%n%d.0%n 21%n%d.0%n",
        x,
        y,
        x + 4000,
        y);
  }
}
