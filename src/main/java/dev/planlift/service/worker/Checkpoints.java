package dev.planlift.service.worker;

import dev.planlift.error.WorkerError;
import dev.planlift.runner.RunnerRequest;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobCheckpoint;
import dev.planlift.service.job.Lease;
import dev.planlift.service.job.Stage;
import dev.planlift.service.job.StageEvents;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings what a job's stages left to its next attempt, or to the job that repeats it. A checkpoint
 * that is lost, or cannot be stored, costs time and nothing else.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Checkpoints {
  private static final Logger LOG = Logger.getLogger(Checkpoints.class.getName());

  /** Who knows what it died of: the next death is not a checkpoint's fault. */
  private static final int MOST_DEATHS = 1;

  /** The stages that leave something, in order: each replaces what the one before left. */
  private static final List<Stage> LEAVING = List.of(Stage.READ, Stage.RECONSTRUCT);

  @Inject ArtifactStore store;
  @Inject StageEvents stageEvents;
  @Inject Settings settings;

  /**
   * Where an attempt begins.
   *
   * @param folder for a copy, should one be needed
   */
  RunnerRequest.Restart restart(Job job, Path folder) {
    var checkpoint =
        job.checkpoint()
            .filter(there -> job.poison() <= MOST_DEATHS)
            .flatMap(there -> fetch(there, folder));
    return new RunnerRequest.Restart(
        checkpoint, job.beginStage().map(Stage::name), settings.checkpoint().worth());
  }

  /** Stores what the runner has left in its folder so far, if anything. */
  void keep(Lease lease, Job job, Path folder) {
    for (var stage : LEAVING) {
      var local = folder.resolve(RunnerRequest.checkpointOf(stage.name()));
      if (Files.isRegularFile(local)) {
        keep(lease, job, local, stage);
      }
    }
  }

  private void keep(Lease lease, Job job, Path local, Stage last) {
    var key = job.checkpoint().map(JobCheckpoint::key).orElse("checkpoints/" + job.id());
    try {
      if (hasRoom()) {
        store.put(key, local);
        if (!stageEvents.kept(lease, new JobCheckpoint(key, last, job.options()))) {
          store.delete(key);
        }
      }
      Files.delete(local);
    } catch (WorkerError | IOException e) {
      LOG.log(Level.WARNING, e, () -> "event=checkpoint_lost task_id=" + job.id());
    }
  }

  private Optional<Path> fetch(JobCheckpoint checkpoint, Path folder) {
    try {
      return Optional.of(store.fetch(checkpoint.key(), folder));
    } catch (WorkerError e) {
      LOG.log(Level.WARNING, e, () -> "event=checkpoint_lost key=" + checkpoint.key());
      return Optional.empty();
    }
  }

  /** With less no drawing is taken either. */
  boolean hasRoom() {
    var room = store.room();
    var limits = settings.intake();
    return room.freeBytes() >= limits.minFreeBytes().bytes()
        && room.freeBytes() >= room.totalBytes() * limits.minFreeShare();
  }
}
