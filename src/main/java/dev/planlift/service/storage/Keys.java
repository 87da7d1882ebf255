package dev.planlift.service.storage;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import java.util.regex.Pattern;

/** What all storages say of keys. */
final class Keys {
  private static final Pattern KEY =
      Pattern.compile("[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*");

  private Keys() {}

  /**
   * @throws IllegalArgumentException for what is no key
   */
  static String check(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("'" + key + "' is no key");
    }
    return key;
  }

  static PermanentError missing(String key) {
    return new PermanentError(
        ErrorCode.NOT_FOUND, "The file is no longer there.", Place.of("key", key));
  }

  static PermanentError tooLarge(long maxBytes) {
    return new PermanentError(
        ErrorCode.FILE_TOO_LARGE,
        "The file is larger than the " + maxBytes + " bytes that are accepted.",
        Place.of("maxBytes", maxBytes));
  }

  /** Nothing is overwritten; another attempt has a key of its own. */
  static RetryableError taken(String key) {
    return new RetryableError(
        ErrorCode.STORAGE_ERROR,
        "There is another file under the key already.",
        Place.of("key", key));
  }

  static RetryableError failed(String key, Exception cause) {
    return new RetryableError(
        ErrorCode.STORAGE_ERROR, ErrorCode.STORAGE_ERROR.message(), Place.of("key", key), cause);
  }
}
