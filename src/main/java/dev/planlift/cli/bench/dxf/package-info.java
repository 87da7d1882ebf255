/**
 * How fast drawings are read and converted: large drawings made of a sample, the reader under JMH,
 * other programs beside it. Nothing outside the benchmarks uses it.
 */
@NullMarked
package dev.planlift.cli.bench.dxf;

import org.jspecify.annotations.NullMarked;
