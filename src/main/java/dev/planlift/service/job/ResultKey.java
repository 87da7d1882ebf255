package dev.planlift.service.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What results are known by: equal where the same engine is to make the same of the same bytes.
 *
 * @param text part of a storage key
 */
public record ResultKey(String text) {
  /**
   * The key of what anybody may share.
   *
   * @param sha256 of the drawing
   * @param options hash of the conversion's options
   * @param name the drawing's name, which stands in its model and report
   * @param engine equal for equal engines
   */
  public static ResultKey of(String sha256, String options, String name, String engine) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var all = String.join("\n", sha256, options, engine, name);
      return new ResultKey(
          HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The key of what is one job's own. */
  public static ResultKey own(UUID jobId) {
    return new ResultKey("job-" + jobId);
  }
}
