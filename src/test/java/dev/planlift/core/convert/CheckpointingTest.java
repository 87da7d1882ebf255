package dev.planlift.core.convert;

import static dev.planlift.core.convert.ConversionStage.EXPORT;
import static dev.planlift.core.convert.ConversionStage.READ;
import static dev.planlift.core.convert.ConversionStage.RECONSTRUCT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.options.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversions that take up what an earlier one left. */
class CheckpointingTest {
  private static final Path HOUSE = Path.of("samples", "house.dxf");
  private static final Map<Option, String> OTHERS =
      Map.ofEntries(
          Map.entry(Option.COMPRESSION, "quantized"),
          Map.entry(Option.INSTANCING, "true"),
          Map.entry(Option.WALL_HEIGHT, "3.1"),
          Map.entry(Option.DOOR_HEIGHT, "1.9"),
          Map.entry(Option.WINDOW_SILL, "0.7"),
          Map.entry(Option.WINDOW_HEAD, "2.3"),
          Map.entry(Option.UNITS, "cm"),
          Map.entry(Option.SCALE, "1:50"),
          Map.entry(Option.PAGES, "1"),
          Map.entry(Option.PASSWORD, "sesame"),
          Map.entry(Option.ACTIVE_CONTENT, "ignore"),
          Map.entry(Option.INCLUDE, "wall,door"),
          Map.entry(Option.EXCLUDE, "room"),
          Map.entry(Option.LAYOUT, ""),
          Map.entry(Option.PLAN, "false"),
          Map.entry(Option.MAIN, "house.dxf"),
          Map.entry(Option.VIEWS, "all"),
          Map.entry(Option.LEVEL_HEIGHT, "3.4"),
          Map.entry(Option.CUT_AT, "1.2"),
          Map.entry(Option.CURVES, "false"),
          Map.entry(Option.TEXTS, "false"),
          Map.entry(Option.CURVE_TOLERANCE_MM, "20"),
          Map.entry(Option.COLOUR_BY, "layer"),
          Map.entry(Option.MAX_TRIANGLES, "2000"),
          Map.entry(Option.MAX_BYTES, "90000"),
          Map.entry(Option.MAX_DRAW_CALLS, "40"));

  @TempDir private static Path shared;
  private static Path ofHouse = HOUSE;

  @TempDir Path folder;
  private int runs;

  @BeforeAll
  static void keepTheHouse() throws IOException {
    var first = new CheckpointingTest();
    first.folder = shared;
    ofHouse = first.checkpoint(HOUSE, Map.of());
  }

  /** What came of one conversion. */
  @SuppressWarnings("ArrayRecordComponent") // files, compared by their bytes
  private record Outcome(byte[] model, byte[] overlay, JsonNode report) {
    List<String> reused() {
      return StreamSupport.stream(report.path("stages").spliterator(), false)
          .filter(stage -> stage.path("reused").asBoolean())
          .map(stage -> stage.path("name").asText())
          .toList();
    }

    List<String> warnings() {
      return StreamSupport.stream(report.path("warnings").spliterator(), false)
          .map(warning -> warning.path("code").asText())
          .toList();
    }
  }

  private Outcome convert(Path drawing, Map<String, String> options, Checkpointing files)
      throws IOException {
    var out = Files.createDirectory(folder.resolve("run" + runs++));
    var request =
        new ConversionRequest(
            drawing,
            drawing.getFileName().toString(),
            ConversionOptions.parse(options),
            out.resolve("model.glb"),
            Optional.of(out.resolve("report.json")),
            Optional.empty(),
            List.of(out.resolve("overlay.svg")));
    new Converter().convert(request.with(files), ConversionListener.SILENT);
    return new Outcome(
        Files.readAllBytes(out.resolve("model.glb")),
        Files.readAllBytes(out.resolve("overlay.svg")),
        new ObjectMapper().readTree(out.resolve("report.json").toFile()));
  }

  private Outcome fresh(Path drawing, Map<String, String> options) throws IOException {
    return convert(drawing, options, Checkpointing.NONE);
  }

  private Path checkpoint(Path drawing, Map<String, String> options) throws IOException {
    var kept = Files.createDirectory(folder.resolve("checkpoint" + runs));
    convert(drawing, options, to(kept, Duration.ZERO));
    return kept.resolve("reconstruct.checkpoint");
  }

  private static Checkpointing to(Path kept, Duration worth) {
    return new Checkpointing(Optional.empty(), EXPORT, Optional.of(kept), worth);
  }

  private static Checkpointing from(Path file, ConversionStage begin) {
    return new Checkpointing(Optional.of(file), begin, Optional.empty(), Duration.ZERO);
  }

