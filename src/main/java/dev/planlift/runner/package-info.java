/**
 * The porch between server and conversion: the child JVM's main, the frames on its standard
 * streams, and the parent's handle on it.
 */
@NullMarked
package dev.planlift.runner;

import org.jspecify.annotations.NullMarked;
