package dev.planlift.core.convert;

import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An input as far as its bytes tell without being understood. */
record InputFile(InputFormat format, String sha256) {
  /** Stands for an input that could not be looked at. */
  static final InputFile UNREAD = new InputFile(InputFormat.DXF, "");

  /**
   * @throws PermanentError EMPTY_FILE, INVALID_FORMAT, EXTENSION_MISMATCH, or NOT_FOUND where there
   *     is no such file
   */
  static InputFile check(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var digested = new DigestInputStream(in, digest);
      var format = InputFormat.of(digested.readNBytes(InputFormat.HEAD_BYTES), name);
      digested.transferTo(OutputStream.nullOutputStream());
      return new InputFile(format, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.NOT_FOUND,
          "Cannot read the file: " + e.getMessage(),
          Place.of("file", name),
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
