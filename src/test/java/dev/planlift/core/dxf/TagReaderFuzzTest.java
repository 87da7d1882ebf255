package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.planlift.error.PermanentError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are groups or a PermanentError. docs/figures.md says how to fuzz it. */
class TagReaderFuzzTest {
  static Stream<Named<byte[]>> seeds() throws IOException {
    return FuzzSeeds.all();
  }

  static Stream<byte[]> bareSeeds() throws IOException {
    return FuzzSeeds.all().map(Named::getPayload);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void seedsAndFindingsAreGroupsOrRefused(byte[] bytes) throws IOException {
    readsGroups(bytes);
  }

  @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = ".+")
  @MethodSource("bareSeeds")
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  @FuzzTest(maxDuration = "5m")
  void fuzz(byte[] bytes) throws IOException {
    readsGroups(bytes);
  }

  private static void readsGroups(byte[] bytes) throws IOException {
    try {
      var tags = DxfReader.tags(new ByteArrayInputStream(bytes));
      long before = -1;
      while (tags.next()) {
        assertThat(tags.position()).isGreaterThan(before).isLessThanOrEqualTo(bytes.length);
        before = tags.position();
        look(tags);
      }
    } catch (PermanentError e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void look(TagReader tags) {
    assertThat(tags.place().isUnknown()).isFalse();
    assertThat(tags.text()).isNotNull();
    assertThat(tags.name()).isNotNull();
    try {
      tags.integer();
      tags.number();
    } catch (PermanentError e) {
      assertThat(e.where().isUnknown()).isFalse();
    }
  }
}
