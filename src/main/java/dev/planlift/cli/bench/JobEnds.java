package dev.planlift.cli.bench;

import dev.planlift.cli.JobClient;
import dev.planlift.cli.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Waits for jobs. */
final class JobEnds {
  private static final Set<String> TERMINAL =
      Set.of("SUCCESS", "FAILURE", "CANCELLED", "DEAD_LETTER");

  private JobEnds() {}

  /** The state in which the job ended. */
  static String await(JobClient client, String id) throws IOException {
    while (true) {
      var state = Json.string(client.await(id, Duration.ofSeconds(30)), "state");
      if (TERMINAL.contains(state)) {
        return state;
      }
    }
  }
}
