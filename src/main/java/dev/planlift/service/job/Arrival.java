package dev.planlift.service.job;

/**
 * A drawing that has been fetched.
 *
 * @param key where its bytes lie
 * @param format by its content
 * @param sha256 hexadecimal
 */
public record Arrival(String key, Format format, String sha256, long sizeBytes) {}
