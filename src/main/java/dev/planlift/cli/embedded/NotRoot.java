package dev.planlift.cli.embedded;

import java.io.IOException;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own a process has no root's powers
 * while the files stay its own, so that no other account, and no change of owners, is needed.
 */
final class NotRoot {
  private static final List<String> UNSHARE = List.of("unshare", "--user");

  private NotRoot() {}

  static List<String> prefix() throws LaunchException {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    if (works()) {
      return UNSHARE;
    }
    throw LaunchException.fault(
        "PostgreSQL does not run as root, and this system allows no user namespaces"
            + " (unshare --user): start Planlift from another account.",
        null);
  }

  private static boolean works() {
    try {
      var command = List.of(UNSHARE.get(0), UNSHARE.get(1), "true");
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
