package dev.planlift.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The temporary folder of one runner. Its name holds the pid of the parent that deletes it. */
final class RunnerFolder {
  private static final Pattern NAME = Pattern.compile("runner-(\\d+)-.*");

  private RunnerFolder() {}

  /** A new folder under {@code parent}; folders whose owners died without deleting them go. */
  static Path create(Path parent) throws IOException {
    Files.createDirectories(parent);
    try (var siblings = Files.list(parent)) {
      siblings.filter(RunnerFolder::isOrphan).toList().forEach(RunnerFolder::delete);
    }
    return Files.createTempDirectory(parent, "runner-" + ProcessHandle.current().pid() + "-");
  }

  private static boolean isOrphan(Path folder) {
    var name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /** Deletes a folder as far as the system lets it. */
  static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      // Gone already, or the next start sweeps it.
      folder.toFile().delete();
    }
  }
}
