package dev.planlift.service.job;

import java.util.Optional;
import java.util.UUID;

/**
 * What a job that repeats another one takes from it.
 *
 * @param of the job repeated, which has ended
 * @param checkpoint a copy of that job's own
 * @param begin the stage to begin with at the latest; empty: as late as the checkpoint allows
 */
public record Repetition(UUID of, Optional<JobCheckpoint> checkpoint, Optional<Stage> begin) {}
