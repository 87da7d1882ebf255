/** The benchmarks: each measures one promise with real processes and prints a table. */
@NullMarked
package dev.planlift.cli.bench;

import org.jspecify.annotations.NullMarked;
