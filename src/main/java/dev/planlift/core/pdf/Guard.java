package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;

/** Turns whatever PDFBox throws over a file's content into an error that says where. */
final class Guard {
  private Guard() {}

  /** Work that PDFBox does. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does the work.
   *
   * @param where in the file it is done, for errors that do not say themselves
   * @throws PermanentError the work's own, with a place; PARSING_ERROR for anything else
   */
  static <T> T in(Place where, Work<T> work) {
    try {
      return work.run();
    } catch (PermanentError e) {
      throw e.where().isUnknown() && !where.isUnknown()
          ? new PermanentError(e.code(), e.getMessage(), where, e)
          : e;
    } catch (StackOverflowError e) {
      throw broken("It is nested too deep", where, e);
    } catch (IOException | RuntimeException | LinkageError e) {
      var said = e.getMessage();
      throw broken(said == null ? e.getClass().getSimpleName() : said, where, e);
    }
  }

  private static PermanentError broken(String detail, Place where, Throwable cause) {
    return new PermanentError(
        ErrorCode.PARSING_ERROR, "The PDF cannot be read: " + detail, where, cause);
  }
}
