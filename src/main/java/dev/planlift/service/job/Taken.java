package dev.planlift.service.job;

/**
 * A job that a worker holds.
 *
 * @param job as it stood when the lease was given
 */
public record Taken(Lease lease, Job job) {}
