/** The conversion's options: parsed, checked and hashed once; every engine reads them from here. */
@NullMarked
package dev.planlift.core.options;

import org.jspecify.annotations.NullMarked;
