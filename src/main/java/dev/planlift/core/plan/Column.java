package dev.planlift.core.plan;

import dev.planlift.core.geom.Polygon2;

/** A column by its footprint, metres. */
public record Column(Polygon2 footprint, double heightM, Evidence evidence) {}
