package dev.planlift.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.service.job.JobQuery.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobQueryTest {
  @Test
  void aCursorComesBackFromItsText() {
    var cursor = new Cursor(Instant.parse("2026-03-01T10:00:00.123456Z"), new UUID(1, 2));
    assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "AAAA", "MjAyNg"})
  void anyOtherTextIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }
}
