package dev.planlift.service.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.runner.RunnerLaunch;
import dev.planlift.runner.RunnerOutcome;
import dev.planlift.runner.RunnerProcess;
import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.worker.RunnerPool.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a warm child is kept for the next job, and when another takes its place. */
class RunnerPoolTest {
  private static final Duration PING = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final List<String> restarts = new ArrayList<>();

  @Test
  void aChildIsKeptUntilItHasConvertedEnough() throws IOException {
    try (var pool = pool(new Health(PING, 2, Long.MAX_VALUE))) {
      var first = pool.take();
      convert(first);
      pool.giveBack(first);
      assertThat(pool.take()).isSameAs(first);
      assertThat(restarts).isEmpty();
      convert(first);

      pool.giveBack(first);

      assertThat(restarts).containsExactly("recycled");
      assertThat(first.isAlive()).isFalse();
    }
  }

  @Test
  void aChildThatHoldsTooMuchMemoryIsReplacedAfterItsJob() throws IOException {
    try (var pool = pool(new Health(PING, 100, 1))) {
      var first = pool.take();
      convert(first);

      pool.giveBack(first);

      assertThat(restarts).containsExactly("memory");
      assertThat(first.isAlive()).isFalse();
    }
  }

  @Test
  void aChildThatDiedWhileItWaitedIsReplacedBeforeTheNextJob() throws IOException {
    try (var pool = pool(new Health(PING, 100, Long.MAX_VALUE))) {
      var first = pool.take();
      pool.giveBack(first);
      first.kill();

      var second = pool.take();

      assertThat(second).isNotSameAs(first);
      assertThat(restarts).containsExactly("unhealthy");
      convert(second);
      pool.giveBack(second);
    }
  }

  private RunnerPool pool(Health health) {
    var launch =
        new RunnerLaunch(
            RunnerLaunch.thisJava(),
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            256 << 20,
            folder.resolve("tmp"));
    return new RunnerPool(launch, 1, health, restarts::add);
  }

  private void convert(RunnerProcess runner) throws IOException {
    var empty = Files.writeString(folder.resolve("a.dxf"), "");
    var request = new RunnerRequest("1", empty, "a.dxf", Map.of(), folder);
    assertThat(runner.convert(request, event -> {})).isInstanceOf(RunnerOutcome.Failed.class);
  }
}
