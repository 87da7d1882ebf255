package dev.planlift.service.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionMessageTest {
  private static final UUID ID = new UUID(3, 4);

  @Test
  void aMessageComesBackFromItsText() {
    var message =
        new ConversionMessage(
            ID,
            Optional.of("https://files.example/a.dxf"),
            Optional.of("https://example/hook"),
            9,
            "{\"a\":{\"b\":[1]}}",
            Optional.of(Instant.parse("2026-03-01T10:00:00Z")));
    assertThat(ConversionMessage.parse(message.toJson())).isEqualTo(message);
  }

  @Test
  void versionOneZeroIsLiftedByDefaults() {
    var message =
        ConversionMessage.parse(
            "{\"schema_version\":\"1.0.0\",\"task_id\":\"%s\",\"file_url\":\"f\",\"callback_url\":\"c\"}"
                .formatted(ID));
    assertThat(message.taskId()).isEqualTo(ID);
    assertThat(message.priority()).isEqualTo(5);
    assertThat(message.metadata()).isEqualTo("{}");
    assertThat(message.createdAt()).isEmpty();
  }

  @Test
  void whatALaterMinorVersionAddsIsIgnored() {
    var message =
        ConversionMessage.parse(
            "{\"schema_version\":\"1.7.0\",\"task_id\":\"%s\",\"colour\":{\"x\":1}}".formatted(ID));
    assertThat(message.taskId()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"schema_version\":\"2.0.0\",\"task_id\":\"00000000-0000-0003-0000-000000000004\"}",
        "{\"task_id\":\"00000000-0000-0003-0000-000000000004\"}",
        "{\"schema_version\":\"1.1.0\"}",
        "{\"schema_version\":\"1.1.0\",\"task_id\":\"x\"}",
        "{\"schema_version\":\"1.1.0\",\"task_id\":\"00000000-0000-0003-0000-000000000004\","
            + "\"priority\":10}",
        "{\"schema_version\":\"1.1.0\",\"task_id\":\"00000000-0000-0003-0000-000000000004\","
            + "\"metadata\":7}",
      })
  void whatCannotBeReadIsRefusedByItsVersion(String text) {
    assertThatThrownBy(() -> ConversionMessage.parse(text))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_VERSION));
  }
}
