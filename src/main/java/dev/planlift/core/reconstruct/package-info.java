/**
 * Line work to building: units and scale are decided here, once; walls, openings and rooms are
 * recognised. In: a drawing in source units. Out: a building in metres and what was left over. Uses
 * JTS.
 */
@NullMarked
package dev.planlift.core.reconstruct;

import org.jspecify.annotations.NullMarked;
