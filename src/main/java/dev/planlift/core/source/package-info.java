/**
 * Where a thing in a model came from: layer, entity handle or page and box; and what a reader had
 * to say about its input. Uses nothing.
 */
@NullMarked
package dev.planlift.core.source;

import org.jspecify.annotations.NullMarked;
