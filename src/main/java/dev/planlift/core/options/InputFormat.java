package dev.planlift.core.options;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The drawing formats there are, told by a file's first bytes; its name is only checked against
 * them.
 */
public enum InputFormat {
  DXF("dxf"),
  PDF("pdf"),
  /** One DXF and those it refers to. */
  ZIP("zip");

  /** So many of a file's first bytes are enough to tell. */
  public static final int HEAD_BYTES = 4096;

  private static final byte[] BINARY_DXF =
      "AutoCAD Binary DXF\r\n".getBytes(StandardCharsets.US_ASCII);

  /** The first entry's local header: APPNOTE.TXT §4.3.7. */
  private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};

  private final String extension;

  InputFormat(String extension) {
    this.extension = extension;
  }

  /** In lower case, without the dot. */
  public String extension() {
    return extension;
  }

  /**
   * The format of a file.
   *
   * @param head its first {@link #HEAD_BYTES}, or all of it where it is shorter
   * @param name its name; an extension of another format or program is refused, none is fine
   * @throws PermanentError EMPTY_FILE, INVALID_FORMAT or EXTENSION_MISMATCH
   */
  public static InputFormat of(byte[] head, String name) {
    if (head.length == 0) {
      throw new PermanentError(
          ErrorCode.EMPTY_FILE, "The file has no bytes", Place.of("file", name));
    }
    var format =
        sniff(head)
            .orElseThrow(
                () ->
                    new PermanentError(
                        ErrorCode.INVALID_FORMAT,
                        "The first bytes are neither those of a DXF nor of a PDF or ZIP",
                        Place.of("file", name).and("byte", 0)));
    int dot = name.lastIndexOf('.');
    var given = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (!given.isEmpty() && !given.equals(format.extension)) {
      throw new PermanentError(
          ErrorCode.EXTENSION_MISMATCH,
          "The content is " + format + ", the name ends in ." + given,
          Place.of("file", name));
    }
    return format;
  }

  /** The format by the bytes alone. */
  public static Optional<InputFormat> sniff(byte[] head) {
    if (startsWith(head, BINARY_DXF)) {
      return Optional.of(DXF);
    }
    if (startsWith(head, ZIP_ENTRY)) {
      return Optional.of(ZIP);
    }
    // PDF readers accept the mark anywhere in the first kilobyte (PDF 32000-1, Annex H.3.4.1).
    var text = new String(head, 0, Math.min(head.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    int mark = text.indexOf("%PDF-");
    if (mark >= 0 && mark < 1024) {
      return Optional.of(PDF);
    }
    return looksLikeDxf(text) ? Optional.of(DXF) : Optional.empty();
  }

  /** Pairs of lines, the first of each a group code: comments (999), then the first SECTION. */
  private static boolean looksLikeDxf(String text) {
    var start = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    var lines = start.split("\r\n|\n|\r", -1);
    int i = 0;
    while (i < lines.length && lines[i].isBlank()) {
      i++;
    }
    while (i + 1 < lines.length && lines[i].strip().equals("999")) {
      i += 2;
    }
    if (i + 1 >= lines.length) {
      return false;
    }
    return lines[i].strip().equals("0")
        && lines[i + 1].strip().toUpperCase(Locale.ROOT).matches("SECTION|EOF");
  }

  private static boolean startsWith(byte[] head, byte[] prefix) {
    if (head.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (head[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
