package dev.planlift.service.worker;

import dev.planlift.core.options.ConversionOptions;
import dev.planlift.error.PermanentError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.EngineChoice;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.ResultKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells which jobs ask an engine for the same. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class SameWork {
  @Inject Settings settings;

  /** Whether others may have a job's results: not those of what was to be done once more. */
  boolean isShared(Job job) {
    return settings.reuse().enabled() && job.retryOf().isEmpty() && !job.sha256().isEmpty();
  }

  /** What a job's results are known by, made by an engine: the same work's, or its own. */
  ResultKey key(Job job, EngineChoice.Chosen engine) {
    if (!isShared(job)) {
      return ResultKey.own(job.id());
    }
    try {
      var options = ConversionOptions.parse(job.options()).hash();
      return ResultKey.of(job.sha256(), options, job.name(), engine.id());
    } catch (PermanentError e) {
      return ResultKey.own(job.id()); // the runner refuses them just so
    }
  }
}
