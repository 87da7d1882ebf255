package dev.planlift.core.dxf;

import dev.planlift.core.geom.Vec3;

/**
 * What stands before a block's content.
 *
 * @param path of the drawing that the block stands for, as written; empty for most
 * @param external whether the block stands for another drawing
 * @param overlay whether it does so in its own drawing only, not where that is referred to
 */
record BlockHeader(String name, Vec3 base, String path, boolean external, boolean overlay) {
  private static final int EXTERNAL = 4;
  private static final int OVERLAY = 8;

  /** Reads the BLOCK whose start the reader stands on, up to the next structure. */
  static BlockHeader read(TagReader tags) {
    String name = "";
    String path = "";
    double x = 0;
    double y = 0;
    double z = 0;
    int flags = 0;
    while (tags.next() && tags.code() != GroupCode.STRUCTURE) {
      switch (tags.code()) {
        case 1 -> path = tags.name();
        case GroupCode.NAME -> name = tags.name();
        case 10 -> x = tags.number();
        case 20 -> y = tags.number();
        case 30 -> z = tags.number();
        case GroupCode.FLAGS -> flags = tags.integer();
        default -> {}
      }
    }
    tags.stay();
    boolean overlay = (flags & OVERLAY) != 0 && !path.isEmpty();
    boolean external = (flags & EXTERNAL) != 0 || overlay;
    return new BlockHeader(name, new Vec3(x, y, z), PlainText.decoded(path), external, overlay);
  }
}
