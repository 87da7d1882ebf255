package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-, 0, 99",
    "bytes=10-19, 10, 19",
    "bytes=90-500, 90, 99",
    "bytes=-1, 99, 99",
    "bytes=-500, 0, 99",
  })
  void aRangeIsCutToTheFile(String header, long first, long last) {
    assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=9-3", "", "bytes=a-b", "0-5"})
  void whatIsNoSingleRangeMeansTheWholeFile(String header) {
    assertThat(ByteRange.parse(header, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void aRangeBehindTheEndIsRefused(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 100))
        .isInstanceOfSatisfying(
            PermanentError.class,
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.RANGE_NOT_SATISFIABLE);
              assertThat(error.where().coordinates()).containsEntry("size", "100");
            });
  }
}
