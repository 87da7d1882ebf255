/** What can go wrong, by name. Open to every room; uses nothing but the JDK. */
@NullMarked
package dev.planlift.error;

import org.jspecify.annotations.NullMarked;
