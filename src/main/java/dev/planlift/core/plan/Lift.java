package dev.planlift.core.plan;

import dev.planlift.core.geom.Polygon2;

/** A lift by the area of its cabin, metres. */
public record Lift(Polygon2 area, Evidence evidence) {}
