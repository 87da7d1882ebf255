package dev.planlift.runner;

import java.nio.file.Path;

/**
 * Two models of one drawing that are to be compared; files may appear beside them.
 *
 * @param standard the one that counts, a local file
 * @param candidate the other, a local file
 * @param positionM how far an element may lie from the other's, metres
 * @param share by how much lengths, areas and volumes may differ
 */
public record ModelPair(Path standard, Path candidate, double positionM, double share) {}
