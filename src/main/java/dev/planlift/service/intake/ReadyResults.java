package dev.planlift.service.intake;

import dev.planlift.service.config.Settings;
import dev.planlift.service.job.EngineChoice;
import dev.planlift.service.job.KeptResults;
import dev.planlift.service.job.ResultKey;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Looks for what a drawing would become, made before and kept. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class ReadyResults {
  @Inject private KeptResults results;
  @Inject private ArtifactStore store;
  @Inject private EngineChoice engines;
  @Inject private Settings settings;

  /** What results of the same work are known by; empty where there are none, or none are wanted. */
  Optional<ResultKey> find(UUID id, SubmissionRequest request, ArrivedDrawing drawing) {
    if (!settings.reuse().enabled() || drawing.fileUrl().isPresent()) {
      return Optional.empty();
    }
    var key =
        ResultKey.of(
            drawing.sha256(),
            request.options().hash(),
            JobWriting.nameOf(request, drawing),
            engines.of(JobWriting.format(drawing.format()), id).id());
    return results
        .find(key)
        .filter(kept -> store.find(kept.folder() + "/" + JobResult.MODEL.fileName()).isPresent())
        .map(kept -> key);
  }
}
