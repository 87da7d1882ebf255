package dev.planlift.core.dxf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
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

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
