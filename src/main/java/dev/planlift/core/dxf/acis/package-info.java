/**
 * ACIS bodies: what 3DSOLID, BODY, REGION and surfaces hold. In: SAT text, plain or disguised as
 * DXF does it, or SAB bytes; out: faces as triangles that look outward, and the points of the body.
 * The layout of records after ezdxf's acis package and the SAT format as R. Corney and T. Lim
 * describe it in “3D Modeling with ACIS” (2001). What a record points to is told by its type, not
 * by its place: places differ from version to version. Bounded by the size of what is given;
 * nothing here throws, damage means fewer faces.
 */
@NullMarked
package dev.planlift.core.dxf.acis;

import org.jspecify.annotations.NullMarked;
