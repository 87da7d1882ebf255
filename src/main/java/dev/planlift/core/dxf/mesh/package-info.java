/**
 * Faces of entities to triangles, in the units and axes of the drawing: polygons with holes in
 * space, and subdivision surfaces. In: corners by index; out: {@link
 * dev.planlift.core.drawing.SurfaceMesh}. Uses earcut4j. Bounded by what is given and by the limits
 * named here; indices out of range are left out and counted, never an exception.
 */
@NullMarked
package dev.planlift.core.dxf.mesh;

import org.jspecify.annotations.NullMarked;
