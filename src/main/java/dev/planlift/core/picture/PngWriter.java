package dev.planlift.core.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes 8-bit RGB pictures as PNG (W3C PNG, third edition): the same picture, the same bytes. */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** A third of the time of level 6, files a tenth larger. */
  private static final int LEVEL = 3;

  private PngWriter() {}

  /**
   * Writes a picture.
   *
   * @param rgb width × height values 0xRRGGBB, from the top row down
   */
  public static void write(int[] rgb, int width, int height, OutputStream out) throws IOException {
    out.write(SIGNATURE);
    var header = new ByteArrayOutputStream();
    var fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    // 8 bits, colour type RGB, deflate, adaptive filters, no interlace.
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", compressed(rgb, width, height));
    chunk(out, "IEND", new byte[0]);
  }

  private static byte[] compressed(int[] rgb, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream(width * height / 2);
    var deflater = new Deflater(LEVEL);
    try (var deflated = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      var line = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        filterUp(rgb, y * width, y == 0 ? -1 : (y - 1) * width, width, line);
        deflated.write(line);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** Filter type 2: each byte less the one above it. */
  private static void filterUp(int[] rgb, int row, int above, int width, byte[] line) {
    line[0] = 2;
    for (int x = 0; x < width; x++) {
      int c = rgb[row + x];
      int b = above < 0 ? 0 : rgb[above + x];
      line[1 + 3 * x] = (byte) ((c >> 16) - (b >> 16));
      line[2 + 3 * x] = (byte) ((c >> 8) - (b >> 8));
      line[3 + 3 * x] = (byte) (c - b);
    }
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    var fields = new DataOutputStream(out);
    fields.writeInt(data.length);
    fields.write(name);
    fields.write(data);
    fields.writeInt((int) crc.getValue());
    fields.flush();
  }
}
