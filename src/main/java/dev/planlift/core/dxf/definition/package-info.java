/**
 * What entities refer to: the records of TABLES (styles, line types, block records) and the OBJECTS
 * that matter to a picture. One small class per kind: its group codes in, values out. Kept up to a
 * bound, found by handle or by name. Lengths in source units, angles in radians.
 */
@NullMarked
package dev.planlift.core.dxf.definition;

import org.jspecify.annotations.NullMarked;
