/** Conversions of whole folders of drawings: the shared plans and the shared corpus. */
@NullMarked
package dev.planlift.corpus;

import org.jspecify.annotations.NullMarked;
