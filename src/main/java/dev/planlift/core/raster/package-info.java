/** Pictures of pages, with where on the page each pixel lies. Uses nothing. */
@NullMarked
package dev.planlift.core.raster;

import org.jspecify.annotations.NullMarked;
