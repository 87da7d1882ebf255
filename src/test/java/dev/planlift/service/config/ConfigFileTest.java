package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void theFileOfTheDataFolderIsRead() throws IOException {
    Files.writeString(folder.resolve("planlift.properties"), "planlift.retry.base=30s\n");
    var source = new ConfigFile(Map.of("PLANLIFT_DATA", folder.toString()));
    assertThat(source.getValue("planlift.retry.base")).isEqualTo("30s");
    assertThat(source.getPropertyNames()).containsExactly("planlift.retry.base");
    assertThat(source.fault()).isEmpty();
  }

  @Test
  void aFileThatIsNamedIsReadInItsPlace() throws IOException {
    Files.writeString(folder.resolve("planlift.properties"), "planlift.retry.base=30s\n");
    var named = Files.writeString(folder.resolve("mine.properties"), "planlift.retry.cap=1h\n");
    var source =
        new ConfigFile(
            Map.of("PLANLIFT_DATA", folder.toString(), "PLANLIFT_CONFIG", named.toString()));
    assertThat(source.getPropertyNames()).containsExactly("planlift.retry.cap");
  }

  @Test
  void withoutAFileThereIsNothing() {
    var source = new ConfigFile(Map.of("PLANLIFT_DATA", folder.toString()));
    assertThat(source.getPropertyNames()).isEmpty();
    assertThat(source.fault()).isEmpty();
  }

  @Test
  void aFileThatIsNamedAndNotThereIsAFault() {
    var missing = folder.resolve("missing.properties").toString();
    assertThat(new ConfigFile(Map.of("PLANLIFT_CONFIG", missing)).fault().orElseThrow())
        .contains(missing);
  }
}
