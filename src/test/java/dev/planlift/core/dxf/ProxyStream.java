package dev.planlift.core.dxf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes proxy graphics for tests, command by command. */
final class ProxyStream {
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  ProxyStream() {
    bytes.putInt(0).putInt(0);
  }

  /** Adds a command; Integer, Double, byte[] and String (zero-terminated, padded) make its data. */
  ProxyStream command(int type, Object... data) {
    int start = bytes.position();
    bytes.putInt(0).putInt(type);
    for (var value : data) {
      switch (value) {
        case Integer i -> bytes.putInt(i);
        case Double d -> bytes.putDouble(d);
        case byte[] raw -> bytes.put(raw);
        case String text -> padded(text.getBytes(StandardCharsets.UTF_8), 1);
        default -> throw new AssertionError(value);
      }
    }
    bytes.putInt(start, bytes.position() - start);
    return this;
  }

  static byte[] wide(String text) {
    var raw = text.getBytes(StandardCharsets.UTF_16LE);
    return ByteBuffer.allocate((raw.length + 2 + 3) / 4 * 4).put(raw).array();
  }

  private void padded(byte[] raw, int end) {
    bytes.put(raw).put(new byte[(raw.length + end + 3) / 4 * 4 - raw.length]);
  }

  byte[] toBytes() {
    var all = new byte[bytes.position()];
    bytes.get(0, all);
    return all;
  }

  /** As groups of an entity. */
  String groups(int sizeCode) {
    return groups(sizeCode, toBytes());
  }

  static String groups(int sizeCode, byte[] stream) {
    var text = new StringBuilder(sizeCode + " " + stream.length + "\n");
    var hex = HexFormat.of().withUpperCase().formatHex(stream);
    for (int i = 0; i < hex.length(); i += 254) {
      text.append("310 ").append(hex, i, Math.min(hex.length(), i + 254)).append('\n');
    }
    return text.toString();
  }
}
