@NullMarked
package dev.planlift.core.convert;

import org.jspecify.annotations.NullMarked;
