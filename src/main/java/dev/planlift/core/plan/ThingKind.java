package dev.planlift.core.plan;

/** What stands in a building or beside it and is not part of it. */
public enum ThingKind {
  LIFT,
  URINAL,
  TOILET,
  BATHTUB,
  SHOWER,
  STOVE,
  FRIDGE,
  WASHER,
  SINK,
  LOW_TABLE,
  BED,
  SOFA,
  CHAIR,
  WARDROBE,
  COUNTER,
  TABLE,
  CAR,
  TREE,
  PLANT,
  /** A thing of the size of furniture. */
  OTHER
}
