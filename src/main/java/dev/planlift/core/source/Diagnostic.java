package dev.planlift.core.source;

import dev.planlift.error.Place;

/** Something a reader met, put right and went on from: repairs, guesses, things cut short. */
public record Diagnostic(String code, String message, Place where) {}
