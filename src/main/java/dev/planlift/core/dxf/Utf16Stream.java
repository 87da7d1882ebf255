package dev.planlift.core.dxf;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Text in UTF-16 with its byte order mark, read as UTF-8 with one. Holds a buffer of it. */
final class Utf16Stream extends InputStream {
  private static final int CHARACTERS = 1 << 13;

  private final Reader in;
  private final char[] characters = new char[CHARACTERS];
  private byte[] bytes = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private int position;
  private int kept;

  Utf16Stream(InputStream in) {
    this.in = new InputStreamReader(in, StandardCharsets.UTF_16);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, to, offset, count);
    position += count;
    return count;
  }

  /** A pair of surrogates is never parted. */
  private boolean fill() throws IOException {
    while (position == bytes.length) {
      int count = in.read(characters, kept, CHARACTERS - kept);
      int all = kept + Math.max(count, 0);
      boolean half = count > 0 && all > 1 && Character.isHighSurrogate(characters[all - 1]);
      int whole = half ? all - 1 : all;
      bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
      position = 0;
      kept = all - whole;
      characters[0] = kept > 0 ? characters[whole] : characters[0];
      if (count < 0 && bytes.length == 0) {
        return false;
      }
    }
    return true;
  }
}
