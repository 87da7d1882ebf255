package dev.planlift.core.dxf;

import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Groups of a binary DXF, behind its sentinel. DXF Reference, “Binary DXF Files”: the code decides
 * the form of the value. Before R13 a code is one byte, 255 announcing one of two.
 */
final class BinaryTagReader extends TagReader {
  /** How a value is written. */
  private enum Form {
    TEXT,
    NUMBER,
    BYTE,
    INT16,
    INT32,
    INT64,
    CHUNK
  }

  private static final int MAX_TEXT = AsciiTagReader.MAX_LINE;
  private static final byte[] HEXADECIMAL = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final VarHandle SHORT = littleEndian(short[].class);
  private static final VarHandle INT = littleEndian(int[].class);
  private static final VarHandle LONG = littleEndian(long[].class);
  private static final VarHandle DOUBLE = littleEndian(double[].class);

  /** The forms of the codes up to the last that is defined. */
  private static final Form[] FORMS = new Form[1072];

  static {
    Arrays.setAll(FORMS, BinaryTagReader::form);
  }

  private final InputStream in;
  private final boolean shortCodes;
  private final NameCache names = new NameCache();
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int limit;
  private long consumed;

  /** Two digits for each byte of the current chunk. */
  private final byte[] digits = new byte[2 * 255];

  /** What the current text is in: the buffer, or the digits of a chunk. */
  private byte[] text = digits;

  private int start;
  private int end;
  private double value;

  /**
   * A reader at the first group.
   *
   * @param shortCodes whether codes are one byte
   */
  BinaryTagReader(InputStream in, boolean shortCodes) {
    this.in = in;
    this.shortCodes = shortCodes;
  }

  private static VarHandle littleEndian(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  int read() throws IOException {
    if (at == limit && !fill(at)) {
      return END;
    }
    int code = shortCodes ? octet() : -1;
    if (!shortCodes || code == 255) {
      code = (short) SHORT.get(buffer, take(2));
    }
    readValue(code >= 0 && code < FORMS.length ? FORMS[code] : form(code));
    return code;
  }

  private static Form form(int code) {
    if (code < 0) {
      return Form.TEXT;
    }
    if (code >= 1000) {
      return extended(code);
    }
    return switch (code / 10) {
      case 1, 2, 3, 4, 5, 11, 12, 13, 14, 21, 22, 23, 46 -> Form.NUMBER;
      case 6, 7, 17, 27, 28, 37, 38, 40 -> Form.INT16;
      case 9, 42, 44, 45 -> Form.INT32;
      case 16 -> Form.INT64;
      case 29 -> Form.BYTE;
      case 31 -> Form.CHUNK;
      default -> Form.TEXT;
    };
  }

  private static Form extended(int code) {
    if (code == 1004) {
      return Form.CHUNK;
    }
    if (code == 1071) {
      return Form.INT32;
    }
    return code < 1010 ? Form.TEXT : code < 1060 ? Form.NUMBER : Form.INT16;
  }

  private void readValue(Form form) throws IOException {
    start = end;
    switch (form) {
      case TEXT -> readText();
      case NUMBER -> value = (double) DOUBLE.get(buffer, take(8));
      case BYTE -> value = octet();
      case INT16 -> value = (short) SHORT.get(buffer, take(2));
      case INT32 -> value = (int) INT.get(buffer, take(4));
      case INT64 -> value = (long) LONG.get(buffer, take(8));
      case CHUNK -> readChunk();
    }
  }

  /** A chunk is at hand as the text that an ASCII DXF holds: two hexadecimal digits a byte. */
  private void readChunk() throws IOException {
    int count = octet();
    int from = take(count);
    for (int i = 0; i < count; i++) {
      digits[2 * i] = HEXADECIMAL[buffer[from + i] >> 4 & 15];
      digits[2 * i + 1] = HEXADECIMAL[buffer[from + i] & 15];
    }
    holdText(digits, 0, 2 * count);
  }

  private void readText() throws IOException {
    int from = at;
    int scan = from;
    while (true) {
      var bytes = buffer;
      int stop = limit;
      while (scan < stop && bytes[scan] != 0) {
        scan++;
      }
      if (scan < stop) {
        at = scan + 1;
        boolean cut = scan - from > MAX_TEXT;
        holdText(bytes, from, cut ? textCut(from) : scan);
        return;
      }
      int length = scan - from;
      if (length > MAX_TEXT) {
        passOverRest(from);
        holdText(buffer, 0, textCut(0));
        return;
      }
      need(from);
      from = 0;
      scan = length;
    }
  }

  /** Keeps the beginning of a text at the buffer's start and passes over what is behind it. */
  private void passOverRest(int from) throws IOException {
    System.arraycopy(buffer, from, buffer, 0, MAX_TEXT);
    boolean ended = false;
    while (!ended) {
      consumed += limit - MAX_TEXT;
      at = MAX_TEXT;
      int count = in.read(buffer, MAX_TEXT, buffer.length - MAX_TEXT);
      limit = MAX_TEXT + Math.max(0, count);
      if (count <= 0) {
        throw brokenOff();
      }
      while (at < limit && !ended) {
        ended = buffer[at++] == 0;
      }
    }
  }

  private int textCut(int from) {
    repaired("LONG_LINE", "A text is longer than " + MAX_TEXT + " bytes; it was cut there");
    return from + MAX_TEXT;
  }

  private void holdText(byte[] bytes, int from, int to) {
    text = bytes;
    start = from;
    end = to;
    value = Double.NaN;
  }

  /** Makes sure of so many bytes and steps over them; where in the buffer they are. */
  private int take(int count) throws IOException {
    while (limit - at < count) {
      need(at);
    }
    at += count;
    return at - count;
  }

  private int octet() throws IOException {
    return buffer[take(1)] & 0xFF;
  }

  private void need(int from) throws IOException {
    if (!fill(from)) {
      at = limit;
      throw brokenOff();
    }
  }

  private PermanentError brokenOff() {
    return malformed("The file breaks off within a group");
  }

  /** Reads more bytes behind those from an index on, which move to the buffer's start. */
  private boolean fill(int from) throws IOException {
    int kept = limit - from;
    if (kept > buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    System.arraycopy(buffer, from, buffer, 0, kept);
    consumed += from;
    at -= from;
    limit = kept;
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, count);
    return count > 0;
  }

  @Override
  public double number() {
    return value;
  }

  @Override
  public int integer() {
    return (int) value;
  }

  @Override
  public String text() {
    return decoder().decode(text, start, end, mark());
  }

  @Override
  public String name() {
    return names.get(text, start, end, decoder(), mark()).strip();
  }

  @Override
  public byte[] bytes() {
    return fromHexadecimal(text, start, end);
  }

  @Override
  public boolean is(String word) {
    return name().equals(word);
  }

  @Override
  void use(CodePage page) {
    super.use(page);
    names.clear();
  }

  @Override
  public long position() {
    return consumed + at;
  }

  @Override
  public long mark() {
    return consumed + at;
  }

  @Override
  public Place placeOf(long mark) {
    return Place.of("byte", mark);
  }
}
