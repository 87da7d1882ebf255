package dev.planlift.core.gltf;

/**
 * The figures of a written model. Triangles, vertices and draw calls count what a viewer draws: a
 * mesh shown by several nodes counts as often.
 */
public record GlbStatistics(
    long glbBytes, long triangles, long vertices, int materials, int drawCalls) {}
