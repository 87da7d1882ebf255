package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.service.config.Settings.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void aCandidateIsAnotherEngineUnlessNothingOfItDiffers() throws IOException {
    var jar = Files.write(folder.resolve("engine.jar"), new byte[] {1, 2, 3});
    var other = Files.write(folder.resolve("other.jar"), new byte[] {4, 5, 6});
    var engine = new Engine(TestSettings.of(Map.of("planlift.runner.classPath", jar.toString())));
    var standard = engine.id();

    assertThat(engine.id(candidate("", "", ""))).as("the same jar").isEqualTo(standard);
    var ids =
        List.of(
            standard,
            engine.id(candidate(other.toString(), "", "")),
            engine.id(candidate("", "-XX:+UseZGC", "")),
            engine.id(candidate("", "", "wallHeight=3")),
            engine.id(candidate("", "", "wallHeight=4")),
            engine.id(candidate("", "wallHeight=3", "")));
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void aCandidatesOptionsHoldWhereARequestSaysNothing() {
    var candidate = candidate("", "", "wallHeight=3, units=mm");
    assertThat(candidate.with(Map.of("units", "cm", "curves", "false")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("wallHeight", "3", "units", "cm", "curves", "false"));
  }

  @Test
  void aCandidateHasANameOfItsOwn() {
    for (var name : List.of("Standard Two", "standard", "x".repeat(41))) {
      var values = Map.of("planlift.engine.pdf.name", name);
      assertThatThrownBy(() -> TestSettings.of(values)).hasMessageContaining("planlift.engine.pdf");
    }
    assertThat(TestSettings.of(Map.of()).engine().pdf().isThere()).isFalse();
  }

  private static Candidate candidate(String classPath, String jvmArguments, String options) {
    return TestSettings.of(
            Map.of(
                "planlift.engine.dxf.name", "trial",
                "planlift.engine.dxf.classPath", classPath,
                "planlift.engine.dxf.jvmArguments", jvmArguments,
                "planlift.engine.dxf.options", options))
        .engine()
        .dxf();
  }
}
