package dev.planlift.core.scene;

import java.util.Locale;

/** What an element of a model is. */
public enum Category {
  LEVEL,
  WALL,
  DOOR,
  WINDOW,
  COLUMN,
  STAIR,
  ROOM,
  SLAB,
  FURNITURE,
  CURVE,
  TEXT,
  SOLID,
  OTHER;

  /** The name written into the model. */
  public String outsideName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
