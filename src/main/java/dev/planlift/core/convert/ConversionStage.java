package dev.planlift.core.convert;

/** The stages of a conversion, in order; RENDER and DETECT run for scans only. */
public enum ConversionStage {
  VALIDATE,
  READ,
  RENDER,
  DETECT,
  RECONSTRUCT,
  SOLIDIFY,
  EXPORT
}
