package dev.planlift.service.job;

import java.util.UUID;

/**
 * A worker that takes jobs.
 *
 * @param worker its name, for people
 * @param life the server's life it belongs to: a new one with every start
 */
public record Claimant(String worker, UUID life) {}
