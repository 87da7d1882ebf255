@NullMarked
package dev.planlift.core.solid.budget;

import org.jspecify.annotations.NullMarked;
