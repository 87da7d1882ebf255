package dev.planlift.cli.bench.pdf;

import dev.planlift.cli.Json;
import dev.planlift.cli.bench.ChildConversion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What became of one file, in a warm runner and in a process of its own.
 *
 * @param expected what whoever chose the file says it is; empty where nobody does
 */
record CorpusRow(String name, String expected, WarmRunner.Run warm, ChildConversion cold) {
  private static final String PLAN = "plan";
  private static final Set<String> PLANS = Set.of("vector_plan", "scanned_plan", "mixed");

  static final String HEAD =
      "| file | listed as | page class | scale | sure | walls | doors | windows | rooms | outcome"
          + " | warm, s | processor, s | cold, s | MiB |";

  static final String RULE =
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

  boolean crashed() {
    return warm.crashed() || cold.outcome() == ChildConversion.Outcome.CRASHED;
  }

  /** Of the best page that was taken; of a file without one, what keeps it from being converted. */
  String pageClass() {
    var taken =
        Json.at(warm.report(), "pages").stream()
            .flatMap(pages -> pages instanceof List<?> list ? list.stream() : List.of().stream())
            .filter(page -> page instanceof Map<?, ?> m && Boolean.TRUE.equals(m.get("taken")))
            .map(page -> Json.string(page, "class"))
            .findFirst();
    return taken.orElse(warm.outcome().equals("NOTHING_TO_CONVERT") ? "document" : "–");
  }

  /** Whether the file is a plan by the list and by its page's class, or neither. */
  boolean asListed() {
    return expected.isEmpty() || expected.equals(PLAN) == PLANS.contains(pageClass());
  }

  /** A plan that became a model. */
  boolean isConvertedPlan() {
    return expected.equals(PLAN) && warm.outcome().equals("SUCCESS");
  }

  double coldSeconds() {
    return cold.millis() / 1e3;
  }

  /** As Markdown. */
  String line() {
    boolean done = warm.outcome().equals("SUCCESS");
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.2f | %.2f | %.2f | %d |",
        name,
        expected,
        pageClass(),
        done ? Json.string(warm.report(), "units", "used") : "",
        done ? Math.round(100 * Json.decimal(warm.report(), "units", "confidence")) + " %" : "",
        count(done, "walls"),
        count(done, "doors"),
        count(done, "windows"),
        count(done, "rooms"),
        warm.outcome(),
        warm.seconds(),
        warm.processorSeconds(),
        coldSeconds(),
        cold.peakBytes() >> 20);
  }

  private String count(boolean done, String what) {
    return done ? String.valueOf(Json.number(warm.report(), "plan", what)) : "";
  }
}
