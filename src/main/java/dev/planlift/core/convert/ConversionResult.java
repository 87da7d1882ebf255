package dev.planlift.core.convert;

/** The figures of a conversion that succeeded; the report holds the rest. */
public record ConversionResult(
    long glbBytes, int walls, int doors, int windows, int rooms, boolean planFound) {}
