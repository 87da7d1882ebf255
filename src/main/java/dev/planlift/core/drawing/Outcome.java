package dev.planlift.core.drawing;

/** What became of an entity that was read. */
public enum Outcome {
  CONVERTED,
  /** Something stands in its place that is not quite it. */
  APPROXIMATED,
  SKIPPED
}
