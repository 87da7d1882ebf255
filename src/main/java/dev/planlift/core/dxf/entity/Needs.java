package dev.planlift.core.dxf.entity;

/** What must have been read before an entity can be converted. */
public enum Needs {
  /** Only what stands before it: it is converted where it stands. */
  NOTHING,
  /** What may stand behind it, as OBJECTS do: it is converted at the end of the file. */
  DEFINITIONS,
  /** How far everything else reaches: it is converted last of all. */
  EXTENTS
}
