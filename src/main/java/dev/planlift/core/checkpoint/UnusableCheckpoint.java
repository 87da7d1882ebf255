package dev.planlift.core.checkpoint;

/** A checkpoint that does not serve; the message says why, in one sentence. */
public final class UnusableCheckpoint extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableCheckpoint(String why) {
    super(why);
  }

  UnusableCheckpoint(String why, Throwable cause) {
    super(why, cause);
  }
}
