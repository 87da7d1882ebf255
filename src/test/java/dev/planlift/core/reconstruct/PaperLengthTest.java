package dev.planlift.core.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperLengthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          9600 | 9.6
          12 600 | 12.6
          900 | 0.9
          3.60 | 3.6
          17,38 | 17.38
          0.885 | 0.885
          .90 | 0.9
          3.60 m | 3.6
          360cm | 3.6
          3600 mm | 3.6
          88⁵ | 0.885
          2.01⁵ | 2.015
          5' | 1.524
          5'-6" | 1.6764
          5'-6 | 1.6764
          5' 6" | 1.6764
          7' - 9" | 2.3622
          16'-7½" | 5.0673
          5'-2 1/2" | 1.5875
          5'-2-1/2" | 1.5875
          3 1/2" | 0.0889
          49’-0” | 14.9352
          (3600) | 3.6
          ±450 | 0.45
          L=2500 | 2.5
          """)
  void theLikeliestReadingIsThatOfDraughtsmen(String text, double metres) {
    var best = PaperLength.in(text).stream().min(Comparator.comparingDouble(PaperLength::cost));
    assertThat(best).as(text).isPresent();
    assertThat(best.get().metres()).isCloseTo(metres, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          346 | 3.46
          1,464 | 14.64
          1,464 | 1.464
          12.5 | 0.125
          """)
  void otherReadingsAreKept(String text, double metres) {
    assertThat(PaperLength.in(text))
        .as(text)
        .anySatisfy(length -> assertThat(length.metres()).isCloseTo(metres, within(1e-9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Kitchen", "A-101", "1:100", "10.6 m2", "4'x5'", "", "0", "1/11/2012", "ROOM 3"})
  void otherTextsAreNoLengths(String text) {
    assertThat(PaperLength.in(text)).as(text).isEmpty();
  }
}
