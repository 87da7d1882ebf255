/**
 * Reads vector PDF into a drawing, page by page. One unit is one point (1/72 inch) of the page as
 * it is shown: after /Rotate and /UserUnit, from the lower left corner of the crop box, Y up.
 * Optional content groups are the layers; what belongs to none lies on layer 0. Widths of strokes
 * are in points. No scale is decided here. Sole user of PDFBox. Of pictures only the frames are
 * kept; nothing in a file is run, opened or decoded that is not drawn.
 */
@NullMarked
package dev.planlift.core.pdf;

import org.jspecify.annotations.NullMarked;
