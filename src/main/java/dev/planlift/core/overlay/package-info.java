/**
 * What was recognised, drawn over the source lines, as SVG. In: the drawing in source units and the
 * building in metres. Out: a picture of bounded size in which no text of the drawing is markup.
 */
@NullMarked
package dev.planlift.core.overlay;

import org.jspecify.annotations.NullMarked;
