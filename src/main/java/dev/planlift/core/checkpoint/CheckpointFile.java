package dev.planlift.core.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What all checkpoints have in common. A file: {@link #MARK}, {@link #VERSION}, the {@link #BUILD},
 * the types' sum, the drawing's hash, the number of stages, each stage's name and its options' hash
 * (32-bit numbers and modified UTF-8, as DataOutput writes them); then what the stages made, one
 * after the other, deflated; at the end CRC-32C of all before it.
 */
final class CheckpointFile {
  static final int MARK = 0x504C4350; // PLCP
  static final int VERSION = 1;
  static final String BUILD = Build.ID;
  static final int SUM_BYTES = Integer.BYTES;

  private CheckpointFile() {}

  /** Says of what types a checkpoint is. */
  static String sum(Shapes shapes) {
    var sum = new CRC32C();
    sum.update(shapes.seen().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
