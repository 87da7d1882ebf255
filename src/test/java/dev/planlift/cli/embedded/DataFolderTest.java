package dev.planlift.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void aFolderServesOneServerAtATimeAndTheNextAfterIt() throws Exception {
    var data = DataFolder.open(folder);
    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOfSatisfying(
            LaunchException.class,
            inTheWay -> assertThat(inTheWay.kind()).isEqualTo(LaunchException.Kind.TEMPORARY))
        .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));

    data.close();

    DataFolder.open(folder).close();
  }

  @Test
  void passwordsAreMadeOnceAndForTheOwnersEyes() throws Exception {
    try (var data = DataFolder.open(folder)) {
      var first = Secrets.of(data);
      var second = Secrets.of(data);

      assertThat(first.fresh()).isTrue();
      assertThat(second.fresh()).isFalse();
      assertThat(second.adminPassword()).isEqualTo(first.adminPassword()).hasSizeGreaterThan(20);
      assertThat(first.adminPassword()).isNotEqualTo(first.databasePassword());
      assertThat(first.toString()).doesNotContain(first.adminPassword());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theProcessOfALauncherThatDiedIsEndedAndAStrangerWithItsNumberIsNot() throws Exception {
    var file = new ProcessFile(folder.resolve("some.process"));
    var process = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(file.file(), process.pid() + " 12345");
      file.endOrphan();
      assertThat(process.isAlive()).as("a stranger").isTrue();

      file.write(process.toHandle());
      file.endOrphan();
      assertThat(process.waitFor()).as("killed by SIGTERM").isEqualTo(128 + 15);
      assertThat(file.file()).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }
}
