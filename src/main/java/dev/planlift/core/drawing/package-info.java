/**
 * The waist: what every reader makes and every recogniser takes. All lengths in SOURCE units, Z up,
 * angles in radians counter-clockwise. Readers promise finite numbers, planar entities already
 * turned out of their OCS, and an {@link dev.planlift.core.drawing.EntityLedger} that accounts for
 * every entity they met.
 */
@NullMarked
package dev.planlift.core.drawing;

import org.jspecify.annotations.NullMarked;
