/**
 * The command line: convert, inspect, demo, serve, bench; and the launcher of the embedded server.
 */
@NullMarked
package dev.planlift.cli;

import org.jspecify.annotations.NullMarked;
