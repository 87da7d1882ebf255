/**
 * Line work as a plotter leaves it, turned back into line work as it was drawn: strokes drawn as
 * fills into lines, curves of chords and Béziers into arcs, dashes into one dashed line, each thing
 * once, lettering of strokes set apart. In and out: the items of a drawing in source units; one
 * class an operation, each a pure function. Touches only what comes from a page (a source of page
 * and box): all its lengths are points of paper.
 */
@NullMarked
package dev.planlift.core.linework;

import org.jspecify.annotations.NullMarked;
