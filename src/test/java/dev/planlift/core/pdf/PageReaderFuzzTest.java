package dev.planlift.core.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are pages or a PermanentError. docs/figures.md says how to fuzz it. */
class PageReaderFuzzTest {
  private static final ConversionOptions OPTIONS =
      ConversionOptions.parse(Map.of("activeContent", "ignore"));

  static Stream<Named<byte[]>> seeds() throws IOException {
    return PdfSeeds.all();
  }

  static Stream<byte[]> bareSeeds() throws IOException {
    return PdfSeeds.all().map(Named::getPayload);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAndFindingsArePagesOrRefused(byte[] bytes) {
    readsPages(bytes, 200_000);
  }

  @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = ".+")
  @MethodSource("bareSeeds")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  @FuzzTest(maxDuration = "5m")
  void fuzz(byte[] bytes) {
    readsPages(bytes, 20_000);
  }

  private static void readsPages(byte[] bytes, long steps) {
    try (var file = PdfFile.open(bytes, OPTIONS)) {
      var pages = new PdfPages(file);
      for (int page = 1; page <= Math.min(3, pages.count()); page++) {
        assertThat(pages.read(page, new WorkBudget(steps)).number()).isEqualTo(page);
      }
    } catch (PermanentError e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
