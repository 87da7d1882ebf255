package dev.planlift.core.checkpoint;

import java.time.Duration;

/**
 * What a checkpoint may cost at most; one that costs more is given up.
 *
 * @param maxBytes of the file
 * @param maxTime for writing it
 */
public record Effort(long maxBytes, Duration maxTime) {}
