/**
 * Scene to GLB and back for the check; the only room that knows glTF's Y up. Sole user of jgltf.
 */
@NullMarked
package dev.planlift.core.gltf;

import org.jspecify.annotations.NullMarked;
