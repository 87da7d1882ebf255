package dev.planlift.core.gltf;

import java.util.Locale;

/** How positions, normals and indices are stored. */
public enum Compression {
  /** Floats as they are. */
  NONE,

  /** Positions on the {@link Grid}, in 16 bits where they fit; normals in 8 bits. */
  QUANTIZED,

  /** The same, compressed view by view (EXT_meshopt_compression). */
  MESHOPT;

  /** By the name of the option's value. */
  public static Compression named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  boolean rounds() {
    return this != NONE;
  }
}
