package dev.planlift.cli.embedded;

import org.jspecify.annotations.Nullable;

/** The server cannot be started; the message is one sentence for the person at the terminal. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Who can help. */
  public enum Kind {
    /** A fault of ours or of the installation. */
    FAULT,
    /** It may pass: the same start may succeed later. */
    TEMPORARY,
    /** What the operator has set cannot be. */
    REFUSED
  }

  private final Kind kind;

  private LaunchException(String message, Kind kind, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A fault of ours or of the installation. */
  static LaunchException fault(String message, @Nullable Throwable cause) {
    return new LaunchException(message, Kind.FAULT, cause);
  }

  /** Something is in the way that may go: a taken port, another server on the data folder. */
  static LaunchException inTheWay(String message) {
    return new LaunchException(message, Kind.TEMPORARY, null);
  }

  /** The operator's settings are wrong, as the message says. */
  static LaunchException refused(String message) {
    return new LaunchException(message, Kind.REFUSED, null);
  }

  public Kind kind() {
    return kind;
  }
}
