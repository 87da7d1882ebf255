package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * Reads a DXF, R12 and older (AC1009) to 2018 (AC1032). Streams: memory grows with what is drawn,
 * not with the file; time is linear in it. Stateless and thread-safe.
 */
public final class DxfReader {
  /**
   * Reads a drawing.
   *
   * @param progress told now and then which part of the file, 0 to 1, has been read
   * @throws PermanentError EMPTY_FILE; INVALID_FORMAT, which says what the file is instead;
   *     UNSUPPORTED; PARSING_ERROR with line and handle
   */
  public Drawing read(Path file, DoubleConsumer progress) {
    try (var in = Files.newInputStream(file)) {
      return read(in, Files.size(file), progress);
    } catch (NoSuchFileException e) {
      throw new PermanentError(
          ErrorCode.NOT_FOUND, "There is no file " + file.getFileName(), where(), e);
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.STORAGE_ERROR, "The file cannot be read: " + e.getMessage(), where(), e);
    }
  }

  private static Place where() {
    return Place.UNKNOWN;
  }

  /**
   * @param size of the stream in bytes, for the progress only
   */
  static Drawing read(InputStream in, long size, DoubleConsumer progress) throws IOException {
    return new DocumentReader(tags(in), size, progress).read();
  }

  /** The reader for the form the bytes are in. */
  static TagReader tags(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, FileForm.HEAD);
    buffered.mark(FileForm.HEAD);
    var head = buffered.readNBytes(FileForm.HEAD);
    buffered.reset();
    int skip = FileForm.check(head);
    buffered.skipNBytes(skip);
    return new AsciiTagReader(buffered);
  }
}
