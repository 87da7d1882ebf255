package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real drawings of other people, held against what ezdxf says of them, where they are at hand. */
class CorpusTest {
  private static final Path SHARED =
      Path.of(System.getenv().getOrDefault("PLANLIFT_SHARED", "../shared"));
  private static final Path CORPUS = SHARED.resolve("corpus");

  @BeforeEach
  void needsTheCorpus() {
    assumeTrue(
        Files.isDirectory(CORPUS.resolve("dxf")),
        () -> "No real drawings at " + CORPUS + "; set PLANLIFT_SHARED");
  }

  private static List<Path> files() throws IOException {
    try (var list = Files.list(CORPUS.resolve("dxf"))) {
      return list.sorted().toList();
    }
  }

  @Test
  void everyFileIsReadAndEveryEntityAccountedFor() throws IOException {
    var wrong = new ArrayList<String>();
    for (var file : files()) {
      var name = file.getFileName().toString();
      try {
        var drawing = new DxfReader().read(file, part -> {});
        var ledger = drawing.ledger();
        assertThat(ledger.read())
            .as(name)
            .isEqualTo(
                ledger.count(Outcome.CONVERTED)
                    + ledger.count(Outcome.APPROXIMATED)
                    + ledger.count(Outcome.SKIPPED));
        assertThat(ledger.entries())
            .as(name)
            .allSatisfy(
                entry -> {
                  assertThat(entry.reason()).isNotBlank();
                  assertThat(entry.detail()).isNotBlank();
                });
        long recount = EntityRecount.of(file);
        if (ledger.read() != recount) {
          wrong.add(name + ": read " + ledger.read() + ", there are " + recount);
        }
      } catch (PermanentError e) {
        wrong.add(name + " is refused, " + e.code() + ": " + e.getMessage());
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** {@code -DwriteDocuments} writes the table anew; a new row then waits for its reason. */
  @Test
  void whatDiffersFromEzdxfIsExplainedFileByFile() throws IOException {
    var facts = facts();
    var found = new TreeMap<String, Map<String, EzdxfDifferences.Sides>>();
    var differing = new TreeMap<String, Integer>();
    for (var fact : facts) {
      var file = fact.get("file").asText();
      var differences = EzdxfDifferences.of(fact, inspected(file));
      found.put(file, differences);
      differences.keySet().forEach(key -> differing.merge(key, 1, Integer::sum));
    }
    var rows = ExplainedDifferences.explain(found);
    rows.forEach(row -> System.out.println(row.line()));
    System.out.println("Of " + facts.size() + " files differ: " + differing);
    if (System.getProperty("writeDocuments") != null) {
      ExplainedDifferences.write(rows);
    }
    assertThat(ExplainedDifferences.read()).containsExactlyElementsOf(rows);
    assertThat(rows).allSatisfy(row -> assertThat(why(row)).isIn(ExplainedDifferences.reasons()));
  }

  private static String why(ExplainedDifferences.Row row) {
    return row.why().replace("`", "");
  }

  private static JsonNode inspected(String file) throws IOException {
    var json = Inspection.of(CORPUS.resolve("dxf").resolve(file)).toJson();
    return new ObjectMapper().readTree(json);
  }

  private static List<JsonNode> facts() throws IOException {
    var facts = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(CORPUS.resolve("ezdxf-facts.jsonl"))) {
      facts.add(new ObjectMapper().readTree(line));
    }
    return facts;
  }
}
