package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A drawing of each family, cut and flipped: a result or a PermanentError, each time. */
class BrokenFixturesTest {
  private static final int FLIPS = 10_000;
  private static final Set<ErrorCode> REFUSALS =
      Set.of(ErrorCode.EMPTY_FILE, ErrorCode.INVALID_FORMAT, ErrorCode.PARSING_ERROR);

  static Stream<String> names() {
    return DxfFixtures.all().keySet().stream();
  }

  private static byte[] fixture(String name) {
    return DxfFixtures.all().getOrDefault(name, new byte[0]);
  }

  /** Whether it is read. */
  private static boolean reads(byte[] bytes) {
    try {
      WholeReading.drawing(bytes);
      return true;
    } catch (PermanentError e) {
      assertThat(e.code()).isIn(REFUSALS);
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachFixtureIsReadWhole(String name) {
    assertThat(reads(fixture(name))).isTrue();
    WholeReading.inspection(fixture(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aFixtureCutAnywhereIsReadOrRefused(String name) {
    var whole = fixture(name);
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      refused += reads(Arrays.copyOf(whole, length)) ? 0 : 1;
    }
    assertThat(refused).isBetween(whole.length / 2, whole.length);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aFixtureWithFlippedBytesIsReadOrRefused(String name) {
    long seed = System.nanoTime();
    System.out.println("BrokenFixturesTest " + name + " seed " + seed);
    var random = new Random(seed);
    var whole = fixture(name);
    int read = 0;
    for (int round = 0; round < FLIPS; round++) {
      var bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      try {
        read += reads(bytes) ? 1 : 0;
      } catch (RuntimeException | Error e) {
        throw new AssertionError(name + ", seed " + seed + ", round " + round, e);
      }
    }
    assertThat(read).isBetween(1, FLIPS - 1);
  }

  @Test
  void theSamplesCutOrFlippedAreReadOrRefused() throws IOException {
    long seed = System.nanoTime();
    System.out.println("BrokenFixturesTest samples seed " + seed);
    var random = new Random(seed);
    for (var file : new String[] {"samples/house.dxf", "samples/office.dxf"}) {
      var whole = Files.readAllBytes(Path.of(file));
      var outcomes = new java.util.TreeMap<Boolean, Integer>();
      for (int round = 0; round < 300; round++) {
        var flipped = whole.clone();
        flipped[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        outcomes.merge(reads(flipped), 1, Integer::sum);
        outcomes.merge(reads(Arrays.copyOf(whole, random.nextInt(whole.length))), 1, Integer::sum);
      }
      assertThat(outcomes).isEqualTo(Map.of(true, outcomes.get(true), false, outcomes.get(false)));
    }
  }
}
