package dev.planlift.service.storage;

import java.time.Instant;

/**
 * A stored file.
 *
 * @param etag changes whenever the bytes do; without quotes
 */
public record Artifact(String key, long sizeBytes, Instant storedAt, String etag) {}
