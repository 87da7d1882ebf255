package dev.planlift.cli.bench.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Real drawings in a row: what the server holds does not grow. */
record Soak() implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(60);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final int CLIENTS = 4;
  private static final int AHEAD = 8;
  private static final int GLANCES = 10;
  private static final long MAX_DRAWING_BYTES = 2 << 20;

  /** What may come and go between two glances at a server that works. */
  private static final int THREADS = 12;

  private static final int FILES = 40;
  private static final int CONNECTIONS = 4;
  private static final double MEMORY = 1.15;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String what() {
    return "real drawings in a row: memory, threads, files and connections of the server stay flat";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(2000, 0, 1);
  }

  private record Glance(
      int ended, long residentMebibytes, int threads, int files, long connections, long scratch) {
    static Glance at(Testbed bed, int ended) throws SQLException, IOException {
      var server = bed.server().server();
      return new Glance(
          ended,
          ProcessFigures.residentBytes(server) >> 20,
          ProcessFigures.threads(server),
          ProcessFigures.openFiles(server),
          Flood.connections(bed),
          jobFolders(bed));
    }

    private static long jobFolders(Testbed bed) throws IOException {
      var scratch = bed.server().data().resolve("scratch");
      if (!Files.exists(scratch)) {
        return 0;
      }
      try (Stream<Path> folders = Files.list(scratch)) {
        return folders.filter(folder -> folder.getFileName().toString().startsWith("job-")).count();
      }
    }

    @Override
    public String toString() {
      return "%6d %8d MiB %8d %8d %12d %12d"
          .formatted(ended, residentMebibytes, threads, files, connections, scratch);
    }
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    var drawings = drawings();
    var salt = UUID.randomUUID();
    out.accept(drawings.size() + " drawings in turn, each time with bytes of its own");
    out.accept(" ended     resident  threads    files  connections  job folders");
    var glances = new ArrayList<Glance>();
    try (var load =
        new Load(
            bed,
            size.jobs(),
            CLIENTS,
            AHEAD,
            i -> distinct(drawings.get(i % drawings.size()), salt + " " + i))) {
      bed.watch(load);
      for (int i = 1; i <= GLANCES; i++) {
        load.awaitEnded(size.jobs() * i / GLANCES, LIMIT);
        glances.add(Glance.at(bed, load.ended()));
        out.accept(glances.getLast().toString());
      }
      boolean clean = Verdict.on(load, bed, LIMIT, out);
      Thread.sleep(QUIET);
      var last = Glance.at(bed, load.ended());
      out.accept(last.toString());
      return clean && isFlat(glances, last);
    }
  }

  /** The second half against the first, without the first glance, at which all is new. */
  private static boolean isFlat(List<Glance> glances, Glance last) {
    var early = glances.subList(1, GLANCES / 2);
    return last.scratch() == 0
        && last.residentMebibytes()
            <= MEMORY * early.stream().mapToLong(Glance::residentMebibytes).max().orElse(0)
        && last.connections()
            <= CONNECTIONS + early.stream().mapToLong(Glance::connections).max().orElse(0)
        && last.threads() <= THREADS + early.stream().mapToInt(Glance::threads).max().orElse(0)
        && last.files() <= FILES + early.stream().mapToInt(Glance::files).max().orElse(0);
  }

  private static byte[] distinct(byte[] drawing, String number) {
    var head = ("999\n" + number + "\n").getBytes(StandardCharsets.US_ASCII);
    var both = new byte[head.length + drawing.length];
    System.arraycopy(head, 0, both, 0, head.length);
    System.arraycopy(drawing, 0, both, head.length, drawing.length);
    return both;
  }

  /** The samples, and the smaller ones of the shared drawings that are text. */
  private static List<byte[]> drawings() throws IOException {
    var drawings = new ArrayList<byte[]>();
    var home = dev.planlift.cli.embedded.Installation.find();
    var shared = System.getenv("PLANLIFT_SHARED");
    var folders = new ArrayList<>(List.of(home.samples()));
    if (shared != null) {
      folders.add(Path.of(shared, "plans", "dxf"));
      folders.add(Path.of(shared, "corpus", "dxf"));
    }
    for (var folder : folders) {
      if (Files.isDirectory(folder)) {
        read(folder, drawings);
      }
    }
    return drawings;
  }

  private static void read(Path folder, List<byte[]> into) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".dxf")).sorted().toList()) {
        if (Files.size(file) <= MAX_DRAWING_BYTES) {
          var bytes = Files.readAllBytes(file);
          if (isText(bytes)) {
            into.add(bytes);
          }
        }
      }
    }
  }

  /** A binary drawing, or a broken one, would not bear a comment before its first group. */
  private static boolean isText(byte[] drawing) {
    var head = new String(drawing, 0, Math.min(drawing.length, 8), StandardCharsets.ISO_8859_1);
    return head.strip().startsWith("0") || head.strip().startsWith("999");
  }
}
