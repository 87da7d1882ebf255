package dev.planlift.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.planlift.error.ErrorCategory;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real drawings by hundreds of hands. Each is converted or refused with a code; none may crash or
 * hang the converter, and of each every entity is accounted for.
 */
class SharedCorpusTest {

  /** Of processor time, so that a busy machine changes nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Every so manyth file is converted twice. */
  private static final int TWICE_EVERY = 8;

  @TempDir Path folder;

  @Test
  void everyDrawingIsConvertedOrRefusedAndAccountedFor() throws Exception {
    var drawings = SharedFolder.drawings(SharedFolder.require("corpus/dxf"));
    var outcomes = new TreeMap<String, String>();
    var wrong = new ArrayList<String>();
    int number = 0;
    for (var drawing : drawings) {
      var name = drawing.getFileName().toString();
      var outcome = outcomeOf(drawing, folder);
      outcomes.put(name, outcome);
      if (outcome.startsWith("crashed")) {
        wrong.add(name + ": " + outcome);
      } else {
        wrong.addAll(faultsOfReport(drawing, outcome));
      }
      if (outcome.equals("done") && number++ % TWICE_EVERY == 0 && !sameAgain(drawing)) {
        wrong.add(name + ": another model the second time");
      }
      for (var file : List.of(".glb", ".report.json")) {
        Files.deleteIfExists(folder.resolve(name + file));
      }
    }
    System.out.println("corpus: " + counts(outcomes));
    assertThat(wrong).isEmpty();
    assertThat(outcomes).containsValue("done");
  }

  private static Map<String, Long> counts(Map<String, String> outcomes) {
    return outcomes.values().stream()
        .map(outcome -> outcome.startsWith("crashed") ? "crashed" : outcome)
        .collect(Collectors.groupingBy(outcome -> outcome, TreeMap::new, Collectors.counting()));
  }

  /** {@code done}, {@code refused CODE} or {@code crashed: why}; a watchdog ends the wait. */
  private static String outcomeOf(Path drawing, Path into) throws InterruptedException {
    var task = new FutureTask<>(() -> Conversions.convert(drawing, into));
    var thread = Thread.ofPlatform().daemon().name("converting " + drawing.getFileName());
    var started = thread.start(task);
    while (true) {
      try {
        task.get(1, TimeUnit.SECONDS);
        return "done";
      } catch (TimeoutException e) {
        long cpuNanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(started.threadId());
        if (cpuNanos > PATIENCE.toNanos()) {
          return "crashed: not done after " + PATIENCE.toSeconds() + " s of processor time";
        }
      } catch (ExecutionException e) {
        return e.getCause() instanceof PermanentError refusal
                && refusal.code().category() != ErrorCategory.INTERNAL
            ? "refused " + refusal.code()
            : "crashed: "
                + Optional.ofNullable(e.getCause()).map(SharedCorpusTest::told).orElse("");
      }
    }
  }

  private static String told(Throwable thrown) {
    var trace = thrown.getStackTrace();
    return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private List<String> faultsOfReport(Path drawing, String outcome) throws IOException {
    var name = drawing.getFileName().toString();
    var file = Conversions.reportOf(drawing, folder);
    if (!Files.exists(file)) {
      return List.of(name + ": no report, " + outcome);
    }
    var report = new ObjectMapper().readTree(file.toFile());
    var entities = report.path("entities");
    var faults = new ArrayList<String>();
    if (!addsUp(entities)) {
      faults.add(name + ": " + entities.path("read") + " read, but " + entities);
    }
    long ofTypes = 0;
    for (var type : report.path("byType").properties()) {
      ofTypes += type.getValue().path("read").asLong();
      if (!addsUp(type.getValue())) {
        faults.add(name + ": " + type);
      }
    }
    if (ofTypes != entities.path("read").asLong()) {
      faults.add(name + ": types sum to " + ofTypes + " of " + entities.path("read"));
    }
    return faults;
  }

  private static boolean addsUp(JsonNode counts) {
    return counts.path("read").asLong(-1)
        == counts.path("converted").asLong()
            + counts.path("approximated").asLong()
            + counts.path("skipped").asLong();
  }

  private boolean sameAgain(Path drawing) throws Exception {
    var again = Files.createTempDirectory(folder, "again");
    var name = drawing.getFileName() + ".glb";
    return outcomeOf(drawing, again).equals("done")
        && Files.mismatch(folder.resolve(name), again.resolve(name)) == -1;
  }
}
