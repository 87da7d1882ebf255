package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.error.PermanentError;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real drawings of other people, held against what ezdxf says of them, where they are at hand. */
class CorpusTest {
  private static final Path SHARED =
      Path.of(System.getenv().getOrDefault("PLANLIFT_SHARED", "../shared"));
  private static final Path CORPUS = SHARED.resolve("corpus");

  /** The facts measure arcs and splines by Bézier curves, which are up to 2.7e-4 longer. */
  private static final double CURVES = 3e-4;

  private static final Set<String> NOT_COUNTED =
      Set.of("SECTION", "ENDSEC", "EOF", "BLOCK", "ENDBLK", "VERTEX", "SEQEND");

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
  void everyFileIsReadOrRefusedAndEveryEntityAccountedFor() throws IOException {
    int read = 0;
    int counted = 0;
    for (var file : files()) {
      try {
        var drawing = new DxfReader().read(file, part -> {});
        read++;
        var ledger = drawing.ledger();
        assertThat(ledger.read())
            .as(file.toString())
            .isEqualTo(
                ledger.count(Outcome.CONVERTED)
                    + ledger.count(Outcome.APPROXIMATED)
                    + ledger.count(Outcome.SKIPPED));
        if (drawing.diagnostics().isEmpty() && !isBinary(file)) {
          assertThat(ledger.read()).as(file.toString()).isEqualTo(entities(file));
          counted++;
        }
      } catch (PermanentError e) {
        System.out.println(file.getFileName() + " " + e.code() + ": " + e.getMessage());
      }
    }
    System.out.println(read + " of " + files().size() + " files read, " + counted + " recounted");
    assertThat(read).isGreaterThan(files().size() * 98 / 100);
    assertThat(counted).isGreaterThan(files().size() * 9 / 10);
  }

  private static boolean isBinary(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return FileForm.isBinary(in.readNBytes(FileForm.HEAD));
    }
  }

  /** Entities in blocks and model, counted line by line, by nothing the reader is made of. */
  private static long entities(Path file) throws IOException {
    long count = 0;
    var section = "";
    var last = "";
    try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (var code = code(lines); code != null; code = lines.readLine()) {
        var value = lines.readLine();
        if (value == null) {
          break;
        }
        value = value.strip();
        if (code.strip().equals("2") && last.equals("SECTION")) {
          section = value;
        }
        last = code.strip().equals("0") ? value : "";
        boolean drawn = section.equals("BLOCKS") || section.equals("ENTITIES");
        if (drawn && !last.isEmpty() && !NOT_COUNTED.contains(last)) {
          count++;
        }
        if (last.equals("ENDSEC")) {
          section = "";
        }
        if (last.equals("EOF")) {
          break;
        }
      }
    }
    return count;
  }

  private static String code(BufferedReader lines) throws IOException {
    var line = lines.readLine();
    while (line != null && line.isBlank()) {
      line = lines.readLine();
    }
    return line;
  }

  @Test
  void countsLengthsAndExtentsAreThoseOfEzdxf() throws IOException {
    var ours = ours();
    var agreed = new TreeMap<String, Integer>();
    int compared = 0;
    for (var fact : facts()) {
      var file = fact.get("file").asText();
      var own = ours.get(file);
      if (fact.has("error") || own == null) {
        continue;
      }
      compared++;
      compare("modelspace", fact, own, Object::equals, agreed);
      compare("decomposed", fact, own, Object::equals, agreed);
      compare("blocks", fact, own, Object::equals, agreed);
      compare("length", fact, own, CorpusTest::sameLengths, agreed);
      compare("extents", fact, own, CorpusTest::sameExtents, agreed);
    }
    System.out.println("Of " + compared + " files the same: " + agreed);
    assertThat(compared).isGreaterThan(370);
    assertThat(agreed.get("modelspace")).isGreaterThanOrEqualTo(compared * 98 / 100);
    assertThat(agreed.get("decomposed")).isGreaterThanOrEqualTo(compared * 95 / 100);
    assertThat(agreed.get("blocks")).isGreaterThanOrEqualTo(compared * 96 / 100);
    assertThat(agreed.get("length")).isGreaterThanOrEqualTo(compared * 87 / 100);
    assertThat(agreed.get("extents")).isGreaterThanOrEqualTo(compared * 93 / 100);
  }

  private static Map<String, JsonNode> ours() throws IOException {
    var ours = new HashMap<String, JsonNode>();
    for (var file : files()) {
      try {
        var json = Inspection.of(file).toJson();
        ours.put(file.getFileName().toString(), new ObjectMapper().readTree(json));
      } catch (PermanentError e) {
        System.out.println(file.getFileName() + " " + e.code() + ": " + e.getMessage());
      }
    }
    return ours;
  }

  private static List<JsonNode> facts() throws IOException {
    var facts = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(CORPUS.resolve("ezdxf-facts.jsonl"))) {
      facts.add(new ObjectMapper().readTree(line));
    }
    return facts;
  }

  private static void compare(
      String key,
      JsonNode fact,
      JsonNode own,
      BiPredicate<JsonNode, JsonNode> same,
      Map<String, Integer> agreed) {
    var theirs = fact.path(key);
    var ours = own.path(key);
    if (same.test(theirs, ours)) {
      agreed.merge(key, 1, Integer::sum);
    } else {
      System.out.println(fact.get("file").asText() + " " + key + ": " + theirs + " / " + ours);
    }
  }

  private static boolean sameLengths(JsonNode theirs, JsonNode ours) {
    var types = new ArrayList<String>();
    theirs.fieldNames().forEachRemaining(types::add);
    return theirs.size() == ours.size()
        && types.stream().allMatch(t -> near(theirs.get(t), ours.path(t), 0));
  }

  private static boolean sameExtents(JsonNode theirs, JsonNode ours) {
    if (theirs.isMissingNode() || ours.isMissingNode()) {
      return theirs.isMissingNode() == ours.isMissingNode();
    }
    double size = 0;
    for (int axis = 0; axis < 3; axis++) {
      size =
          Math.max(size, theirs.get(1).get(axis).asDouble() - theirs.get(0).get(axis).asDouble());
    }
    boolean same = true;
    for (int corner = 0; corner < 2; corner++) {
      for (int axis = 0; axis < 3; axis++) {
        same &= near(theirs.get(corner).get(axis), ours.get(corner).get(axis), CURVES * size);
      }
    }
    return same;
  }

  private static boolean near(JsonNode a, JsonNode b, double tolerance) {
    double larger = Math.max(Math.abs(a.asDouble()), Math.abs(b.asDouble()));
    double allowed = tolerance > 0 ? tolerance : CURVES * larger;
    return Math.abs(a.asDouble() - b.asDouble()) <= allowed;
  }
}
