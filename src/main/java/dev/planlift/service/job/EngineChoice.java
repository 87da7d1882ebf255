package dev.planlift.service.job;

import dev.planlift.service.config.Engine;
import dev.planlift.service.config.Settings;
import dev.planlift.service.config.Settings.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Which engine converts a job on this server. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class EngineChoice {
  @Inject CurrentEngines engines;
  @Inject Engine engine;
  @Inject Settings settings;

  /**
   * An engine.
   *
   * @param candidate empty for the standard one
   * @param id equal for equal engines
   */
  public record Chosen(Optional<Candidate> candidate, String id) {}

  /** The engine of a job that nobody has begun. */
  public Chosen of(Format format, UUID jobId) {
    var candidate = format.candidate(settings.engine());
    return candidate.isThere() && engines.of(format).holds(EngineMode.ROLLOUT, jobId)
        ? new Chosen(Optional.of(candidate), engine.id(candidate))
        : standard();
  }

  /** The same; but what has failed once, for whatever reason, is the standard engine's to do. */
  public Chosen of(Job job) {
    return job.attempt() > 1 || job.poison() > 0 ? standard() : of(job.format(), job.id());
  }

  private Chosen standard() {
    return new Chosen(Optional.empty(), engine.id());
  }
}
