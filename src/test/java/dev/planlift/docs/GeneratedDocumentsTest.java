package dev.planlift.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.options.Option;
import dev.planlift.error.ErrorCode;
import dev.planlift.service.config.ConfigurationDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Documents that are made from the code say what the code says. {@code ./mvnw test
 * -Dtest=GeneratedDocumentsTest -DwriteDocuments} writes them anew.
 */
class GeneratedDocumentsTest {
  @Test
  void errorsAreTheErrorCodesOfTheCode() throws IOException {
    var text = new StringBuilder();
    text.append("# Errors\n\nMade from `dev.planlift.error.ErrorCode`; not edited by hand.\n\n");
    text.append(
        "A dead letter is tried once more after the time that the last column says, where it says"
            + " one; `planlift.deadLetters.policy` replaces that by code or category.\n\n");
    text.append("| code | category | HTTP | what it says | what to do | as a dead letter |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (var code : ErrorCode.values()) {
      text.append(
          "| `%s` | %s | %d | %s | %s | %s |\n"
              .formatted(
                  code,
                  code.category(),
                  code.httpStatus(),
                  code.message(),
                  code.advice(),
                  code.secondChance()
                      .age()
                      .map(age -> "once after " + age.toMinutes() + " min")
                      .orElse("–")));
    }
    assertIsWritten("docs/errors.md", text.toString());
  }

  @Test
  void optionsAreTheOptionsOfTheCode() throws IOException {
    var text = new StringBuilder();
    text.append(
        "# Options of a conversion\n\n"
            + "Made from `dev.planlift.core.options.Option`; not edited by hand. "
            + "Given as `--set name=value` or in a request's `options`. "
            + "A retry that changes one begins with the stage named.\n\n");
    text.append("| option | default | begins with | meaning |\n|---|---|---|---|\n");
    for (var option : Option.values()) {
      var standard = option.defaultValue().isEmpty() ? "–" : "`" + option.defaultValue() + "`";
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(option.outsideName(), standard, option.first(), option.doc()));
    }
    assertIsWritten("docs/options.md", text.toString());
  }

  @Test
  void theConfigurationIsTheSettingsOfTheCode() throws IOException {
    assertIsWritten("docs/configuration.md", ConfigurationDocument.text());
  }

  private static void assertIsWritten(String file, String text) throws IOException {
    var path = Path.of(file);
    if (System.getProperty("writeDocuments") != null) {
      Files.writeString(path, text);
    }
    assertThat(path).hasContent(text);
  }
}
