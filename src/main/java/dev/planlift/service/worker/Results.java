package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.WorkerError;
import dev.planlift.runner.RunnerOutcome.Converted;
import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.config.JsonObjects;
import dev.planlift.service.job.KeptResults;
import dev.planlift.service.job.KeptResults.Kept;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.ResultKey;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings what a runner made to the storage, each attempt's in a folder of its own. */
@ApplicationScoped
public class Results {
  private static final Logger LOG = Logger.getLogger(Results.class.getName());
  private static final List<String> FILES =
      List.of(
          RunnerRequest.MODEL,
          RunnerRequest.REPORT,
          RunnerRequest.PREVIEW,
          RunnerRequest.OVERLAY,
          RunnerRequest.OVERLAY_PICTURE);

  @Inject ArtifactStore store;
  @Inject KeptResults kept;

  /** Stores what there is, in a folder of this attempt alone, under what it is known by. */
  Kept store(Lease lease, ResultKey key, Path folder, String figures) {
    var made = new Kept(folder(lease, key), figures);
    FILES.forEach(file -> store(made.folder(), folder, file));
    return made;
  }

  /**
   * Stores the report of a job that failed, and the picture of what could not be read; empty where
   * the runner left no report, and where the storage itself is what fails: that must not keep the
   * job's end from being written.
   */
  Optional<String> storeReport(Lease lease, Path folder, ErrorCode error) {
    var target = folder(lease, ResultKey.own(lease.jobId()));
    try {
      if (error == ErrorCode.DETECTOR_MISSING) {
        store(target, folder, RunnerRequest.PREVIEW);
      }
      return store(target, folder, RunnerRequest.REPORT) ? Optional.of(target) : Optional.empty();
    } catch (WorkerError e) {
      LOG.log(Level.WARNING, e, () -> "event=report_lost task_id=" + lease.jobId());
      return Optional.empty();
    }
  }

  /** Whether there are whole results already of what a key stands for. */
  boolean areThere(ResultKey key) {
    var found = kept.find(key);
    if (found
        .flatMap(there -> store.find(there.folder() + "/" + RunnerRequest.MODEL))
        .isPresent()) {
      return true;
    }
    found.ifPresent(kept::forget);
    return false;
  }

  /**
   * Removes what was stored for an attempt and turned out to be no longer wanted; what cannot be
   * removed now, the sweep finds.
   */
  void discard(String folder) {
    try {
      store.delete(folder);
    } catch (WorkerError e) {
      LOG.log(Level.WARNING, e, () -> "event=leftover key=" + folder);
    }
  }

  /**
   * Removes what an attempt stored, unless it is somebody's: an error in the commit does not tell
   * whether it happened.
   */
  void discardUnlessKept(Lease lease, ResultKey key) {
    var folder = folder(lease, key);
    if (!kept.isKept(folder)) {
      discard(folder);
    }
  }

  /** What is told of a model with its job; {@code engine} where a candidate made it. */
  static String figures(Converted converted, Optional<String> candidate) {
    var figures = JsonObjects.builder();
    candidate.ifPresent(name -> figures.add(KeptResults.ENGINE, name));
    return figures
        .add("glbBytes", converted.glbBytes())
        .add("walls", converted.walls())
        .add("doors", converted.doors())
        .add("windows", converted.windows())
        .add("rooms", converted.rooms())
        .add("planFound", converted.planFound())
        .build()
        .toString();
  }

  private boolean store(String target, Path folder, String file) {
    var local = folder.resolve(file);
    if (!Files.isRegularFile(local)) {
      return false;
    }
    store.create(target + "/" + file, local);
    return true;
  }

  private static String folder(Lease lease, ResultKey key) {
    return "results/" + key.text() + "/" + lease.token();
  }
}
