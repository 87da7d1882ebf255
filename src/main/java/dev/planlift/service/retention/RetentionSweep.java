package dev.planlift.service.retention;

import dev.planlift.service.config.Pulse;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Retention;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks from time to time for what has been kept long enough; of all servers one at a time. Rows go
 * first and their files after the commit: what a server that dies in between leaves is found as a
 * leftover by the next look.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class RetentionSweep {
  private static final Logger LOG = Logger.getLogger(RetentionSweep.class.getName());
  private static final int BATCH = 200;

  @Inject Retention retention;
  @Inject Leftovers leftovers;
  @Inject ArtifactStore store;
  @Inject Settings settings;
  @Resource ManagedScheduledExecutorService executor;

  private @Nullable Pulse pulse;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    pulse = new Pulse("The sweep", executor, settings.retention().sweep(), this::sweep);
  }

  @PreDestroy
  void stop() {
    if (pulse != null) {
      pulse.close();
    }
  }

  /** One look; nothing happens where another server has just looked. */
  void sweep() {
    if (!retention.takeTurn("sweep", settings.retention().sweep().dividedBy(2))) {
      return;
    }
    int expired = removeAll(this::expireResults);
    expired += removeAll(retention::expireOthers);
    expired += removeAll(retention::expireShadowRuns);
    int rows = 0;
    for (int forgotten = BATCH; forgotten == BATCH; rows += forgotten) {
      forgotten = retention.forgetJobs(BATCH);
    }
    int left = leftovers.remove();
    int forgotten = rows;
    int files = expired;
    var level = files + rows + left > 0 ? Level.INFO : Level.FINE;
    LOG.log(
        level, () -> "event=swept files=%d rows=%d leftovers=%d".formatted(files, forgotten, left));
  }

  private List<String> expireResults(int limit) {
    var folders = retention.expireResults(limit);
    return Stream.concat(folders.stream(), retention.expireJobs(folders).stream()).toList();
  }

  private int removeAll(IntFunction<List<String>> next) {
    int removed = 0;
    for (var files = next.apply(BATCH); !files.isEmpty(); files = next.apply(BATCH)) {
      files.forEach(store::delete);
      removed += files.size();
    }
    return removed;
  }
}
