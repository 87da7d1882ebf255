/**
 * The tree that is shown and written: elements with category, extras and meshes. Metres, plan axes,
 * z up.
 */
@NullMarked
package dev.planlift.core.scene;

import org.jspecify.annotations.NullMarked;
