package dev.planlift.core.plan;

import dev.planlift.core.geom.Polygon2;

/**
 * A floor plate: {@code topM} above the level's floor (0 for the floor itself), {@code thicknessM}
 * thick.
 */
public record Slab(Polygon2 outline, double topM, double thicknessM, Evidence evidence) {}
