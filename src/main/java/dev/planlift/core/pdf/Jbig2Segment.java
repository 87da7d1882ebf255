package dev.planlift.core.pdf;

import java.nio.ByteBuffer;

/**
 * What a segment of a JBIG2 picture declares before its data (ITU-T T.88, 7.4): a decoder makes
 * room for that much.
 */
final class Jbig2Segment {
  /** As many bytes of a segment as are looked at. */
  static final int HEAD_BYTES = 22;

  private static final int SYMBOLS = 0;
  private static final int PATTERNS = 16;
  private static final int PAGE = 48;

  /** A page of text has some hundred shapes. */
  private static final long MOST_SYMBOLS = 1 << 20;

  /** Of a page whose height is said stripe by stripe. */
  private static final long UNKNOWN = 0xFFFFFFFFL;

  private Jbig2Segment() {}

  /** Checks the beginning of a segment's data, which may break off. */
  static void check(int kind, byte[] bytes) {
    var head = ByteBuffer.allocate(HEAD_BYTES).put(bytes).rewind();
    switch (kind) {
      case SYMBOLS -> symbols(head);
      case PATTERNS -> patterns(head);
      case PAGE -> page(unsigned(head), unsigned(head));
      // Text, halftone, generic and refined regions, each to be kept, shown or without loss.
      case 4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43 ->
          PictureSize.check(unsigned(head), unsigned(head));
      default -> {}
    }
  }

  private static void page(long width, long height) {
    PictureSize.check(width, height == UNKNOWN && width < UNKNOWN ? 1 : height);
  }

  /** Their numbers stand behind the adaptive pixels, of which the flags say how many there are. */
  private static void symbols(ByteBuffer head) {
    int flags = head.getShort();
    boolean huffman = (flags & 1) != 0;
    boolean refined = (flags & 2) != 0;
    int pixels = huffman ? 0 : (flags >> 10 & 3) == 0 ? 8 : 2;
    pixels += refined && (flags >> 12 & 1) == 0 ? 4 : 0;
    head.position(head.position() + pixels);
    long exported = unsigned(head);
    long made = unsigned(head);
    if (exported > MOST_SYMBOLS || made > MOST_SYMBOLS) {
      throw DecodeBudget.bomb("A picture declares more than " + MOST_SYMBOLS + " symbols");
    }
  }

  /** All of one size side by side. */
  private static void patterns(ByteBuffer head) {
    head.get();
    long width = head.get() & 0xFF;
    long height = head.get() & 0xFF;
    PictureSize.check(width * (unsigned(head) + 1), height);
  }

  private static long unsigned(ByteBuffer head) {
    return head.getInt() & 0xFFFFFFFFL;
  }
}