  static Stream<Path> samples() throws IOException {
    try (var files = Files.list(Path.of("samples"))) {
      return files.filter(file -> file.toString().endsWith(".dxf")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameModelComesOfACheckpoint(Path drawing) throws IOException {
    var checkpoint = checkpoint(drawing, Map.of());
    var again = convert(drawing, Map.of(), from(checkpoint, EXPORT));
    var fresh = fresh(drawing, Map.of());
    assertThat(again.reused()).containsExactly("READ", "RECONSTRUCT");
    assertThat(again.model()).isEqualTo(fresh.model());
    assertThat(again.overlay()).isEqualTo(fresh.overlay());
    assertThat(withoutStages(again.report())).isEqualTo(withoutStages(fresh.report()));
    assertThat(Files.size(checkpoint)).isLessThanOrEqualTo(Files.size(drawing));
  }

  private static JsonNode withoutStages(JsonNode report) {
    var copy = (com.fasterxml.jackson.databind.node.ObjectNode) report.deepCopy();
    copy.remove(List.of("stages", "peakRssBytes", "checkpoint"));
    return copy;
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void anOptionChangedGivesWhatItGivesFromTheStart(Option option) throws IOException {
    var options = Map.of(option.outsideName(), String.valueOf(OTHERS.get(option)));
    var again = convert(HOUSE, options, from(ofHouse, EXPORT));
    assertThat(again.model()).isEqualTo(fresh(HOUSE, options).model());
    var expected =
        switch (option.first()) {
          case READ -> List.<String>of();
          case RECONSTRUCT -> List.of("READ");
          case SOLIDIFY, EXPORT -> List.of("READ", "RECONSTRUCT");
        };
    assertThat(again.reused()).isEqualTo(expected);
  }

  @Test
  void otherUnitsBeginBehindTheReading() throws IOException {
    var again = convert(HOUSE, Map.of("units", "cm"), from(ofHouse, EXPORT));
    assertThat(again.reused()).containsExactly("READ");
    assertThat(again.report().at("/units/used").asText()).isEqualTo("cm");
  }

  @Test
  void aStageAskedForIsRunAgain() throws IOException {
    assertThat(convert(HOUSE, Map.of(), from(ofHouse, RECONSTRUCT)).reused())
        .containsExactly("READ");
    assertThat(convert(HOUSE, Map.of(), from(ofHouse, READ)).reused()).isEmpty();
  }

  @Test
  void whatIsQuicklyMadeAgainIsNotKept() throws IOException {
    var kept = Files.createDirectory(folder.resolve("none"));
    convert(HOUSE, Map.of(), to(kept, Duration.ofHours(1)));
    assertThat(kept).isEmptyDirectory();
  }

  @Test
  void whatStandsForAnotherDrawingIsThrownAwayWithAWarning() throws IOException {
    var other = folder.resolve("other.dxf");
    Files.writeString(other, Files.readString(HOUSE) + "\n");
    var again = convert(other, Map.of(), from(ofHouse, EXPORT));
    assertThat(again.reused()).isEmpty();
    assertThat(again.warnings()).contains("CHECKPOINT_UNUSABLE");
    assertThat(again.model()).isEqualTo(fresh(other, Map.of()).model());
  }

  @Test
  void aBrokenFileIsThrownAwayWithAWarning() throws IOException {
    var whole = Files.readAllBytes(ofHouse);
    var fresh = fresh(HOUSE, Map.of());
    for (var broken : broken(whole)) {
      var file = folder.resolve("broken");
      Files.write(file, broken);
      var again = convert(HOUSE, Map.of(), from(file, EXPORT));
      assertThat(again.reused()).isEmpty();
      assertThat(again.warnings()).contains("CHECKPOINT_UNUSABLE");
      assertThat(again.model()).isEqualTo(fresh.model());
    }
  }

  private static List<byte[]> broken(byte[] whole) {
    var broken = new ArrayList<byte[]>();
    broken.add(new byte[0]);
    broken.add("no checkpoint at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    broken.add(java.util.Arrays.copyOf(whole, whole.length / 2));
    broken.add(java.util.Arrays.copyOf(whole, whole.length + 1));
    for (int at : new int[] {0, 7, 20, whole.length / 2, whole.length - 1}) {
      var flipped = whole.clone();
      flipped[at] ^= 4;
      broken.add(flipped);
    }
    return broken;
  }

  @Test
  void aMissingFileIsNoErrorEither() throws IOException {
    var again = convert(HOUSE, Map.of(), from(folder.resolve("gone"), EXPORT));
    assertThat(again.reused()).isEmpty();
    assertThat(again.warnings()).contains("CHECKPOINT_UNUSABLE");
  }
}
