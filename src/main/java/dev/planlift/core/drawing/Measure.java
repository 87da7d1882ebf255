package dev.planlift.core.drawing;

/**
 * What a drawing itself says that its units measure in truth, as a PDF's measure dictionary does.
 *
 * @param perUnit so many of the real unit is one source unit; greater than zero
 * @param unit as written, such as "m" or "in"; empty where the drawing leaves it open
 * @param ratio in the drawing's words, such as "1:100"; may be empty
 */
public record Measure(double perUnit, String unit, String ratio) {}
