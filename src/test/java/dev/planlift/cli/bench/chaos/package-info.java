@NullMarked
package dev.planlift.cli.bench.chaos;

import org.jspecify.annotations.NullMarked;
