package dev.planlift.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.runner.Confinement.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a file system that looks as the kernel's would. */
class ControlGroupsTest {
  private static final Bounds BOUNDS = new Bounds(1 << 30, 1.5);

  @TempDir Path root;

  private Path service(String own, String controllers) throws IOException {
    var service =
        Files.createDirectories(root.resolve("sys/fs/cgroup/system.slice/planlift.service"));
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("sys/fs/cgroup/cgroup.controllers"), "cpu memory");
    Files.writeString(service.resolve("cgroup.controllers"), controllers);
    Files.writeString(
        root.resolve("proc/self/cgroup"), "0::/system.slice/planlift.service" + own + "\n");
    return service;
  }

  @Test
  void whereTheyAreDelegatedARunnerGetsAGroupOfItsOwn() throws Exception {
    var service = service("/server", "cpuset cpu io memory pids\n");

    var groups = ControlGroups.delegated(BOUNDS, root).orElseThrow();

    assertThat(service.resolve("cgroup.subtree_control")).hasContent("+memory +cpu");
    var process = new ProcessBuilder("sleep", "600").start();
    try {
      groups.takeIn(process);
      var group = service.resolve("runner-" + process.pid());
      assertThat(group.resolve("cgroup.procs")).hasContent(Long.toString(process.pid()));
      assertThat(group.resolve("memory.max")).hasContent("1073741824");
      assertThat(group.resolve("memory.oom.group")).hasContent("1");
      assertThat(group.resolve("memory.swap.max")).doesNotExist();
      assertThat(group.resolve("cpu.max")).hasContent("150000 100000");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aServerThatSharesItsGroupWithOthersHasNoneToGive() throws IOException {
    service("", "cpu memory\n");

    assertThat(ControlGroups.delegated(BOUNDS, root)).isEmpty();
  }

  @Test
  void whereMemoryIsNotDelegatedTheyDoNotServe() throws IOException {
    service("/server", "cpu pids\n");

    assertThat(ControlGroups.delegated(BOUNDS, root)).isEmpty();
  }

  @Test
  void aHostOfTheFirstVersionHasNone() throws IOException {
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("proc/self/cgroup"), "4:memory:/server\n0::/server\n");

    assertThat(ControlGroups.delegated(BOUNDS, root)).isEmpty();
  }
}
