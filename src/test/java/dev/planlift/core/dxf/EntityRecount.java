package dev.planlift.core.dxf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Counts the entities in blocks and model of a file, by nothing the reader is made of. */
final class EntityRecount {
  private static final Set<String> NOT_COUNTED =
      Set.of("SECTION", "ENDSEC", "EOF", "BLOCK", "ENDBLK", "VERTEX", "SEQEND");
  private static final int SENTINEL = 22;

  private String section = "";
  private String last = "";
  private boolean inColumns;
  private long count;

  private EntityRecount() {}

  static long of(Path file) throws IOException {
    var recount = new EntityRecount();
    var bytes = Files.readAllBytes(file);
    var head = new String(bytes, 0, Math.min(bytes.length, SENTINEL), StandardCharsets.ISO_8859_1);
    if (head.startsWith("AutoCAD Binary DXF")) {
      recount.binary(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(SENTINEL));
    } else {
      recount.lines(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    return recount.count;
  }

  private void lines(String text) {
    var lines = text.lines().iterator();
    while (lines.hasNext() && !last.equals("EOF")) {
      var code = lines.next();
      if (!code.isBlank() && lines.hasNext()) {
        take(code.strip(), lines.next().strip());
      }
    }
  }

  /** Group codes of one byte have 255 before two-byte ones; sizes by the DXF Reference. */
  private void binary(ByteBuffer in) {
    boolean wide = in.get(SENTINEL + 1) == 0;
    while (in.hasRemaining() && !last.equals("EOF")) {
      int code = wide ? in.getShort() : in.get() & 0xFF;
      if (!wide && code == 255) {
        code = in.getShort();
      }
      take(Integer.toString(code), value(code, in));
    }
  }

  private static String value(int code, ByteBuffer in) {
    int bytes = size(code);
    if (bytes == 0) {
      return chars(in);
    }
    if (code == 1004 || (code >= 310 && code <= 319)) {
      bytes = in.get() & 0xFF;
    }
    in.position(in.position() + bytes);
    return "";
  }

  /** Bytes of a group's value; 0 where it is a text. */
  private static int size(int code) {
    if (between(code, 10, 59) || between(code, 110, 149) || between(code, 210, 239)) {
      return 8;
    }
    if (between(code, 460, 469) || between(code, 1010, 1059) || between(code, 160, 169)) {
      return 8;
    }
    if (between(code, 90, 99) || between(code, 420, 429) || between(code, 440, 459)) {
      return 4;
    }
    if (code == 1071) {
      return 4;
    }
    boolean flag = between(code, 290, 299) || code == 1004 || between(code, 310, 319);
    boolean small = between(code, 60, 79) || between(code, 170, 179) || between(code, 270, 289);
    boolean later = between(code, 370, 389) || between(code, 400, 409) || between(code, 1060, 1070);
    return flag ? 1 : small || later ? 2 : 0;
  }

  private static boolean between(int code, int from, int to) {
    return code >= from && code <= to;
  }

  private static String chars(ByteBuffer in) {
    int start = in.position();
    while (in.get() != 0) {
      // to the end of the text
    }
    int length = in.position() - 1 - start;
    var bytes = new byte[length];
    in.get(start, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1).strip();
  }

  private void take(String code, String value) {
    if (code.equals("2") && last.equals("SECTION")) {
      section = value;
    }
    last = code.equals("0") ? value : "";
    boolean drawn = section.equals("BLOCKS") || section.equals("ENTITIES");
    if (drawn && !last.isEmpty() && !NOT_COUNTED.contains(last)) {
      count++;
    }
    // The further columns of a text are named in its extended data and stand behind it.
    inColumns = code.equals("1000") ? value.equals("ACAD_MTEXT_COLUMNS_BEGIN") : inColumns;
    if (drawn && inColumns && code.equals("1005")) {
      count--;
    }
    if (last.equals("ENDSEC")) {
      section = "";
    }
  }
}
