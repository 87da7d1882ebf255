/**
 * Keeps a scene within what was asked for: triangles, bytes, draw calls. In: a scene as built; out:
 * one that is lighter, by steps in a fixed order, of which only those are taken that help. Line
 * work, texts and furniture are merged and simplified first, what was drawn as solids next,
 * elements of the building last; these keep their nodes and what is said of them whatever happens.
 */
@NullMarked
package dev.planlift.core.solid.budget;

import org.jspecify.annotations.NullMarked;
