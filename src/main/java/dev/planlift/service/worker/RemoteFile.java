package dev.planlift.service.worker;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.FileAddresses;
import dev.planlift.service.config.Settings.Fetch;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file at an address, being read. Nothing but addresses that are allowed is ever asked, whatever
 * redirects say; nothing waits for ever; no credentials are sent.
 */
final class RemoteFile implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpURLConnection connection;
  private final InputStream bytes;

  private RemoteFile(HttpURLConnection connection, InputStream bytes) {
    this.connection = connection;
    this.bytes = bytes;
  }

  /**
   * Asks for a file.
   *
   * @param asking told, before each question, what ends it and the transfer from any thread
   * @throws PermanentError FILE_URL_NOT_ALLOWED or FILE_URL_FAILED
   * @throws RetryableError NETWORK_ERROR
   */
  static RemoteFile open(
      URI address, FileAddresses allowed, Fetch limits, Consumer<Runnable> asking) {
    var next = address;
    for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
      var asked = allowed.check(next.toString());
      var connection = ask(asked, limits);
      boolean kept = false;
      try {
        asking.accept(connection::disconnect);
        int status = connection.getResponseCode();
        if (!REDIRECTS.contains(status)) {
          var file = new RemoteFile(connection, body(connection, status, asked));
          kept = true;
          return file;
        }
        next = target(asked, connection.getHeaderField("Location"));
      } catch (IOException e) {
        throw unreachable(asked, e);
      } finally {
        if (!kept) {
          connection.disconnect();
        }
      }
    }
    throw failed(address, "It leads on more than " + limits.redirects() + " times.");
  }

  /** To be read by one thread. */
  InputStream bytes() {
    return bytes;
  }

  /** As the server says; -1 where it does not. */
  long length() {
    return connection.getContentLengthLong();
  }

  @Override
  public void close() {
    connection.disconnect();
  }

  /** What broke off in mid-transfer. */
  static RetryableError unreachable(URI address, IOException cause) {
    return new RetryableError(
        ErrorCode.NETWORK_ERROR,
        "The file cannot be fetched from %s: %s".formatted(shown(address), cause.getMessage()),
        Place.of("fileUrl", shown(address)),
        cause);
  }

  private static HttpURLConnection ask(URI address, Fetch limits) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout((int) limits.connect().toMillis());
      connection.setReadTimeout((int) limits.read().toMillis());
      connection.setRequestProperty("User-Agent", "Planlift");
      connection.setRequestProperty("Accept", "*/*");
      connection.setRequestProperty("Accept-Encoding", "identity");
      return connection;
    } catch (IOException e) {
      throw unreachable(address, e);
    }
  }

  private static InputStream body(HttpURLConnection connection, int status, URI address)
      throws IOException {
    if (status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      throw new RetryableError(
          ErrorCode.NETWORK_ERROR,
          "%s answers with status %d.".formatted(shown(address), status),
          Place.of("fileUrl", shown(address)).and("status", status));
    }
    if (status != OK) {
      throw failed(address, "The answer has status " + status + ".");
    }
    var coding = connection.getContentEncoding();
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw failed(address, "The answer is coded as " + coding + ", which was not asked for.");
    }
    return connection.getInputStream();
  }

  private static URI target(URI from, @Nullable String location) {
    try {
      if (location != null) {
        return from.resolve(location);
      }
    } catch (IllegalArgumentException e) {
      throw failed(from, "It leads on to what is no address.");
    }
    throw failed(from, "It leads on to nowhere.");
  }

  private static PermanentError failed(URI address, String why) {
    return new PermanentError(
        ErrorCode.FILE_URL_FAILED,
        "There is no file to be had from " + shown(address) + ". " + why,
        Place.of("fileUrl", shown(address)));
  }

  /** Without the query, which may be a signature. */
  private static String shown(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
  }
}
