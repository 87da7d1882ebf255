/** Scene to PNG without a GPU. */
@NullMarked
package dev.planlift.core.preview;

import org.jspecify.annotations.NullMarked;
