package dev.planlift.service.storage;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The ETag that S3 gives an object: of one that came at once, its MD5; of one that came in parts,
 * the MD5 of all parts' MD5s, a hyphen, and their number. A checksum against accidents on the way,
 * no proof against forgers.
 */
final class PartDigest {
  private static final Pattern ETAG = Pattern.compile("[0-9a-f]{32}(-\\d+)?");

  private final int partBytes;
  private final MessageDigest whole = md5();
  private final MessageDigest part = md5();
  private final MessageDigest parts = md5();
  private int inPart;
  private int count;

  PartDigest(int partBytes) {
    this.partBytes = partBytes;
  }

  void add(byte[] bytes, int length) {
    whole.update(bytes, 0, length);
    int from = 0;
    while (from < length) {
      int step = Math.min(length - from, partBytes - inPart);
      part.update(bytes, from, step);
      inPart += step;
      from += step;
      if (inPart == partBytes) {
        endPart();
      }
    }
  }

  private void endPart() {
    parts.update(part.digest());
    count++;
    inPart = 0;
  }

  /**
   * Compares all that was added with an object's ETag. Of an ETag of another form (of an encrypted
   * object), or of parts of another length, nothing can be said.
   *
   * @throws IOException where they differ
   */
  void compare(String etag) throws IOException {
    if (!ETAG.matcher(etag).matches()) {
      return;
    }
    if (inPart > 0) {
      endPart();
    }
    int hyphen = etag.indexOf('-');
    if (hyphen < 0) {
      same(whole, etag);
    } else if (Integer.parseInt(etag.substring(hyphen + 1)) == count) {
      same(parts, etag.substring(0, hyphen));
    }
  }

  private static void same(MessageDigest digest, String expected) throws IOException {
    var found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(expected)) {
      throw new IOException("The bytes are not those that were stored: " + found);
    }
  }

  static String md5InBase64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(md5().digest(bytes));
  }

  static String md5InHex(byte[] bytes) {
    return HexFormat.of().formatHex(md5().digest(bytes));
  }

  /** The ETag of an object made of parts with these MD5s, hexadecimal. */
  static String ofParts(List<String> md5s) {
    var parts = md5();
    md5s.forEach(sum -> parts.update(HexFormat.of().parseHex(sum)));
    return HexFormat.of().formatHex(parts.digest()) + "-" + md5s.size();
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }
}
