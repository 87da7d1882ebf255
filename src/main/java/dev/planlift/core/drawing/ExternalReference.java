package dev.planlift.core.drawing;

/**
 * Another file that a drawing shows as if it were its own.
 *
 * @param name of what stands for it in the drawing; that of a nested one with the names around it,
 *     "A|B"
 * @param path as written in the drawing
 * @param detail one sentence: what was found, or why it is not shown
 */
public record ExternalReference(String name, String path, State state, String detail) {
  /** What became of it. */
  public enum State {
    FOUND,
    /** Not among the files that were brought along. */
    MISSING,
    /** There, but not shown: no DXF, broken, within itself, an overlay of another, too many. */
    NOT_SHOWN
  }
}
