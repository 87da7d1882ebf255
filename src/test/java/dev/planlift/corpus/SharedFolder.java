package dev.planlift.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of drawings that do not belong to the project: PLANLIFT_SHARED, or {@code ../shared}.
 * Tests on it are skipped where it is not.
 */
public final class SharedFolder {
  private SharedFolder() {}

  public static Path require(String below) {
    var root = Optional.ofNullable(System.getenv("PLANLIFT_SHARED")).orElse("../shared");
    var folder = Path.of(root).resolve(below);
    assumeTrue(
        Files.exists(folder),
        () -> "Skipped: " + folder + " is not there; PLANLIFT_SHARED names the shared folder.");
    return folder;
  }

  public static List<Path> drawings(Path folder) throws IOException {
    return files(folder, ".dxf");
  }

  /** By the end of their names. */
  static List<Path> files(Path folder, String end) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
    }
  }
}
