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
    int plans = 0;
    for (var line : Files.readAllLines(corpus.resolve("manifest.tsv"))) {
      var row = List.of(line.split("\t", -1));
      var file = corpus.resolve("pdf").resolve(row.getFirst() + ".pdf");
      if (!row.get(1).equals("pdf") || !Files.exists(file)) {
        continue;
      }
      var told = told(file);
      System.out.println(row.getFirst() + "\t" + row.get(10) + "\t" + told);
      if (row.get(10).equals("plan")) {
        plans++;
        if (!told.matches("(VECTOR_PLAN|SCANNED_PLAN|MIXED).*")) {
          wrong.add(row.getFirst() + ": " + told);
        }
      }
    }
    assertThat(plans).isPositive();
    assertThat(wrong).isEmpty();
  }
}
