package dev.planlift.service.job;

import java.time.Instant;
import java.util.UUID;

/**
 * What a format's candidate engine is to do, on all servers.
 *
 * @param share percent of the jobs that it does it for
 * @param who the person who said so
 */
public record EngineSwitch(Format format, EngineMode mode, int share, Instant at, String who) {
  private static final int ALL = 100;

  public EngineSwitch {
    if (share < 0 || share > ALL) {
      throw new IllegalArgumentException("No share of a hundred: " + share);
    }
  }

  /** As long as nobody has said anything. */
  static EngineSwitch off(Format format) {
    return new EngineSwitch(format, EngineMode.OFF, 0, Instant.EPOCH, "");
  }

  /**
   * Whether a job is among those that the candidate does this for. The same job always is, on every
   * server, and whoever is among some stays among more.
   */
  public boolean holds(EngineMode asked, UUID jobId) {
    return mode == asked && bucket(jobId) < share;
  }

  /** 0 to 99, all equally often: ids that clients choose may be anything but random. */
  static int bucket(UUID jobId) {
    long mixed = jobId.getMostSignificantBits() * 31 + jobId.getLeastSignificantBits();
    // The finalizer of MurmurHash3: every bit of the id moves every bit of the bucket.
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 33), ALL);
  }
}
