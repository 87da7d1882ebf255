package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.service.job.Priority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionRequestTest {
  private static final SubmissionRequest.Bounds BOUNDS =
      new SubmissionRequest.Bounds(64, Duration.ofDays(30));

  private static SubmissionRequest parse(String json) {
    return SubmissionRequest.parse(json.getBytes(StandardCharsets.UTF_8), BOUNDS);
  }

  private static PermanentError refusal(String json) {
    return catchThrowableOfType(PermanentError.class, () -> parse(json));
  }

  @Test
  void everyFieldIsRead() {
    var request =
        parse(
            """
            {"id": "0198c0de-0000-7000-8000-00000000abcd", "name": " House ", "priority": "high",
             "options": {"wallHeight": 3, "plan": false, "units": "cm"},
             "metadata": {"client": 7}, "callbackUrl": "https://example.org/done"}
            """);

    assertThat(request.id().map(Object::toString)).contains("0198c0de-0000-7000-8000-00000000abcd");
    assertThat(request.name()).contains("House");
    assertThat(request.priority()).isEqualTo(Priority.HIGH);
    assertThat(request.options().given())
        .isEqualTo(Map.of("wallHeight", "3.0", "plan", "false", "units", "cm"));
    assertThat(request.metadata()).isEqualTo("{\"client\":7}");
    assertThat(request.callbackUrl().map(Object::toString)).contains("https://example.org/done");
  }

  @Test
  void anEmptyObjectMeansTheDefaults() {
    assertThat(parse("{}")).isEqualTo(SubmissionRequest.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"nam\": \"x\"}|nam",
        "{\"id\": \"1-1-1-1-1\"}|id",
        "{\"id\": 7}|id",
        "{\"name\": \"\"}|name",
        "{\"name\": \"a\\nb\"}|name",
        "{\"priority\": \"urgent\"}|priority",
        "{\"callbackUrl\": \"file:///etc/passwd\"}|callbackUrl",
        "{\"callbackUrl\": \"not a url\"}|callbackUrl",
        "{\"options\": []}|options",
        "{\"metadata\": \"text\"}|metadata",
        "{\"metadata\": {\"long\": \"0123456789012345678901234567890123456789012345678901234\"}}"
            + "|metadata",
      })
  void aWrongFieldIsNamed(String json, String field) {
    var error = refusal(json);
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(error.where().coordinates()).containsEntry("field", field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"options\": {\"wallHight\": 3}}|options.wallHight",
        "{\"options\": {\"wallHeight\": -3}}|options.wallHeight",
        "{\"options\": {\"wallHeight\": null}}|options.wallHeight",
        "{\"options\": {\"texts\": [true]}}|options.texts",
      })
  void aWrongOptionIsNamed(String json, String field) {
    var error = refusal(json);
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_OPTION);
    assertThat(error.where().coordinates()).containsEntry("field", field);
  }

  @Test
  void brokenJsonIsRefusedWithLineAndColumn() {
    var error = refusal("{\n  \"name\": \"House\",,\n}");
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(error.where().coordinates()).containsEntry("line", "2").containsKey("column");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]|", "\"text\"|", "''|", "{|", "{\"name\": \"a\"} trailing|"})
  void whatIsNoObjectIsRefused(String json) {
    assertThat(refusal(json).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void resultsAreKeptForWholeHoursUpToTheLongestTime() {
    assertThat(parse("{}").keep()).isEmpty();
    assertThat(parse("{\"retentionHours\": 1}").keep()).contains(Duration.ofHours(1));
    assertThat(parse("{\"retentionHours\": 720}").keep()).contains(Duration.ofDays(30));
    for (var wrong : new String[] {"0", "-1", "721", "1.5", "1e400", "\"24\"", "true"}) {
      var error = refusal("{\"retentionHours\": " + wrong + "}");
      assertThat(error.code()).as(wrong).isEqualTo(ErrorCode.INVALID_REQUEST);
      assertThat(error.where().coordinates()).containsEntry("field", "retentionHours");
    }
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    var error =
        catchThrowableOfType(
            PermanentError.class,
            () ->
                SubmissionRequest.parse(
                    "{\"name\": \"Grundriß\"}".getBytes(StandardCharsets.ISO_8859_1), BOUNDS));
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void deepNestingIsRefusedInsteadOfOverflowing() {
    var error = refusal("{\"metadata\": " + "[".repeat(50_000));
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }
}
