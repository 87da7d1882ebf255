package dev.planlift.cli.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps Ctrl-C, which the terminal sends to all of its processes, from the database and the server:
 * the launcher alone hears it, and ends them in the right order.
 */
final class Detached {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  /** What to put before a command; it is replaced by the command, so that its pid stays. */
  static final List<String> PREFIX =
      Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();

  private Detached() {}
}
