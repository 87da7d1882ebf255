/**
 * Points, boxes and transforms: immutable, double precision, unit-free. Angles are radians,
 * counter-clockwise. Uses nothing.
 */
@NullMarked
package dev.planlift.core.geom;

import org.jspecify.annotations.NullMarked;
