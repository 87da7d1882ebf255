package dev.planlift.core.plan;

import dev.planlift.core.geom.Polygon2;
import java.util.List;

/** A stair by its treads in walking order, metres; each rises {@code riseM} over the one before. */
public record Stair(List<Polygon2> treads, double riseM, Evidence evidence) {
  public Stair {
    treads = List.copyOf(treads);
  }
}
