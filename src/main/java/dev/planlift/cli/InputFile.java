package dev.planlift.cli;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.file.Files;
import java.nio.file.Path;

/** The drawing named on the command line. */
final class InputFile {
  private InputFile() {}

  /**
   * Refuses what cannot be a drawing, before anything else is done.
   *
   * @throws PermanentError NOT_FOUND or INVALID_FORMAT, naming the file
   */
  static void check(Path file) {
    if (!Files.exists(file)) {
      throw refused(ErrorCode.NOT_FOUND, file, "There is no file " + file + ".");
    }
    if (Files.isDirectory(file)) {
      throw refused(ErrorCode.INVALID_FORMAT, file, file + " is a folder.");
    }
    if (!Files.isReadable(file)) {
      throw refused(ErrorCode.NOT_FOUND, file, file + " may not be read.");
    }
  }

  private static PermanentError refused(ErrorCode code, Path file, String message) {
    return new PermanentError(code, message, Place.of("file", file));
  }
}
