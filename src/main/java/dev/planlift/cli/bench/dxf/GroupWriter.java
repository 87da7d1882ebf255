package dev.planlift.cli.bench.dxf;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes groups to a file, in ASCII or binary, as they come. */
final class GroupWriter implements Closeable {
  private static final String SENTINEL = "AutoCAD Binary DXF\r\n\032\0";

  private final OutputStream out;
  private final boolean binary;
  private long written;

  GroupWriter(Path file, boolean binary) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    this.binary = binary;
    if (binary) {
      bytes(SENTINEL.getBytes(StandardCharsets.US_ASCII));
    }
  }

  long written() {
    return written;
  }

  void write(Group group) throws IOException {
    if (binary) {
      writeBinary(group);
    } else {
      ascii(group.code(), group.value());
    }
  }

  void write(int code, String text) throws IOException {
    if (binary) {
      littleEndian(code, 2);
      text(text);
    } else {
      ascii(code, text);
    }
  }

  void write(int code, double number) throws IOException {
    if (binary) {
      littleEndian(code, 2);
      littleEndian(Double.doubleToLongBits(number), 8);
    } else {
      ascii(code, Double.toString(number));
    }
  }

  private void ascii(int code, String value) throws IOException {
    var line = (code < 10 ? "  " : code < 100 ? " " : "") + code + "\r\n" + value + "\r\n";
    bytes(line.getBytes(StandardCharsets.UTF_8));
  }

  private void writeBinary(Group group) throws IOException {
    littleEndian(group.code(), 2);
    var value = group.value();
    switch (group.form()) {
      case TEXT -> text(value);
      case NUMBER -> littleEndian(Double.doubleToLongBits(Double.parseDouble(value)), 8);
      case BOOLEAN -> littleEndian(Integer.parseInt(value.strip()), 1);
      case INT16 -> littleEndian(Integer.parseInt(value.strip()), 2);
      case INT32 -> littleEndian(Integer.parseInt(value.strip()), 4);
    }
  }

  private void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8));
    littleEndian(0, 1);
  }

  private void littleEndian(long value, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      out.write((int) (value >> (8 * i)));
    }
    written += count;
  }

  private void bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
