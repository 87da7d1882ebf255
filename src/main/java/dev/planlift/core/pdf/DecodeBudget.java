package dev.planlift.core.pdf;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How much the streams of one file may unpack to: deflate alone makes a thousand bytes of one, and
 * filters can be stacked. Not thread-safe.
 */
final class DecodeBudget {
  /** Ten times the content of the largest page seen; what is decoded may stand in memory whole. */
  static final long MAX_STREAM_BYTES = 256L << 20;

  /** A set of 300 large pages unpacks to less; more would take minutes to inflate alone. */
  static final long MAX_TOTAL_BYTES = 16L << 30;

  private final long perStream;
  private long left;

  DecodeBudget() {
    this(MAX_STREAM_BYTES, MAX_TOTAL_BYTES);
  }

  DecodeBudget(long perStream, long total) {
    this.perStream = perStream;
    this.left = total;
  }

  /** The stream, of which no more can be written than one stream and the file may unpack to. */
  OutputStream bounded(OutputStream out) {
    return new FilterOutputStream(out) {
      private long written;

      @Override
      public void write(int octet) throws IOException {
        written = take(written, 1);
        out.write(octet);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        written = take(written, length);
        out.write(bytes, offset, length);
      }
    };
  }

  /** The same of what is read; arrays are filled as far as there are bytes. */
  InputStream bounded(InputStream in) {
    return new FilterInputStream(in) {
      private long taken;

      @Override
      public int read() throws IOException {
        int octet = in.read();
        taken = take(taken, octet < 0 ? 0 : 1);
        return octet;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.readNBytes(bytes, offset, length);
        taken = take(taken, count);
        return count == 0 && length > 0 ? -1 : count;
      }
    };
  }

  private long take(long before, long more) {
    long after = before + more;
    left -= more;
    if (after > perStream) {
      throw bomb("A stream unpacks to more than " + perStream + " bytes");
    }
    if (left < 0) {
      throw bomb("The streams of the file unpack to more than is allowed in all");
    }
    return after;
  }

  static PermanentError bomb(String detail) {
    return new PermanentError(ErrorCode.DECOMPRESSION_BOMB, detail);
  }
}
