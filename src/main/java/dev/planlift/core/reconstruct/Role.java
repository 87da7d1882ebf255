package dev.planlift.core.reconstruct;

/** What a layer, a symbol or a line type says its things are. */
enum Role {
  DIMENSION,
  TEXT,
  ROOM,
  FRAME,
  GRID,
  HATCH,
  FURNITURE,
  STAIR,
  ROOF,
  WINDOW,
  DOOR,
  COLUMN,
  WALL,
  UNKNOWN
}
