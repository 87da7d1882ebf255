package dev.planlift.core.convert;

/**
 * One stage as it ran.
 *
 * @param allocatedBytes by the converting thread
 */
record StageRecord(ConversionStage stage, long millis, long allocatedBytes) {}
