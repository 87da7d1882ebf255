package dev.planlift.core.plan;

import dev.planlift.core.source.SourceRef;
import java.util.List;

/**
 * What an element rests on.
 *
 * @param layer the source layer's name
 * @param sources what it was drawn as, each once
 * @param confidence 0 to 1
 * @param reason in a few words, for people
 */
public record Evidence(String layer, List<SourceRef> sources, double confidence, String reason) {
  public Evidence {
    sources = List.copyOf(sources);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence lies in 0..1, not " + confidence);
    }
  }
}
