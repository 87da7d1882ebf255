package dev.planlift.core.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's figures against the drawing and the model that was written. */
class ReportTest {
  private static final Path HOUSE = Path.of("samples/house.dxf");

  @TempDir private Path folder;

  private ConvertedSample house() throws IOException {
    return ConvertedSample.of(HOUSE, folder, Map.of());
  }

  @Test
  void outputsAreThoseOfTheWrittenFile() throws IOException {
    var house = house();

    var outputs = house.report().path("outputs");
    assertThat(outputs.path("glbBytes").asLong()).isEqualTo(house.glb().length);
    assertThat(outputs.path("triangles").asLong()).isEqualTo(house.triangles()).isPositive();
    assertThat(outputs.path("vertices").asLong()).isEqualTo(house.vertices()).isPositive();
    assertThat(outputs.path("drawCalls").asLong()).isEqualTo(house.drawCalls()).isPositive();
    assertThat(outputs.path("materials").asInt())
        .isEqualTo(house.gltf().path("materials").size())
        .isPositive();
  }

  @Test
  void thePlanCountsWhatTheModelHolds() throws IOException {
    var house = house();

    var plan = house.report().path("plan");
    var counts = house.contents().counts();
    assertThat(plan.path("walls").asInt()).isEqualTo(counts.get("wall"));
    assertThat(plan.path("doors").asInt()).isEqualTo(counts.get("door"));
    assertThat(plan.path("windows").asInt()).isEqualTo(counts.get("window"));
    assertThat(plan.path("rooms").asInt()).isEqualTo(counts.get("room"));
  }

  /** The house measures 13.2 m by 9.6 m, outer faces, less a recess of 3.6 m by 2.4 m. */
  @Test
  void theGrossAreaIsThatOfRoomsAndWalls() throws IOException {
    double gross = house().report().at("/plan/grossArea").asDouble();

    assertThat(gross).isCloseTo(13.2 * 9.6 - 3.6 * 2.4, within(0.05));
  }

  @Test
  void everyEntityIsAccountedForInAllAndByType() throws IOException {
    var report = house().report();

    assertSums(report.path("entities"));
    long read = 0;
    for (var type : report.path("byType")) {
      assertSums(type);
      read += type.path("read").asLong();
    }
    assertThat(report.path("entities").path("read").asLong()).isEqualTo(read).isPositive();
  }

  private static void assertSums(JsonNode account) {
    assertThat(account.path("read").asLong())
        .isEqualTo(
            account.path("converted").asLong()
                + account.path("approximated").asLong()
                + account.path("skipped").asLong());
  }

  @Test
  void everyKeyThatIsPromisedIsThere() throws IOException {
    var report = house().report();

    assertThat(report.fieldNames())
        .toIterable()
        .contains("entities", "byType", "items", "units", "stages", "warnings", "outputs", "plan");
    for (var stage : report.path("stages")) {
      assertThat(stage.path("name").asText()).isNotEmpty();
      assertThat(stage.path("millis").isNumber()).isTrue();
      assertThat(stage.path("allocatedBytes").isNumber()).isTrue();
    }
    for (var item : report.path("items")) {
      assertThat(item.fieldNames())
          .toIterable()
          .contains("handle", "type", "layer", "outcome", "reason", "detail");
    }
    assertThat(report.path("itemCount").asInt())
        .isGreaterThanOrEqualTo(report.path("items").size());
    if (Files.exists(Path.of("/proc/self/status"))) {
      assertThat(report.path("peakRssBytes").asLong()).isGreaterThan(1 << 20);
    }
  }

  @Test
  void aFailedConversionIsReportedToo() throws IOException {
    var drawing = Files.writeString(folder.resolve("broken.dxf"), "  0\nSECTION\n  2\nENTIT");
    var report = folder.resolve("broken.json");

    assertThatThrownBy(
            () ->
                new Converter()
                    .convert(
                        new ConversionRequest(
                            drawing,
                            "broken.dxf",
                            ConversionOptions.DEFAULTS,
                            folder.resolve("broken.glb"),
                            Optional.of(report),
                            Optional.empty(),
                            List.of()),
                        ConversionListener.SILENT))
        .isInstanceOf(PermanentError.class);

    var written = new ObjectMapper().readTree(report.toFile());
    assertThat(written.at("/error/code").asText()).isNotEmpty();
    assertThat(written.path("stages")).isNotEmpty();
    assertThat(written.has("outputs")).isFalse();
  }
}
