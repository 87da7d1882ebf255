package dev.planlift.core.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.core.convert.ModelComparison.Tolerance;
import dev.planlift.core.options.ConversionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelComparisonTest {
  private static final Tolerance NARROW = new Tolerance(0.001, 0.001);

  @TempDir private static Path folder;
  private static Path house = Path.of("");

  @BeforeAll
  static void convertTheHouse() throws IOException {
    house = model(Files.readString(Path.of("samples", "house.dxf")), Map.of());
  }

  private static Path model(String drawing, Map<String, String> options) throws IOException {
    var input = Files.createTempFile(folder, "drawing", ".dxf");
    Files.writeString(input, drawing);
    var model = input.resolveSibling(input.getFileName() + ".glb");
    new Converter()
        .convert(
            new ConversionRequest(
                input,
                "drawing.dxf",
                ConversionOptions.parse(options),
                model,
                Optional.empty(),
                Optional.empty(),
                List.of()),
            ConversionListener.SILENT);
    return model;
  }

  private static Path house(String option, String value) throws IOException {
    return model(Files.readString(Path.of("samples", "house.dxf")), Map.of(option, value));
  }

  /** Three lines, the third of which is to move. */
  private static Path walls(double thirdX) throws IOException {
    var drawing = new StringBuilder("0\nSECTION\n2\nENTITIES\n");
    for (double x : new double[] {0, 10, thirdX}) {
      drawing.append("0\nLINE\n8\n0\n10\n%s\n20\n0\n11\n%s\n21\n5\n".formatted(x, x));
    }
    return model(drawing + "0\nENDSEC\n0\nEOF\n", Map.of("units", "m"));
  }

  private static List<String> differences(Path standard, Path candidate) {
    return ModelComparison.differences(standard, candidate, NARROW);
  }

  @Test
  void aModelIsLikeItself() {
    assertThat(differences(house, house)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quantized", "meshopt"})
  void howItIsStoredMakesNoDifference(String compression) throws IOException {
    assertThat(differences(house, house("compression", compression))).isEmpty();
    assertThat(differences(house("compression", compression), house)).isEmpty();
  }

  @Test
  void higherWallsAreAnotherSizeAndMoreOfIt() throws IOException {
    assertThat(differences(house, house("wallHeight", "3.4")))
        .anyMatch(sentence -> sentence.matches("wall: \\d+ of \\d+ stand elsewhere .*"))
        .anyMatch(sentence -> sentence.matches("wall: [\\d.]+ m² of faces, not [\\d.]+"))
        .anyMatch(sentence -> sentence.matches("wall: [\\d.]+ m³ enclosed, not [\\d.]+"))
        .noneMatch(sentence -> sentence.startsWith("door: 0"));
  }

  @Test
  void aCategoryThatIsMissingIsToldByItsCount() throws IOException {
    assertThat(differences(house, house("exclude", "window")))
        .anyMatch(sentence -> sentence.matches("window: 0, not \\d+"));
    assertThat(differences(house("exclude", "window"), house))
        .anyMatch(sentence -> sentence.matches("window: \\d+, not 0"));
  }

  @Test
  void whatMovedWithinTheWholeIsSeen() throws IOException {
    assertThat(differences(walls(4), walls(4.002))).isNotEmpty();
    assertThat(differences(walls(4), walls(4.0005))).isEmpty();
    assertThat(ModelComparison.differences(walls(4), walls(4.5), new Tolerance(1, 1))).isEmpty();
  }

  @Test
  void aCandidateThatCannotBeReadDiffersAndAStandardThatCannotIsAnError() throws IOException {
    var nonsense = Files.writeString(folder.resolve("nonsense.glb"), "no model");
    assertThat(differences(house, nonsense)).singleElement().asString().contains("cannot be read");
    assertThatThrownBy(() -> differences(nonsense, house)).isInstanceOf(UncheckedIOException.class);
  }
}
