package dev.planlift.service.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The text of {@code docs/configuration.md}, made from the records and their own words. */
public final class ConfigurationDocument {
  private static final String PREFIX = "planlift";
  private static final Path ARCHIVE =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");

  private final RecordDocs docs;
  private final Properties archive = new Properties();
  private final StringBuilder text = new StringBuilder();

  private ConfigurationDocument() throws IOException {
    docs = RecordDocs.read(Path.of("src/main/java/dev/planlift/service/config/Settings.java"));
    try (var reader = Files.newBufferedReader(ARCHIVE)) {
      archive.load(reader);
    }
  }

  /** As Markdown. */
  public static String text() throws IOException {
    var document = new ConfigurationDocument();
    document.text.append(
        """
        # Configuration

        Made from `dev.planlift.service.config.Settings`; not edited by hand. A setting is read from, the first that has it:
        `server.xml` (`<variable name="planlift.retry.base" value="30s"/>`), a system property of its key, the environment (the name in the
        table), the file that `PLANLIFT_CONFIG` names (`planlift.retry.base=30s` a line). An empty value counts as none.

        Durations are written `250ms`, `30s`, `5m`, `24h`, `7d` or as ISO 8601, sizes `4096`, `64KiB`, `100MiB` or `2GiB`, lists with commas.
        A name that is no setting, a value out of its range and values that do not go together stop the start, all told at once:
        `event=start_refused` in the log, `./planlift serve` ends with exit code 2, and `/health/started` and `/health/ready` never say UP.
        """);
    document.tree(Settings.class, PREFIX, "");
    document.variables();
    return document.text.toString();
  }

  /** One table for each record, each after the one that holds it. */
  private void tree(Class<?> type, String prefix, String about) {
    text.append("\n## `").append(prefix).append("`\n");
    if (!about.isEmpty()) {
      text.append("\n").append(about).append("\n");
    }
    text.append("\n| key | environment | type | default | range | what it does |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (var component : type.getRecordComponents()) {
      if (!Setting.isTree(component)) {
        var setting = new Setting(prefix + "." + component.getName(), component);
        row(setting, docs.of(type.getSimpleName(), component.getName()));
      }
    }
    for (var component : type.getRecordComponents()) {
      if (Setting.isTree(component)) {
        var doc = docs.of(type.getSimpleName(), component.getName());
        tree(component.getType(), prefix + "." + component.getName(), doc);
      }
    }
  }

  private void row(Setting setting, String doc) {
    text.append(
        "| `%s` | `%s` | %s | %s | %s | %s |\n"
            .formatted(
                setting.key(),
                setting.environmentName(),
                SettingValue.name(setting.component().getType()),
                standard(setting).map(value -> "`" + value + "`").orElse("–"),
                setting.range().isEmpty() ? "–" : setting.range(),
                doc));
  }

  /** What the archive's own file says stands before what the record says. */
  private Optional<String> standard(Setting setting) {
    return Optional.ofNullable(archive.getProperty(setting.key()))
        .or(setting::standard)
        .filter(value -> !value.isEmpty());
  }

  private void variables() {
    text.append(
        """

        ## Beside the settings

        Read from the environment alone, by the server's XML, the launcher or the tests.

        | variable | default | what it is |
        |---|---|---|
        """);
    for (var variable : ServerVariable.values()) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  variable.name(),
                  variable.standard().isEmpty() ? "–" : variable.standard(),
                  variable.doc().isEmpty() ? "–" : variable.doc()));
    }
  }
}
