package dev.planlift.service.worker;

import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.job.ShadowOutcome;
import dev.planlift.service.job.ShadowRun;
import dev.planlift.service.job.ShadowRuns;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps what came of shadow runs; where the results differ, both of them: {@code
 * shadow/JOB/standard-model.glb}, {@code shadow/JOB/candidate-model.glb} and so on.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class ShadowFiles {
  private static final List<String> KEPT =
      List.of(
          RunnerRequest.MODEL,
          RunnerRequest.REPORT,
          RunnerRequest.PREVIEW,
          RunnerRequest.OVERLAY,
          RunnerRequest.OVERLAY_PICTURE);

  @Inject ArtifactStore store;
  @Inject Checkpoints checkpoints;
  @Inject ShadowRuns runs;

  /**
   * Keeps one.
   *
   * @param standard where the standard engine's results lie in the storage
   * @param candidate the local folder of the candidate's
   * @return false, and nothing is kept, where its job is gone
   */
  boolean keep(ShadowRun run, String standard, Path candidate) throws IOException {
    boolean kept = false;
    try {
      if (run.outcome() != ShadowOutcome.SAME && checkpoints.hasRoom()) {
        store(run, standard, candidate);
      }
      kept = runs.keep(run);
      return kept;
    } finally {
      if (!kept) {
        store.delete(run.folder());
      }
    }
  }

  private void store(ShadowRun run, String standard, Path candidate) throws IOException {
    var copies = Files.createDirectories(candidate.resolve("copies"));
    for (var file : KEPT) {
      if (store.find(standard + "/" + file).isPresent()) {
        var copy = store.fetch(standard + "/" + file, copies);
        store.put(run.folder() + "/standard-" + file, copy);
      }
      var made = candidate.resolve(file);
      if (Files.isRegularFile(made)) {
        store.put(run.folder() + "/candidate-" + file, made);
      }
    }
  }
}
