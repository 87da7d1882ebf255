package dev.planlift.service.retention;

import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Retention;
import dev.planlift.service.storage.Artifact;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that belong to nobody: what a server that died had stored, or had not yet removed. Only
 * those count that are older than any work takes: nobody is about to point to them.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class Leftovers {
  private static final List<String> FOLDERS =
      List.of("inputs", "checkpoints", "results", "shadow", "health");
  private static final int BATCH = 500;

  @Inject Retention retention;
  @Inject ArtifactStore store;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Removes them, and uploads that never came to their end; tells how many. */
  int remove() {
    var before = clock.instant().minus(settings.retention().leftovers());
    int removed = store.removeUnfinished(before);
    for (var folder : FOLDERS) {
      var walk = new Walk(before);
      store.visit(folder, walk::visit);
      removed += walk.end();
    }
    return removed;
  }

  /** Through one folder; memory needed does not depend on its size. */
  private final class Walk {
    private final Instant before;
    private final List<String> old = new ArrayList<>();
    private int removed;

    Walk(Instant before) {
      this.before = before;
    }

    void visit(Artifact file) {
      if (file.storedAt().isBefore(before)) {
        old.add(file.key());
      }
      if (old.size() >= BATCH) {
        removeUnneeded();
      }
    }

    int end() {
      removeUnneeded();
      return removed;
    }

    private void removeUnneeded() {
      var unneeded = retention.unneeded(old);
      unneeded.forEach(store::delete);
      removed += unneeded.size();
      old.clear();
    }
  }
}
