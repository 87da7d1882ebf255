/**
 * Building and leftover drawing to scene: extrude, cut, triangulate. Uses JTS and earcut4j. Metres,
 * z up.
 */
@NullMarked
package dev.planlift.core.solid;

import org.jspecify.annotations.NullMarked;
