/**
 * The server with nothing installed: a PostgreSQL of its own, then Open Liberty with the WAR, both
 * on this machine's loopback and with all they keep in one data folder. Ends in a running server or
 * a {@link dev.planlift.cli.embedded.LaunchException} that says in one sentence what is in the way.
 */
@NullMarked
package dev.planlift.cli.embedded;

import org.jspecify.annotations.NullMarked;
