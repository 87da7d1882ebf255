package dev.planlift.core.pdf;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * How large a picture says it is, in the file and in its codec's own header: a decoder makes room
 * for that much before it has read a pixel.
 */
final class PictureSize {
  /** An A0 scan at 450 dots per inch; decoded in colour it takes a third of the runner's heap. */
  static final long MAX_PIXELS = 320_000_000L;

  private static final int JPEG_START = 0xFFD8;

  /** JPEG 2000 codestream: SOC, SIZ (ISO/IEC 15444-1, A.4.1, A.5.1). */
  private static final int JPX_SIZE_MARKS = 0xFF4FFF51;

  /** The boxes before a codestream hold colour profiles at most. */
  private static final int JPX_HEAD_BYTES = 1 << 22;

  private static final int JBIG2_PAGE_INFORMATION = 48;
  private static final long JBIG2_UNKNOWN_LENGTH = 0xFFFFFFFFL;

  private PictureSize() {}

  /** Checks what the dictionary of an image declares; others pass. */
  static void check(COSDictionary image) {
    if (COSName.IMAGE.equals(image.getCOSName(COSName.SUBTYPE))) {
      check(image.getLong(COSName.WIDTH, 0), image.getLong(COSName.HEIGHT, 0));
    }
  }

  static void check(long width, long height) {
    if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
      throw DecodeBudget.bomb(
          "A picture declares %d x %d pixels, more than %d".formatted(width, height, MAX_PIXELS));
    }
  }

  /**
   * Checks the header of a packed picture.
   *
   * @throws IOException where it has none, or not within its first bytes
   */
  static void check(COSName codec, InputStream packed) throws IOException {
    var in = new DataInputStream(packed);
    if (codec.equals(COSName.DCT_DECODE) || codec.equals(COSName.DCT_DECODE_ABBREVIATION)) {
      jpeg(in);
    } else if (codec.equals(COSName.JPX_DECODE)) {
      jpx(in);
    } else if (codec.equals(COSName.JBIG2_DECODE)) {
      jbig2(in);
    }
  }

  /** The frame header, ITU-T T.81 B.2.2; whatever stands before the picture is passed over. */
  private static void jpeg(DataInputStream in) throws IOException {
    int start = in.readUnsignedShort();
    while (start != JPEG_START) {
      start = (start << 8 & 0xFFFF) | in.readUnsignedByte();
    }
    while (true) {
      int mark = in.readUnsignedByte();
      while (mark != 0xFF) {
        mark = in.readUnsignedByte();
      }
      while (mark == 0xFF) {
        mark = in.readUnsignedByte();
      }
      if (isFrame(mark)) {
        in.skipNBytes(3);
        int height = in.readUnsignedShort();
        check(in.readUnsignedShort(), height);
        return;
      }
      if (hasLength(mark)) {
        in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
      }
    }
  }

  private static boolean isFrame(int mark) {
    return mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
  }

  private static boolean hasLength(int mark) {
    return mark > 0x01 && !(mark >= 0xD0 && mark <= 0xD8);
  }

  private static void jpx(DataInputStream in) throws IOException {
    int marks = in.readInt();
    for (int i = 0; marks != JPX_SIZE_MARKS; i++) {
      if (i == JPX_HEAD_BYTES) {
        throw new EOFException("A JPEG 2000 picture without a codestream");
      }
      marks = marks << 8 | in.readUnsignedByte();
    }
    in.skipNBytes(4);
    check(in.readInt() & 0xFFFFFFFFL, in.readInt() & 0xFFFFFFFFL);
  }

  /** Segment headers, ITU-T T.88 7.2, and what segments say first of what is in them. */
  private static void jbig2(DataInputStream in) throws IOException {
    boolean page = false;
    for (int first = in.read(); first >= 0; first = in.read()) {
      long number = (long) first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int flags = in.readUnsignedByte();
      skipReferences(in, number);
      in.skipNBytes((flags & 0x40) == 0 ? 1 : 4);
      long length = in.readInt() & 0xFFFFFFFFL;
      int kind = flags & 0x3F;
      page |= kind == JBIG2_PAGE_INFORMATION;
      if (length == JBIG2_UNKNOWN_LENGTH) {
        Jbig2Segment.check(kind, in.readNBytes(Jbig2Segment.HEAD_BYTES));
        return; // it goes on to the end of the page
      }
      var head = in.readNBytes((int) Math.min(length, Jbig2Segment.HEAD_BYTES));
      Jbig2Segment.check(kind, head);
      in.skipNBytes(length - head.length);
    }
    if (!page) {
      throw new EOFException("A JBIG2 picture without a page");
    }
  }

  /** Shared segments of JBIG2 pictures. */
  static void checkShared(InputStream segments) throws IOException {
    try {
      jbig2(new DataInputStream(segments));
    } catch (EOFException e) {
      // what is not there declares nothing
    }
  }

  private static void skipReferences(DataInputStream in, long number) throws IOException {
    int first = in.readUnsignedByte();
    long count = first >> 5;
    if (count == 7) {
      count = (first & 0x1FL) << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
      in.skipNBytes((count + 8) / 8);
    }
    in.skipNBytes(count * (number <= 256 ? 1 : number <= 65536 ? 2 : 4));
  }
}
