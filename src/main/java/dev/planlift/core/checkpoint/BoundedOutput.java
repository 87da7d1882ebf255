package dev.planlift.core.checkpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.CRC32C;

/** A stream that ends its writer once it has cost too much; sums up what goes through. */
final class BoundedOutput extends FilterOutputStream {
  private final CRC32C sum = new CRC32C();
  private final long end;
  private long bytesLeft;

  BoundedOutput(OutputStream out, Effort effort) {
    super(out);
    this.bytesLeft = effort.maxBytes();
    this.end = System.nanoTime() + nanos(effort.maxTime());
  }

  /** Thrown when the effort is used up. */
  static final class GivenUp extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** CRC-32C of all bytes so far. */
  int sum() {
    return (int) sum.getValue();
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    bytesLeft -= length;
    checkTime();
    if (bytesLeft < 0) {
      throw new GivenUp();
    }
    sum.update(bytes, offset, length);
    out.write(bytes, offset, length);
  }

  /** Well compressed, much work comes to few bytes: to be called now and then. */
  void checkTime() throws GivenUp {
    if (System.nanoTime() - end > 0) {
      throw new GivenUp();
    }
  }

  private static long nanos(Duration time) {
    // A quarter of the range, so that the end can be compared by a difference.
    return Math.min(time.toSeconds(), Long.MAX_VALUE / 4_000_000_000L) * 1_000_000_000L
        + time.toNanosPart();
  }
}
