package dev.planlift.service.worker;

import dev.planlift.error.WorkerError;
import dev.planlift.runner.RunnerOutcome.Converted;
import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.job.Lease;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings what a runner made to the storage, each attempt's under a key of its own. */
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

  /** Stores what there is; returns the key it lies under. */
  String store(Lease lease, Path folder) {
    FILES.forEach(file -> store(lease, folder, file));
    return key(lease);
  }

  /**
   * Stores the report of a job that failed; empty where the runner left none, and where the storage
   * itself is what fails: that must not keep the job's end from being written.
   */
  Optional<String> storeReport(Lease lease, Path folder) {
    try {
      return store(lease, folder, RunnerRequest.REPORT)
          ? Optional.of(key(lease))
          : Optional.empty();
    } catch (WorkerError e) {
      LOG.log(Level.WARNING, e, () -> "event=report_lost task_id=" + lease.jobId());
      return Optional.empty();
    }
  }

  /** Removes what was stored for an attempt that turned out to be no longer wanted. */
  void discard(Lease lease) {
    store.delete(key(lease));
  }

  static String figures(Converted converted) {
    return Json.createObjectBuilder()
        .add("glbBytes", converted.glbBytes())
        .add("walls", converted.walls())
        .add("doors", converted.doors())
        .add("windows", converted.windows())
        .add("rooms", converted.rooms())
        .add("planFound", converted.planFound())
        .build()
        .toString();
  }

  private boolean store(Lease lease, Path folder, String file) {
    var local = folder.resolve(file);
    if (!Files.isRegularFile(local)) {
      return false;
    }
    store.put(key(lease) + "/" + file, local);
    return true;
  }

  private static String key(Lease lease) {
    return "results/" + lease.jobId() + "/" + lease.token();
  }
}
