package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A folder for one attempt, gone when it is closed. */
final class Scratch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Scratch.class.getName());

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  static Scratch under(Path parent) {
    try {
      if (!Files.isDirectory(parent)) {
        Files.createDirectories(parent);
      }
      return new Scratch(Files.createTempDirectory(parent, "job-"));
    } catch (IOException e) {
      throw new RetryableError(
          ErrorCode.STORAGE_ERROR, "There is no room for the job's files.", Place.UNKNOWN, e);
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    delete(folder);
  }

  /** Removes a folder with all that is in it; what cannot be removed is logged. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "A scratch folder stays behind: " + folder);
    }
  }
}
