package dev.planlift.core.dxf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes binary DXF for tests, group by group; the value's type decides how it is written. */
final class BinaryText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final boolean shortCodes;

  /**
   * A file with nothing but its sentinel.
   *
   * @param shortCodes with codes of one byte, as before R13
   */
  BinaryText(boolean shortCodes) {
    this.shortCodes = shortCodes;
    bytes.writeBytes("AutoCAD Binary DXF\r\n\u001a\0".getBytes(StandardCharsets.US_ASCII));
  }

  BinaryText group(int code, Object value) {
    if (shortCodes && code < 255) {
      bytes.write(code);
    } else {
      if (shortCodes) {
        bytes.write(255);
      }
      bytes.write(code);
      bytes.write(code >> 8);
    }
    var little = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    switch (value) {
      case String text -> {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(0);
      }
      case Double number -> bytes.write(little.putDouble(number).array(), 0, 8);
      case Long number -> bytes.write(little.putLong(number).array(), 0, 8);
      case Integer number -> bytes.write(little.putInt(number).array(), 0, 4);
      case Short number -> bytes.write(little.putShort(number).array(), 0, 2);
      case Byte number -> bytes.write(number);
      case byte[] chunk -> {
        bytes.write(chunk.length);
        bytes.writeBytes(chunk);
      }
      default -> throw new AssertionError(value);
    }
    return this;
  }

  /** The groups of {@link DxfText} as a binary DXF; the DXF Reference's table of codes decides. */
  static byte[] of(String groups, boolean shortCodes) {
    var file = new BinaryText(shortCodes);
    groups
        .lines()
        .forEach(
            line -> {
              int blank = line.indexOf(' ');
              int code = Integer.parseInt(blank < 0 ? line : line.substring(0, blank));
              file.group(code, value(code, blank < 0 ? "" : line.substring(blank + 1)));
            });
    return file.bytes();
  }

  private static Object value(int code, String text) {
    if (code == 1004 || (code >= 310 && code < 320)) {
      return HexFormat.of().parseHex(text);
    }
    if (code < 10 || (code >= 100 && code < 110) || code == 999 || (code >= 1000 && code < 1010)) {
      return text;
    }
    if (code < 60 || (code >= 110 && code < 150) || (code >= 210 && code < 240)) {
      return Double.parseDouble(text);
    }
    if ((code >= 460 && code < 470) || (code >= 1010 && code < 1060)) {
      return Double.parseDouble(text);
    }
    if (code < 80 || (code >= 170 && code < 180) || (code >= 270 && code < 290)) {
      return Short.parseShort(text);
    }
    if ((code >= 370 && code < 390) || (code >= 400 && code < 410) || code == 1070) {
      return Short.parseShort(text);
    }
    if (code < 100 || (code >= 420 && code < 430) || (code >= 440 && code < 460) || code == 1071) {
      return Integer.parseInt(text);
    }
    return code >= 160 && code < 170
        ? (Object) Long.parseLong(text)
        : code >= 290 && code < 300 ? (Object) Byte.parseByte(text) : text;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
