package dev.planlift.core.drawing;

/**
 * What a page of a file is.
 *
 * @param page from 1
 * @param confidence 0 to 1
 * @param reason in words
 */
public record PageClass(int page, Kind kind, double confidence, String reason) {
  /** Sorts of pages; the later one is the better one to make a model of. */
  public enum Kind {
    /** Text, tables, pictures beside it. */
    DOCUMENT,
    /** Hardly anything but a picture of a drawing. */
    SCANNED_PLAN,
    /** An elevation, a section, a detail, a schematic, a map. */
    OTHER_DRAWING,
    /** Line work over a picture that covers much of the page. */
    MIXED,
    VECTOR_PLAN
  }
}
