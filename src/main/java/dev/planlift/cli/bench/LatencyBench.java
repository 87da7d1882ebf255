package dev.planlift.cli.bench;

import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * What the service itself takes: runners that answer at once leave nothing but its own part. From
 * just before a POST to the time that the job's row says it was begun, on a system that has nothing
 * else to do; and the processor time of the server's process, of nothing else, for each job.
 */
final class LatencyBench implements Bench {
  private static final int WARM_UP = 1000;
  private static final int ONE_BY_ONE = 200;
  private static final int AT_ONCE = 1000;
  private static final int CLIENTS = 4;
  private static final double MOST_P95_MS = 50;
  private static final double MOST_CPU_MS = 10;

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLANLIFT_INTAKE_RATELIMIT",
          "false",
          "PLANLIFT_RUNNER_RECYCLEAFTER",
          "1000000",
          "PLANLIFT_RUNNER_JVMARGUMENTS",
          "-Dplanlift.test.noop=true");

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String what() {
    return "runners that do nothing: from POST to RUNNING, p95 under 50 ms when idle; the server's"
        + " own CPU for a job, at most 10 ms";
  }

  @Override
  public boolean run(BenchSetup setup)
      throws IOException, LaunchException, InterruptedException, ExecutionException {
    var settings =
        new EmbeddedSettings(setup.installation(), setup.scratch().resolve("latency"))
            .withEnvironment(ENVIRONMENT);
    try (var server = EmbeddedServer.start(settings, setup.out()::println);
        var client = new JobClient(server.address())) {
      var jobs = new Jobs(setup.scratch(), client);
      jobs.atOnce(WARM_UP);
      double p95 = oneByOne(setup, jobs);
      double cpu = atOnce(setup, server, jobs);
      return p95 < MOST_P95_MS && cpu <= MOST_CPU_MS;
    }
  }

  private static double oneByOne(BenchSetup setup, Jobs jobs) throws IOException {
    var millis = new double[ONE_BY_ONE];
    for (int i = 0; i < ONE_BY_ONE; i++) {
      var posted = Instant.now();
      var id = jobs.post();
      JobEnds.await(jobs.client(), id);
      var started = Instant.parse(Json.string(jobs.client().get(id), "startedAt"));
      millis[i] = Duration.between(posted, started).toNanos() / 1e6;
    }
    Arrays.sort(millis);
    double p95 = millis[ONE_BY_ONE * 95 / 100];
    setup.line(
        "from POST to RUNNING, %d jobs one by one: p50 %.1f ms, p95 %.1f ms, most %.1f ms",
        ONE_BY_ONE, millis[ONE_BY_ONE / 2], p95, millis[ONE_BY_ONE - 1]);
    return p95;
  }

  private static double atOnce(BenchSetup setup, EmbeddedServer server, Jobs jobs)
      throws IOException, InterruptedException, ExecutionException {
    var before = cpu(server);
    long start = System.nanoTime();
    jobs.atOnce(AT_ONCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    double perJob = cpu(server).minus(before).toNanos() / 1e6 / AT_ONCE;
    setup.line(
        "the server's own CPU, %d jobs by %d clients: %.1f ms a job; %.0f jobs/s from first POST to"
            + " last end",
        AT_ONCE, CLIENTS, perJob, AT_ONCE / seconds);
    return perJob;
  }

  private static Duration cpu(EmbeddedServer server) {
    return server.server().info().totalCpuDuration().orElseThrow();
  }

  /** Drawings as small as can be, each with bytes of its own. */
  private record Jobs(Path folder, JobClient client) {
    String post() throws IOException {
      var id = UUID.randomUUID();
      var drawing = "999\n" + id + "\n0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n";
      var file = Files.writeString(folder.resolve(id + ".dxf"), drawing);
      var job = Json.string(client.post(file), "id");
      Files.delete(file);
      return job;
    }

    /** Posts so many and returns when all have ended. */
    void atOnce(int count) throws InterruptedException, ExecutionException, IOException {
      Callable<String> one = this::post;
      try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
        var posts = threads.invokeAll(IntStream.range(0, count).mapToObj(i -> one).toList());
        // From the last one: when it has ended, few others have not.
        for (var post : posts.reversed()) {
          JobEnds.await(client, post.get());
        }
      }
    }
  }
}
