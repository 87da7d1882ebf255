package dev.planlift.cli.bench;

import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Many drawings at once. */
final class BurstBench implements Bench {
  private static final int JOBS = 50;

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public String what() {
    return JOBS + " drawings with distinct bytes posted at once: all end in SUCCESS, none twice";
  }

  private record Done(String state, long attempts) {}

  @Override
  public boolean run(BenchSetup setup)
      throws IOException, LaunchException, InterruptedException, ExecutionException {
    var settings =
        new EmbeddedSettings(setup.installation(), setup.scratch().resolve("burst"))
            .withEnvironment(Map.of("PLANLIFT_INTAKE_RATELIMIT", "false"));
    try (var server = EmbeddedServer.start(settings, setup.out()::println);
        var client = new JobClient(server.address());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var house = Files.readString(setup.installation().samples().resolve("house.dxf"));
      var tasks = new ArrayList<Callable<Done>>();
      for (int i = 0; i < JOBS; i++) {
        tasks.add(job(client, distinct(setup.scratch(), house, i)));
      }
      long start = System.nanoTime();
      var states = new TreeMap<String, Integer>();
      long attempts = 0;
      for (var future : threads.invokeAll(tasks)) {
        var done = future.get();
        states.merge(done.state(), 1, Integer::sum);
        attempts += done.attempts();
      }
      setup.line(
          "%d jobs in %.1f s: %s, %d attempts",
          JOBS, (System.nanoTime() - start) / 1e9, states, attempts);
      return states.equals(Map.of("SUCCESS", JOBS)) && attempts == JOBS;
    }
  }

  private static Callable<Done> job(JobClient client, Path drawing) {
    return () -> {
      var id = Json.string(client.post(drawing), "id");
      var state = JobEnds.await(client, id);
      return new Done(state, Json.number(client.get(id), "attempt"));
    };
  }

  /** The same drawing with another comment at its head. */
  private static Path distinct(Path folder, String drawing, int number) throws IOException {
    return Files.writeString(
        folder.resolve("house-" + number + ".dxf"),
        "999\ncopy " + number + "\n" + drawing,
        StandardCharsets.UTF_8);
  }
}
