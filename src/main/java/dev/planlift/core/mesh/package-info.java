/** Triangle and line meshes as flat arrays, and the check that a solid is closed. */
@NullMarked
package dev.planlift.core.mesh;

import org.jspecify.annotations.NullMarked;
