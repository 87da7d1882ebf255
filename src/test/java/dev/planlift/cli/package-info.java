/** Tests of the command line. */
@NullMarked
package dev.planlift.cli;

import org.jspecify.annotations.NullMarked;
