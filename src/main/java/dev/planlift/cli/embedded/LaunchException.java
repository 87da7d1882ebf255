package dev.planlift.cli.embedded;

import org.jspecify.annotations.Nullable;

/** The server cannot be started; the message is one sentence for the person at the terminal. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  private LaunchException(String message, boolean temporary, @Nullable Throwable cause) {
    super(message, cause);
    this.temporary = temporary;
  }

  /** A fault of ours or of the installation. */
  static LaunchException fault(String message, @Nullable Throwable cause) {
    return new LaunchException(message, false, cause);
  }

  /** Something is in the way that may go: a taken port, another server on the data folder. */
  static LaunchException inTheWay(String message) {
    return new LaunchException(message, true, null);
  }

  public boolean temporary() {
    return temporary;
  }
}
