package dev.planlift.service.job;

import java.util.Map;
import java.util.Optional;

/**
 * What is to be different when a dead letter is tried again.
 *
 * @param options all options in place of those it had; empty: as they were
 * @param begin the stage to begin with at the latest; empty: as late as the checkpoint allows
 */
public record Revision(Optional<Map<String, String>> options, Optional<Stage> begin) {
  public static final Revision NONE = new Revision(Optional.empty(), Optional.empty());

  public Revision {
    options = options.map(Map::copyOf);
  }
}
