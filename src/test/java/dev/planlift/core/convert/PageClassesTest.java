package dev.planlift.core.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.pdf.PdfReader;
import dev.planlift.core.reconstruct.PageJudge;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Classes of real pages against what their list says: {@code -DpageClasses} with PLANLIFT_SHARED
 * set prints the table.
 */
@EnabledIfSystemProperty(named = "pageClasses", matches = ".*")
class PageClassesTest {
  private static final ConversionOptions OPTIONS =
      ConversionOptions.parse(Map.of("activeContent", "ignore"));

  private static String told(Path file) {
    var classes = new ArrayList<PageClass>();
    var reader =
        new PdfReader(
            page -> {
              var judged = PageJudge.judge(page);
              classes.add(judged);
              return judged;
            });
    try {
      reader.read(file, OPTIONS, part -> {});
    } catch (PermanentError e) {
      if (e.code() != ErrorCode.NOTHING_TO_CONVERT) {
        return e.code().name();
      }
    }
    return classes.stream()
        .max(Comparator.comparing(PageClass::kind).thenComparingDouble(PageClass::confidence))
        .map(best -> best.kind() + " " + best.confidence() + " (" + best.reason() + ")")
        .orElse("NONE");
  }

  @Test
  void plansAreToldFromTextAndOtherDrawings() throws IOException {
    var corpus = Path.of(System.getenv("PLANLIFT_SHARED"), "corpus");
    var wrong = new ArrayList<String>();
    var table = new TreeMap<String, Map<String, Integer>>();
    int plans = 0;
    int others = 0;
    int takenForPlans = 0;
    for (var line : Files.readAllLines(corpus.resolve("manifest.tsv"))) {
      var row = List.of(line.split("\t", -1));
      var file = corpus.resolve("pdf").resolve(row.getFirst() + ".pdf");
      if (!row.get(1).equals("pdf") || !Files.exists(file)) {
        continue;
      }
      var told = told(file);
      System.out.println(row.getFirst() + "\t" + row.get(10) + "\t" + told);
      table
          .computeIfAbsent(row.get(10), truth -> new TreeMap<>())
          .merge(told.split(" ", 2)[0], 1, Integer::sum);
      boolean isPlan = row.get(10).equals("plan");
      plans += isPlan ? 1 : 0;
      others += isPlan ? 0 : 1;
      takenForPlans += !isPlan && told.startsWith("VECTOR_PLAN") ? 1 : 0;
      if (isPlan && !told.matches("(VECTOR_PLAN|SCANNED_PLAN|MIXED).*")) {
        wrong.add(row.getFirst() + ": " + told);
      }
    }
    table.forEach((truth, kinds) -> System.out.println("in truth " + truth + ": " + kinds));
    System.out.println(takenForPlans + " of " + others + " that are none are taken for plans");
    assertThat(plans).isPositive();
    assertThat(wrong).isEmpty();
    assertThat(takenForPlans).isLessThan(others * 3 / 10);
  }
}
