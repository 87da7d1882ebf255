package dev.planlift.core.reconstruct;

/** How large things in a building are, metres: what tells a wall from a cupboard. */
final class Sizes {
  /** Thinner is a sheet of glass, a door leaf or a lining. */
  static final double MIN_WALL_M = 0.05;

  /** Thicker are rooms, shafts and cupboards, unless a drawing tells of old masonry. */
  static final double MAX_WALL_M = 0.62;

  /** No masonry is thicker. */
  static final double MAX_MASONRY_M = 1.3;

  static final double MIN_DOOR_M = 0.5;
  static final double MAX_DOOR_M = 1.5;

  /** The widest gap in a wall that a window, a double door or a gate may fill. */
  static final double MAX_OPENING_M = 5;

  /** Larger symbols are parts of a building, not things in it. */
  static final double MAX_SYMBOL_M = 6;

  static final double MIN_ROOM_M2 = 0.6;

  private Sizes() {}
}
