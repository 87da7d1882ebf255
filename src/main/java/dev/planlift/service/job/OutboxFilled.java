package dev.planlift.service.job;

/**
 * There is something to send. Fired inside the transaction: observe it with {@code during =
 * TransactionPhase.AFTER_SUCCESS}.
 */
public record OutboxFilled() {}
