/**
 * Points, boxes and transforms: immutable, double precision, unit-free. Angles are radians,
 * counter-clockwise. Grids and sets for what lies near each other. Uses nothing.
 */
@NullMarked
package dev.planlift.core.geom;

import org.jspecify.annotations.NullMarked;
