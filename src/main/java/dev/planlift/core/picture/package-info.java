/**
 * Pictures in memory, without a window system and without fonts of the machine: a canvas of RGB
 * pixels, y down, on which areas, lines and texts are painted smoothly; the typeface that travels
 * with us; PNG. In: pixels. Touches nothing but its own font resource and the streams it is given.
 */
@NullMarked
package dev.planlift.core.picture;

import org.jspecify.annotations.NullMarked;
