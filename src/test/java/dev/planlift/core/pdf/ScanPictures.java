package dev.planlift.core.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;

/** Pictures as scanners pack them: one page, black on the left and white on the right. */
final class ScanPictures {
  private static final int BLACK = 0xFF000000;

  private ScanPictures() {}

  /** A page of one region, packed by the codec of fax machines (ITU-T T.88, 6.2.6). */
  static byte[] jbig2(int width, int height) throws IOException {
    var fax = fax(width, height);
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    segment(out, 0, 48, 19);
    ints(out, width, height, 0, 0);
    out.write(new byte[3]);
    segment(out, 1, 38, 18 + fax.length);
    ints(out, width, height, 0, 0);
    out.write(new byte[] {0, 1});
    out.write(fax);
    segment(out, 2, 49, 0);
    return bytes.toByteArray();
  }

  static void segment(DataOutputStream out, int number, int kind, int length) throws IOException {
    out.writeInt(number);
    out.write(new byte[] {(byte) kind, 0, 1});
    out.writeInt(length);
  }

  static void ints(DataOutputStream out, int... values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static byte[] fax(int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, x < width / 2 ? BLACK : -1);
      }
    }
    try (var document = new PDDocument();
        var packed =
            CCITTFactory.createFromImage(document, picture).getCOSObject().createRawInputStream()) {
      return packed.readAllBytes();
    }
  }
}
