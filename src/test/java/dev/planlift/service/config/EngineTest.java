package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  @TempDir Path folder;

  private static String id(Path jar) {
    return Engine.of(jar.toString());
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
