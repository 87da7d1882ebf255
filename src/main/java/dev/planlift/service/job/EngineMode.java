package dev.planlift.service.job;

/** What a format's candidate engine does. */
public enum EngineMode {
  /** Nothing. */
  OFF,
  /**
   * It converts what the standard one has converted, for comparison; nobody is given its results.
   */
  SHADOW,
  /** It converts in place of the standard one. */
  ROLLOUT
}
