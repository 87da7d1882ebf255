package seeded.core.plan;

import org.locationtech.jts.geom.Coordinate;

/** The plan's records holding a library's type. */
public record UsesJts(Coordinate corner) {}
