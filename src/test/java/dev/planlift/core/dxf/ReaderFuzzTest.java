package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a drawing or a PermanentError. docs/figures.md says how to fuzz it. */
class ReaderFuzzTest {
  static Stream<Named<byte[]>> seeds() throws IOException {
    return FuzzSeeds.all();
  }

  static Stream<byte[]> bareSeeds() throws IOException {
    return FuzzSeeds.all().map(Named::getPayload);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAndFindingsAreDrawingsOrRefused(byte[] bytes) {
    readsDrawings(bytes);
  }

  @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = ".+")
  @MethodSource("bareSeeds")
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  @FuzzTest(maxDuration = "5m")
  void fuzz(byte[] bytes) {
    readsDrawings(bytes);
  }

  private static void readsDrawings(byte[] bytes) {
    try {
      WholeReading.drawing(bytes);
      WholeReading.inspection(bytes);
    } catch (PermanentError e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
