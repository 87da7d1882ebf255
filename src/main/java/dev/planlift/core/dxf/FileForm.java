package dev.planlift.core.dxf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells from a file's first bytes whether it is a DXF, and if not, what it is. */
final class FileForm {
  /** So many first bytes are looked at. */
  static final int HEAD = 1 << 16;

  private static final byte[] BINARY_DXF = ascii("AutoCAD Binary DXF\r\n");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The bytes that tell a binary DXF: the words, a line end, 26 and 0. */
  private static final int SENTINEL = 22;

  private FileForm() {}

  /** Whether the file begins with the byte order mark of UTF-16, of either order. */
  static boolean isUtf16(byte[] head) {
    return head.length > 1
        && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1));
  }

  /** Whether it begins with the byte order mark of UTF-8. */
  static boolean isMarked(byte[] head) {
    return startsWith(head, 0, BYTE_ORDER_MARK);
  }

  static boolean isBinary(byte[] head) {
    return startsWith(head, 0, BINARY_DXF) && head.length > SENTINEL + 1;
  }

  /**
   * Whether a binary DXF has codes of one byte. The first code is 0, which “S” of SECTION follows
   * then, or that of a comment, which one byte does not hold.
   */
  static boolean hasShortCodes(byte[] head) {
    return head[SENTINEL] == 0 ? head[SENTINEL + 1] != 0 : head[SENTINEL] == (byte) 0xFF;
  }

  /**
   * The number of bytes to leave out before the first group.
   *
   * @param head the file's first bytes, {@link #HEAD} of them or all
   * @throws PermanentError EMPTY_FILE or INVALID_FORMAT
   */
  static int check(byte[] head) {
    int mark = startsWith(head, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    if (head.length == mark) {
      throw new PermanentError(ErrorCode.EMPTY_FILE, "The file is empty");
    }
    if (isBinary(head)) {
      return SENTINEL;
    }
    var other = otherFormat(head, mark);
    if (!other.isEmpty()) {
      throw notDxf("This is " + other + ", not a DXF");
    }
    int first = mark;
    while (first < head.length && head[first] <= ' ' && head[first] >= 0 && head[first] != 0) {
      first++;
    }
    if (first == head.length && head.length < HEAD) {
      throw new PermanentError(ErrorCode.EMPTY_FILE, "The file holds nothing but blanks");
    }
    checkFirstGroup(head, first);
    return mark;
  }

  /** The first group is a comment, or begins a section (some leave out all before it). */
  private static void checkFirstGroup(byte[] head, int first) {
    int end = first;
    while (end < head.length && head[end] > ' ') {
      end++;
    }
    var code = new String(head, first, Math.min(end - first, 12), StandardCharsets.ISO_8859_1);
    boolean printable =
        code.chars().allMatch(c -> c >= '0' && c <= '9') && !code.isEmpty() && end < head.length;
    if (!printable || !(code.equals("0") || code.equals("999"))) {
      throw notDxf(
          isText(head)
              ? "This is a text file, but not a DXF: a DXF begins with the group code 0 or 999"
              : "This is not a DXF: it begins with bytes that mean nothing in one");
    }
    if (code.equals("0")) {
      int value = end;
      while (value < head.length && head[value] <= ' ' && head[value] >= 0) {
        value++;
      }
      var word = ascii("SECTION");
      boolean cut = value + word.length > head.length;
      if (!startsWith(head, value, word) && !cut && !startsWith(head, value, ascii("EOF"))) {
        throw notDxf("This is not a DXF: no SECTION follows the first group code");
      }
    }
  }

  private static PermanentError notDxf(String detail) {
    return new PermanentError(ErrorCode.INVALID_FORMAT, detail, Place.of("line", 1));
  }

  private static String otherFormat(byte[] head, int mark) {
    record Known(String magic, String words) {}
    var known =
        new Known[] {
          new Known("%PDF", "a PDF"),
          new Known("AC10", "a DWG (save the drawing as DXF)"),
          new Known("PK\3\4", "a ZIP archive"),
          new Known("\211PNG", "a PNG picture"),
          new Known("\377\330\377", "a JPEG picture"),
          new Known("GIF8", "a GIF picture"),
          new Known("II*\0", "a TIFF picture"),
          new Known("MM\0*", "a TIFF picture"),
          new Known("glTF", "a GLB model"),
          new Known("\37\213", "a gzip archive"),
          new Known("<", "a page or XML file"),
          new Known("{", "a JSON file"),
        };
    for (var one : known) {
      if (startsWith(head, mark, one.magic().getBytes(StandardCharsets.ISO_8859_1))) {
        return one.words();
      }
    }
    return "";
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] start) {
    return bytes.length >= at + start.length
        && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
