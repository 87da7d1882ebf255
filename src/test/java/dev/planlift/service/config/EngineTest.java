package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  @TempDir Path folder;

  private static String id(Path jar) {
    var engine = new Engine();
    engine.settings =
        new SettingsReader(
                key ->
                    key.equals("planlift.runner.classPath")
                        ? Optional.of(jar.toString())
                        : Optional.empty(),
                List.of())
            .read(Settings.class, "planlift");
    assertThat(engine.id()).as("asked twice").isEqualTo(engine.id());
    return engine.id();
  }

  @Test
  void equalJarsAreOneEngineAndOthersAreNot() throws IOException {
    var here = Files.write(folder.resolve("here.jar"), new byte[] {1, 2, 3});
    var there = Files.write(folder.resolve("there.jar"), new byte[] {1, 2, 3});
    var next = Files.write(folder.resolve("next.jar"), new byte[] {1, 2, 4});
    assertThat(id(here)).isEqualTo(id(there)).isNotEqualTo(id(next));
  }

  @Test
  void anEngineThatCannotBeReadIsLikeNoOther() {
    var nowhere = folder.resolve("nowhere.jar");
    assertThat(id(nowhere)).isNotEqualTo(id(nowhere));
  }
}
