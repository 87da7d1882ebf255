package dev.planlift.core.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.planlift.core.gltf.GltfValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What budgets make of the office, read back from the written model. */
class BudgetTest {
  private static final Path OFFICE = Path.of("samples/office.dxf");

  /** Elements that keep their nodes whatever is asked for. */
  private static final List<String> BUILDING = List.of("wall", "door", "window", "room");

  @TempDir private Path folder;

  private ConvertedSample office(Map<String, String> options) throws IOException {
    return ConvertedSample.of(OFFICE, folder, options);
  }

  @Test
  void withoutABudgetNothingIsSaidOfOne() throws IOException {
    assertThat(office(Map.of()).report().has("budgets")).isFalse();
  }

  @Test
  void aBudgetThatTheModelKeepsAnywayChangesNoGeometry() throws IOException {
    var free = office(Map.of());
    var roomy = office(Map.of("maxTriangles", "1000000"));

    assertThat(roomy.report().at("/budgets/steps")).isEmpty();
    assertThat(roomy.report().at("/budgets/maxTriangles/kept").asBoolean()).isTrue();
    assertThat(roomy.gltf().path("meshes")).isEqualTo(free.gltf().path("meshes"));
  }

  @Test
  void drawCallsAreKeptByMergingAndNoElementLosesItsNode() throws IOException {
    var free = office(Map.of());
    var small = office(Map.of("maxDrawCalls", "20"));

    assertThat(free.drawCalls()).isGreaterThan(200);
    assertThat(small.drawCalls()).isLessThanOrEqualTo(20);
    assertThat(small.triangles()).isEqualTo(free.triangles());
    assertSameElements(free, small);
    assertStatement(small, "maxDrawCalls", 20, free.drawCalls(), small.drawCalls());
    assertThat(small.report().at("/budgets/steps").findValuesAsText("name"))
        .containsSubsequence("MERGE_LINE_WORK", "MERGE_FURNITURE", "GROUP_MESHES");
  }

  @Test
  void bytesAreKeptByTheFilesOwnSize() throws IOException {
    var free = office(Map.of());
    var small = office(Map.of("maxBytes", "200000"));

    assertThat(small.glb().length).isLessThanOrEqualTo(200_000);
    assertSameElements(free, small);
    assertThat(small.report().at("/budgets/maxBytes/reached").asLong())
        .isEqualTo(small.glb().length);
    assertThat(small.report().at("/budgets/maxBytes/kept").asBoolean()).isTrue();
  }

  @Test
  void trianglesAreKeptAndWallsStayAsTheyAre() throws IOException {
    var free = office(Map.of());
    var small = office(Map.of("maxTriangles", "3000"));

    assertThat(small.triangles()).isLessThanOrEqualTo(3000);
    assertStatement(small, "maxTriangles", 3000, free.triangles(), small.triangles());
    assertSameElements(free, small);
    for (int i = 0; i < free.contents().of("wall").size(); i++) {
      var before = free.contents().of("wall").get(i).primitives();
      var after = small.contents().of("wall").get(i).primitives();
      assertThat(after.getFirst().triangleCount()).isEqualTo(before.getFirst().triangleCount());
    }
  }

  @Test
  void whatCannotBeKeptIsWarnedOf() throws IOException {
    var small = office(Map.of("maxTriangles", "100", "maxDrawCalls", "1000"));

    assertThat(small.report().at("/budgets/maxTriangles/kept").asBoolean()).isFalse();
    assertThat(small.report().at("/budgets/maxTriangles/reached").asLong())
        .isEqualTo(small.triangles());
    assertThat(small.report().at("/budgets/maxDrawCalls/kept").asBoolean()).isTrue();
    assertThat(small.report().path("warnings").findValuesAsText("code"))
        .containsOnlyOnce("BUDGET_NOT_KEPT");
  }

  @Test
  void allBudgetsTogetherAreKeptAndTheModelIsFaultless() throws IOException {
    var asked = Map.of("maxTriangles", "3000", "maxBytes", "220000", "maxDrawCalls", "60");
    var first = office(asked);
    var bytes = first.glb();

    assertThat(first.triangles()).isLessThanOrEqualTo(3000);
    assertThat(first.drawCalls()).isLessThanOrEqualTo(60);
    assertThat(bytes.length).isLessThanOrEqualTo(220_000);
    assertThat(office(asked).glb()).as("the same bytes again").isEqualTo(bytes);
    var model = Files.write(folder.resolve("small.glb"), bytes);
    GltfValidator.assertFaultless(model);
  }

  private static void assertSameElements(ConvertedSample free, ConvertedSample small) {
    for (var category : BUILDING) {
      assertThat(small.contents().of(category))
          .as(category)
          .extracting(element -> element.extras())
          .isEqualTo(
              free.contents().of(category).stream().map(element -> element.extras()).toList());
    }
  }

  private static void assertStatement(
      ConvertedSample sample, String name, long asked, long before, long reached) {
    JsonNode statement = sample.report().path("budgets").path(name);
    assertThat(statement.path("asked").asLong()).isEqualTo(asked);
    assertThat(statement.path("before").asLong()).isEqualTo(before);
    assertThat(statement.path("reached").asLong()).isEqualTo(reached);
    assertThat(statement.path("kept").asBoolean()).isTrue();
  }
}
