package dev.planlift.core.dxf;

import dev.planlift.error.Place;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

  private final InputStream in;
  private final boolean shortCodes;
  private final NameCache names = new NameCache();
  private byte[] text = new byte[256];
  private int length;
  private double value;
  private long position;

  /**
   * A reader at the first group.
   *
   * @param in buffered
   * @param shortCodes whether codes are one byte
   */
  BinaryTagReader(InputStream in, boolean shortCodes) {
    this.in = in;
    this.shortCodes = shortCodes;
  }

  @Override
  int read() throws IOException {
    int low = in.read();
    if (low < 0) {
      return END;
    }
    position++;
    try {
      int code = low;
      if (!shortCodes || low == 255) {
        int first = shortCodes ? octet() : low;
        code = (short) (first | octet() << 8);
      }
      readValue(form(code));
      return code;
    } catch (EOFException e) {
      throw malformed("The file breaks off within a group");
    }
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
    length = 0;
    switch (form) {
      case TEXT -> readText();
      case NUMBER -> value = Double.longBitsToDouble(littleEndian(8));
      case BYTE -> value = octet();
      case INT16 -> value = (short) littleEndian(2);
      case INT32 -> value = (int) littleEndian(4);
      case INT64 -> value = littleEndian(8);
      case CHUNK -> readChunk();
    }
  }

  /** A chunk is at hand as the text that an ASCII DXF holds: two hexadecimal digits a byte. */
  private void readChunk() throws IOException {
    value = Double.NaN;
    int count = octet();
    if (text.length < 2 * count) {
      text = new byte[2 * count];
    }
    for (int i = 0; i < count; i++) {
      int b = octet();
      text[length++] = HEXADECIMAL[b >> 4];
      text[length++] = HEXADECIMAL[b & 15];
    }
  }

  private void readText() throws IOException {
    value = Double.NaN;
    boolean cut = false;
    for (int b = octet(); b != 0; b = octet()) {
      cut |= length == MAX_TEXT;
      if (!cut) {
        if (length == text.length) {
          text = Arrays.copyOf(text, 2 * length);
        }
        text[length++] = (byte) b;
      }
    }
    if (cut) {
      repaired("LONG_LINE", "A text is longer than " + MAX_TEXT + " bytes; it was cut there");
    }
  }

  private long littleEndian(int bytes) throws IOException {
    long bits = 0;
    for (int i = 0; i < bytes; i++) {
      bits |= (long) octet() << (8 * i);
    }
    return bits;
  }

  private int octet() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    position++;
    return b;
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
    return decoder().decode(text, 0, length, mark());
  }

  @Override
  public String name() {
    return names.get(text, 0, length, decoder(), mark()).strip();
  }

  @Override
  public byte[] bytes() {
    return fromHexadecimal(text, 0, length);
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
    return position;
  }

  @Override
  public long mark() {
    return position;
  }

  @Override
  public Place placeOf(long mark) {
    return Place.of("byte", mark);
  }
}
