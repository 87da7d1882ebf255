/**
 * The building, in METRES, plan x and y in the drawing's own frame (no origin subtracted), z up.
 * Immutable records; made by reconstruct, turned into solids by solid.
 */
@NullMarked
package dev.planlift.core.plan;

import org.jspecify.annotations.NullMarked;
