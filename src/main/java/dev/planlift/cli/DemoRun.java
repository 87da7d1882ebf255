package dev.planlift.cli;

import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.Installation;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends the sample and shows what becomes of it. */
final class DemoRun {
  private static final Set<String> TERMINAL =
      Set.of("SUCCESS", "FAILURE", "CANCELLED", "DEAD_LETTER");

  /** Often enough to see the stages pass, and below the limit of requests for a while. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  private static final int GLANCES = 50;

  private final JobClient client;
  private final Terminal terminal;
  private final EmbeddedServer server;
  private final Set<String> shown = new HashSet<>();

  DemoRun(JobClient client, Terminal terminal, EmbeddedServer server) {
    this.client = client;
    this.terminal = terminal;
    this.server = server;
  }

  /** The exit code. */
  int show(Installation installation) throws IOException {
    var drawing = installation.samples().resolve("house.dxf");
    InputFile.check(drawing);
    terminal.line("");
    terminal.line("POST /api/v1/jobs  samples/house.dxf");
    long start = System.nanoTime();
    var job = client.post(drawing);
    var id = Json.string(job, "id");
    terminal.line("  job " + terminal.bold(id));
    job = follow(id);
    long millis = (System.nanoTime() - start) / 1_000_000;
    var state = Json.string(job, "state");
    if (!state.equals("SUCCESS")) {
      terminal.line(
          "  %s: %s %s"
              .formatted(
                  terminal.bad(state),
                  Json.string(job, "error", "code"),
                  Json.string(job, "error", "message")));
      return Failure.OUR_FAULT;
    }
    terminal.line("  " + terminal.good(state) + " " + Terminal.time(millis) + " after the POST");
    terminal.line("");
    tell(id, client.report(id));
    return 0;
  }

  private Map<String, @Nullable Object> follow(String id) throws IOException {
    for (int glance = 0; ; glance++) {
      var job = glance < GLANCES ? client.get(id) : client.await(id, Duration.ofSeconds(20));
      showStages(job);
      if (TERMINAL.contains(Json.string(job, "state"))) {
        return job;
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private void showStages(Map<String, @Nullable Object> job) {
    var stages = Json.at(job, "stages").orElse(List.of());
    if (!(stages instanceof List<?> list)) {
      return;
    }
    for (var stage : list) {
      var name = Json.string(stage, "name");
      if (Json.at(stage, "finishedAt").isPresent() && shown.add(name)) {
        terminal.line(
            "  %-12s %8s"
                .formatted(
                    name.toLowerCase(Locale.ROOT), Terminal.time(Json.number(stage, "millis"))));
      }
    }
    long progress = Json.number(job, "progress");
    terminal.passing(
        "  %s %3d %% %s"
            .formatted(
                Terminal.bar(progress / 100.0),
                progress,
                Json.string(job, "stage").toLowerCase(Locale.ROOT)));
  }

  private void tell(String id, Map<String, @Nullable Object> report) {
    terminal.line(
        "The model: %s, %d triangles"
            .formatted(
                Terminal.bytes(Json.number(report, "outputs", "glbBytes")),
                Json.number(report, "outputs", "triangles")));
    terminal.line(
        "           %s, %s, %s, %s"
            .formatted(
                Terminal.count(Json.number(report, "plan", "walls"), "wall"),
                Terminal.count(Json.number(report, "plan", "doors"), "door"),
                Terminal.count(Json.number(report, "plan", "windows"), "window"),
                Terminal.count(Json.number(report, "plan", "rooms"), "room")));
    terminal.line("Look at it: " + terminal.bold(server.address() + "#/jobs/" + id));
  }
}
