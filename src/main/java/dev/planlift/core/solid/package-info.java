/**
 * Building and leftover drawing to scene: extrude, cut, triangulate. Uses JTS and earcut4j. In:
 * {@code plan} in metres, leftover items in source units; out: a scene in metres, z up, in the
 * drawing's own frame.
 *
 * <p>Promises: every wall's mesh is closed and looks outward; equal input gives equal output, node
 * for node; elements of the building have a node each. Leftover has a node a thing up to {@link
 * dev.planlift.core.solid.LeftoverNodes#MAX_OWN_NODES} things, beyond that one a layer; source
 * lists are cut at {@link dev.planlift.core.solid.ElementExtras#MAX_SOURCES} handles. Lines lie 6
 * mm, fills 3 mm over the floor, slabs 10 mm under it, so that nothing flickers.
 */
@NullMarked
package dev.planlift.core.solid;

import org.jspecify.annotations.NullMarked;
