package dev.planlift.core.convert;

/**
 * One stage as it ran.
 *
 * @param allocatedBytes by the converting thread
 * @param reused whether what it makes was taken from a checkpoint
 */
record StageRecord(ConversionStage stage, long millis, long allocatedBytes, boolean reused) {}
