package dev.planlift.service.job;

/**
 * What a server must know to run a job, as a number that grows with each version that learns
 * something. While servers of two versions share a database, the older one leaves to the newer one
 * what it would only fail.
 *
 * <p>A version that accepts jobs which the one before it cannot run to a good end (of a format,
 * with a stage or an option of its own) gives that the next number here and in {@link #of}.
 */
final class Need {
  /** Any version runs it. */
  static final int NOTHING = 0;

  /** Its drawing is still to be fetched from an address. */
  static final int FETCHING = 1;

  /** It is a PDF. */
  static final int PDF = 2;

  /** All that this version knows. */
  static final int MET = PDF;

  private Need() {}

  static int of(NewJob asked) {
    // What is fetched may turn out to be a PDF, which the version before refuses by itself.
    return asked.format() == Format.PDF ? PDF : asked.fileUrl().isPresent() ? FETCHING : NOTHING;
  }
}
