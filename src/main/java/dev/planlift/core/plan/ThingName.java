package dev.planlift.core.plan;

/** What a placed symbol is called, and the layer it is placed on. */
public record ThingName(String symbol, String layer) {}
