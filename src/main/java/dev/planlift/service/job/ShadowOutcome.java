package dev.planlift.service.job;

/** What came of a shadow run. All but the first and the last are mismatches. */
public enum ShadowOutcome {
  /** Both engines made the same. */
  SAME,
  /** Both made a model, and they differ. */
  DIFFERENT,
  /** The candidate gave up on a drawing that the standard one converts. */
  REFUSED,
  /** The candidate's process died. */
  DIED,
  /** The candidate took longer than it may. */
  TIMED_OUT,
  /** Both made a model, and whether they differ could not be told. */
  NOT_COMPARED;

  public boolean isMismatch() {
    return this != SAME && this != NOT_COMPARED;
  }
}
