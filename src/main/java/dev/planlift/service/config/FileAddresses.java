package dev.planlift.service.config;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses that files may be fetched from: those under one of the prefixes that are set, with the
 * same scheme, host and port, and a path that goes on from the prefix's at a slash. What could be
 * read in two ways is under none: a user before the host, dots that lead upwards, coded slashes.
 * Immutable.
 */
public final class FileAddresses {
  /** Dots, slashes and backslashes that are hidden by coding, and double coding. */
  private static final Pattern HIDDEN =
      Pattern.compile("%(2e|2f|5c|25|00)", Pattern.CASE_INSENSITIVE);

  private static final Pattern UPWARDS = Pattern.compile("(^|/)\\.{1,2}(/|$)");
  private static final int MOST_NAME = 255;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final List<URI> prefixes;

  private FileAddresses(List<URI> prefixes) {
    this.prefixes = prefixes;
  }

  /**
   * @throws IllegalArgumentException naming a prefix that is none
   */
  static FileAddresses under(List<String> prefixes) {
    return new FileAddresses(prefixes.stream().map(FileAddresses::prefix).toList());
  }

  /**
   * Reads an address that somebody gave.
   *
   * @throws PermanentError FILE_URL_NOT_ALLOWED for one that is under no prefix, or is no address
   */
  public URI check(String text) {
    try {
      var address = new URI(text);
      if (allow(address)) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw refused(e);
    }
    throw refused(null);
  }

  /** Whether something may be fetched from an address. */
  public boolean allow(URI address) {
    return isPlain(address) && prefixes.stream().anyMatch(prefix -> isUnder(address, prefix));
  }

  /** What a file is called, by the last part of its address; empty where that says nothing. */
  public static String fileName(URI address) {
    var path = String.valueOf(address.getPath());
    return path.substring(path.lastIndexOf('/') + 1)
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(MOST_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static URI prefix(String text) {
    try {
      var prefix = new URI(text);
      if (isPlain(prefix) && prefix.getRawQuery() == null) {
        return prefix;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("fileUrlPrefixes: '" + text + "' is no address", e);
    }
    throw new IllegalArgumentException(
        "fileUrlPrefixes: '" + text + "' is no address, http://host/path/ or https://host/path/");
  }

  private static boolean isPlain(URI address) {
    var scheme = scheme(address);
    var path = String.valueOf(address.getRawPath());
    return (scheme.equals("http") || scheme.equals("https"))
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && !HIDDEN.matcher(path).find()
        && !UPWARDS.matcher(path).find();
  }

  private static boolean isUnder(URI address, URI prefix) {
    return scheme(address).equals(scheme(prefix))
        && address.getHost().equalsIgnoreCase(prefix.getHost())
        && port(address) == port(prefix)
        && isUnder(address.getRawPath(), prefix.getRawPath());
  }

  private static boolean isUnder(String path, String prefix) {
    return prefix.isEmpty()
        || path.equals(prefix)
        || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }

  private static String scheme(URI address) {
    return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return scheme(address).equals("https") ? HTTPS_PORT : HTTP_PORT;
  }

  private static PermanentError refused(@org.jspecify.annotations.Nullable Throwable cause) {
    return new PermanentError(
        ErrorCode.FILE_URL_NOT_ALLOWED,
        "The address is under none of those that files are fetched from.",
        Place.of("field", "fileUrl"),
        cause);
  }
}
