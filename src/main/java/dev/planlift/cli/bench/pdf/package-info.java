/**
 * How PDFs are read and converted: a page of the largest paper, real files beside another program,
 * a set larger than the memory. Nothing outside the benchmarks uses it.
 */
@NullMarked
package dev.planlift.cli.bench.pdf;

import org.jspecify.annotations.NullMarked;
