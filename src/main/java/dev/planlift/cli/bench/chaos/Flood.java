package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.EmbeddedSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Many small drawings at once; what each part pays for one of them.
 *
 * @param idle runners answer at once without converting, so that the service alone is seen
 */
record Flood(boolean idle) implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(60);
  private static final int CLIENTS = 16;
  private static final int PROMISED_PER_SECOND = 150;

  @Override
  public String name() {
    return idle ? "flood-idle" : "flood";
  }

  @Override
  public String what() {
    return "small drawings as fast as they are taken, wanted 150 a second; processor time a job"
        + (idle ? "; runners do nothing" : "");
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.RABBIT;
  }

  @Override
  public Size usual() {
    return new Size(10_000, 0, 1);
  }

  @Override
  public Optional<EmbeddedSettings> settings(EmbeddedSettings usual, Rig rig) {
    return Optional.of(
        idle
            ? usual.withEnvironment(
                Map.of(
                    "PLANLIFT_RUNNER_JVMARGUMENTS",
                    "-Dplanlift.test.noop=true",
                    "PLANLIFT_RUNNER_RECYCLEAFTER",
                    "1000000"))
            : usual);
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    warm(bed);
    var before = cpu(bed);
    long start = System.nanoTime();
    try (var load = Load.small(bed, size.jobs(), CLIENTS, size.jobs())) {
      load.awaitPosted(LIMIT);
      double perSecond = load.accepted() / ((System.nanoTime() - start) / 1e9);
      out.accept(
          "%d accepted, %.0f a second (wanted: %d); %d had ended by then; connections %d"
              .formatted(
                  load.accepted(), perSecond, PROMISED_PER_SECOND, load.ended(), connections(bed)));
      print("processor time until all were accepted", before, cpu(bed), load.accepted(), out);
      boolean clean = Verdict.on(load, bed, LIMIT, out);
      out.accept(
          "all ended %.0f s after the first post; connections %d, rows %s"
              .formatted((System.nanoTime() - start) / 1e9, connections(bed), rows(bed)));
      print("processor time until all had ended", before, cpu(bed), load.accepted(), out);
      histograms(bed, out);
      return clean
          && (!size.timed() || perSecond >= PROMISED_PER_SECOND)
          && rows(bed).getOrDefault("outbox", -1L) == 0;
    }
  }

  /** The first requests compile what all others use. */
  private static void warm(Testbed bed) throws InterruptedException {
    try (var load = Load.small(bed, 50, 4, 50)) {
      load.awaitEnd(LIMIT);
    }
  }

  /** Milliseconds by part. */
  static Map<String, Long> cpu(Testbed bed) {
    var server = bed.server().server();
    var cpu = new LinkedHashMap<String, Long>();
    cpu.put("server", ProcessFigures.cpuMillis(server));
    cpu.put(
        "runners",
        ProcessFigures.endedChildrenMillis(server) + ProcessFigures.descendantsMillis(server));
    cpu.put(
        "broker",
        bed.brokers().stream().mapToLong(b -> ProcessFigures.treeMillis(b.process())).sum());
    cpu.put("database", ProcessFigures.treeMillis(bed.server().database()));
    cpu.put("load generator", loadGenerator());
    return cpu;
  }

  private static long loadGenerator() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1_000_000
        : 0;
  }

  private static void print(
      String title,
      Map<String, Long> before,
      Map<String, Long> after,
      int jobs,
      Consumer<String> out) {
    var words = new StringBuilder(title + ", ms a job:");
    after.forEach(
        (part, millis) ->
            words.append(
                " %s %.1f"
                    .formatted(part, (double) (millis - before.getOrDefault(part, 0L)) / jobs)));
    out.accept(words.toString());
  }

  /** Rows by table. */
  private static Map<String, Long> rows(Testbed bed) throws SQLException {
    var rows = new HashMap<String, Long>();
    for (var table : new String[] {"job", "job_audit", "job_stage", "outbox", "server_life"}) {
      rows.put(table, number(bed, "select count(*) from " + table));
    }
    return rows;
  }

  static long connections(Testbed bed) throws SQLException {
    return number(
        bed,
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid()");
  }

  private static long number(Testbed bed, String select) throws SQLException {
    try (var connection = bed.database().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(select)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Queue wait and run time, as the server counts them. */
  private static void histograms(Testbed bed, Consumer<String> out)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var request =
          HttpRequest.newBuilder(bed.address().resolve("/metrics?scope=application")).build();
      http.send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(
              line ->
                  line.startsWith("worker_queue_wait_seconds_")
                      || line.startsWith("worker_task_duration_seconds_"))
          .forEach(out);
    }
  }
}
