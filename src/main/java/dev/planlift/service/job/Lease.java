package dev.planlift.service.job;

import java.util.UUID;

/** The right to change one running job; lost once the lease has lapsed and another took it over. */
public record Lease(UUID jobId, UUID token) {}
