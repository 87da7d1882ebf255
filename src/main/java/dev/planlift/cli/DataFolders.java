package dev.planlift.cli;

import dev.planlift.cli.embedded.Installation;
import java.nio.file.Path;

/** Where servers keep what they keep, unless told otherwise. */
final class DataFolders {
  private DataFolders() {}

  static Path ofServe(Installation installation) {
    return named(installation, "data");
  }

  /** Its own, so that a demonstration never stands beside real work. */
  static Path ofDemo(Installation installation) {
    return named(installation, "demo");
  }

  private static Path named(Installation installation, String name) {
    var given = System.getenv("PLANLIFT_DATA");
    return given == null || given.isBlank()
        ? installation.home().resolve("build").resolve(name)
        : Path.of(given);
  }
}
