package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static double parse(String text) {
    var bytes = ("x" + text + "x").getBytes(StandardCharsets.ISO_8859_1);
    return Decimals.parse(bytes, 1, bytes.length - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-1.5",
        "+2",
        ".5",
        "5.",
        "  42  ",
        "1e3",
        "1E-3",
        "-2.5e+10",
        "0.0",
        "123456789012345",
        "0.000000000000000001",
        "1e308",
        "00012.50"
      })
  void numbersAreReadAsJavaReadsThem(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text.strip()));
  }

  @Test
  void randomNumbersAreRightToTheLastPlace() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(18) - 6);
      var text = String.format(Locale.ROOT, "%." + random.nextInt(18) + "f", value);
      double expected = Double.parseDouble(text);

      assertThat(parse(text))
          .as("%s, seed %d", text, seed)
          .isCloseTo(expected, within(Math.ulp(expected)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "-1.#IND", "inf", "1.#QNAN"})
  void whatLibrariesPrintForNoNumberIsNotANumber(String text) {
    assertThat(parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", ".", "abc", "1.2.3", "1,5", "0x10", "1d", "--1", "1e"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(NumberFormatException.class);
  }
}
