package dev.planlift.service.notify;

/**
 * Told, once, when the server has been asked to stop: whatever waits for something ends waiting.
 */
public record ServerStops() {}
