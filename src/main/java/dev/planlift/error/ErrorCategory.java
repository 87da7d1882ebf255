package dev.planlift.error;

/** Who has to act on an error. */
public enum ErrorCategory {
  /** The drawing or the request is at fault: the job ends in FAILURE, nobody need look. */
  INPUT,
  /** A time, memory or size limit was met. */
  LIMIT,
  /** Storage, network, database or broker did not answer as they should. */
  EXTERNAL,
  /** A fault of ours: somebody should look. */
  INTERNAL
}
