package dev.planlift.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.planlift.score.PlanScore;
import dev.planlift.score.PlanScorer;
import dev.planlift.score.PlanTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans whose truth is known, drawn in eight manners. */
class SharedPlansTest {
  /** The manners this version is meant to read. */
  private static final Pattern MEANT = Pattern.compile(".*-(outline|lines|r12)-.*");

  private static final Pattern ASIDE = Pattern.compile("plan1\\d[159]-.*");

  @TempDir Path folder;

  @Test
  void plansOfOutlinesLinesAndOldDialectScoreWell() throws IOException {
    var scores = new LinkedHashMap<String, PlanScore>();
    for (var drawing : SharedFolder.drawings(SharedFolder.require("plans/dxf"))) {
      var name = drawing.getFileName().toString().replace(".dxf", "");
      var truth = PlanTruth.read(drawing.resolveSibling(name + ".expected.json"));
      var model = Conversions.convert(drawing, folder).model();
      scores.put(name, new PlanScorer(truth).score(model));
    }
    scores.forEach((name, score) -> System.out.printf("%-26s %s%n", name, score));
    double mean =
        scores.entrySet().stream()
            .filter(e -> MEANT.matcher(e.getKey()).matches())
            .mapToDouble(e -> e.getValue().score())
            .average()
            .orElseThrow();
    double all = scores.values().stream().mapToDouble(PlanScore::score).average().orElseThrow();
    System.out.printf("mean of outline, lines, r12: %.3f; of all: %.3f%n", mean, all);
    assertThat(mean).isGreaterThanOrEqualTo(0.80);
    assertThat(scores)
        .allSatisfy(
            (name, score) -> {
              assertThat(score.openWalls()).as(name).isEmpty();
              assertThat(score.doubleWallArea()).as(name).isLessThan(0.01);
            });
  }

  @Test
  void plansPlottedToPagesScoreWell() throws IOException {
    var scores = new LinkedHashMap<String, PlanScore>();
    for (var page : SharedFolder.files(SharedFolder.require("plans/pdf"), ".pdf")) {
      var name = page.getFileName().toString().replace(".pdf", "");
      var truth = PlanTruth.read(page.resolveSibling(name + ".expected.json"));
      var model = Conversions.convert(page, folder).model();
      scores.put(name, new PlanScorer(truth).score(model));
    }
    scores.forEach((name, score) -> System.out.printf("%-26s %s%n", name, score));
    double mean = scores.values().stream().mapToDouble(PlanScore::score).average().orElseThrow();
    System.out.printf("mean of plotted plans: %.3f%n", mean);
    assertThat(mean).isGreaterThanOrEqualTo(0.95);
    assertThat(scores)
        .allSatisfy((name, score) -> assertThat(score.score()).as(name).isGreaterThan(0.85));
  }

  @Test
  void theSharedScorerComesToTheSameFigures() throws Exception {
    var plans = SharedFolder.require("plans/dxf");
    var script = SharedFolder.require("tools/score_plan.py");
    assumeTrue(
        Files.exists(Path.of("/usr/lib/python3/dist-packages/numpy")),
        "Skipped: the shared scorer needs Debian's python3-numpy.");
    var differences = new LinkedHashMap<String, Map<String, Double>>();
    for (var drawing : SharedFolder.drawings(plans)) {
      var name = drawing.getFileName().toString().replace(".dxf", "");
      if (!ASIDE.matcher(name).matches()) {
        continue;
      }
      var truth = drawing.resolveSibling(name + ".expected.json");
      var model = Conversions.convert(drawing, folder).model();
      var ours = new PlanScorer(PlanTruth.read(truth)).score(model);
      if (ours.strayWallArea() > 0) {
        continue; // the script smears wall that lies left of the plan over whole rows
      }
      var process =
          new ProcessBuilder(
                  "/usr/bin/python3", script.toString(), model.toString(), truth.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var theirs = new ObjectMapper().readTree(process.getInputStream());
      differences.put(
          name,
          Map.of(
              "low", ours.low() - theirs.path("wallIoU").path("low").asDouble(),
              "mid", ours.mid() - theirs.path("wallIoU").path("mid").asDouble(),
              "high", ours.high() - theirs.path("wallIoU").path("high").asDouble(),
              "openings", ours.openings().f1() - theirs.path("openings").path("f1").asDouble(),
              "rooms", ours.rooms().f1() - theirs.path("rooms").path("f1").asDouble()));
    }
    assertThat(differences).isNotEmpty();
    assertThat(differences)
        .allSatisfy(
            (name, of) ->
                assertThat(of)
                    .allSatisfy(
                        (figure, difference) ->
                            assertThat(difference).as(figure).isCloseTo(0, within(0.012))));
  }
}
