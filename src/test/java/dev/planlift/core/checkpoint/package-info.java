@NullMarked
package dev.planlift.core.checkpoint;

import org.jspecify.annotations.NullMarked;
