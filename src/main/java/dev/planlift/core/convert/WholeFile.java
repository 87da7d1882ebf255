package dev.planlift.core.convert;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Output files that appear whole or not at all: written beside their place, then moved into it. */
final class WholeFile {
  /** Writes to the path it is given. */
  interface Content {
    void writeTo(Path path) throws IOException;
  }

  private WholeFile() {}

  /**
   * @throws PermanentError INTERNAL where the file cannot be written
   */
  static void write(Path target, Content content) {
    var name = String.valueOf(target.getFileName());
    var draft = target.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".part");
    try {
      content.writeTo(draft);
      Files.move(
          draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.INTERNAL, "Cannot write " + name + ": " + e, Place.of("output", name), e);
    } finally {
      discard(draft);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // A left-over draft is invisible to readers; the temp folder goes with its process.
      draft.toFile().deleteOnExit();
    }
  }
}
