package dev.planlift.service.intake;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@code multipart/form-data} body part by part, straight from the connection: nothing is
 * laid aside, so a part may be of any size and still cost one buffer. The platform's own parts are
 * whole before the first one can be seen, on disk or in memory; a limit could then only be met
 * after the fact. Not thread-safe.
 *
 * <p>Form: RFC 2046 §5.1.1, RFC 7578. {@link #next()} skips what is left of the part before.
 */
final class MultipartReader {
  private static final int BUFFER = 64 * 1024;
  private static final int MAX_HEADER_BYTES = 16 * 1024;

  private final InputStream body;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean bodyEnded;
  private boolean lastPartSeen;
  private PartBody current;

  /**
   * @param body the request's bytes; the caller closes it
   * @param boundary as the Content-Type header names it
   */
  MultipartReader(InputStream body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // The first delimiter may stand at the very start: lend it the line break it lacks.
    buffer[0] = '\r';
    buffer[1] = '\n';
    this.to = 2;
    this.current = new PartBody();
  }

  /** One part: its headers by lower-case name, and its bytes, to be read before the next part. */
  record Part(Map<String, String> headers, InputStream body) {
    /** The form field's name; empty where the part has none. */
    String name() {
      return HeaderParameters.of(headers.getOrDefault("content-disposition", ""))
          .get("name")
          .orElse("");
    }

    Optional<String> fileName() {
      return HeaderParameters.of(headers.getOrDefault("content-disposition", "")).get("filename");
    }

    Optional<String> contentType() {
      return Optional.ofNullable(headers.get("content-type"));
    }
  }

  /**
   * The next part, or empty after the last.
   *
   * @throws PermanentError INVALID_REQUEST where the body breaks off or is no multipart
   */
  Optional<Part> next() throws IOException {
    if (lastPartSeen) {
      return Optional.empty();
    }
    current.skipWithDelimiter();
    var afterDelimiter = line();
    if (afterDelimiter.startsWith("--")) {
      lastPartSeen = true;
      return Optional.empty();
    }
    var headers = headers();
    current = new PartBody();
    return Optional.of(new Part(headers, current));
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw malformed("a header without a colon: " + line);
      }
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
      if (headers.size() > 32) {
        throw malformed("a part with more than 32 headers");
      }
    }
    return headers;
  }

  /** One line without its line break; header bytes are UTF-8, as browsers write them. */
  private String line() throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (true) {
      if (from == to && !fill()) {
        var text = bytes.toString(StandardCharsets.UTF_8);
        if (text.startsWith("--")) {
          return text; // The closing delimiter needs no line break.
        }
        throw malformed("the body breaks off");
      }
      byte b = buffer[from++];
      if (b == '\n') {
        var text = bytes.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      bytes.write(b);
      if (bytes.size() > MAX_HEADER_BYTES) {
        throw malformed("a header line of more than " + MAX_HEADER_BYTES + " bytes");
      }
    }
  }

  /** More bytes behind those that are there; false at the body's end. */
  private boolean fill() throws IOException {
    if (bodyEnded) {
      return false;
    }
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    int read = body.read(buffer, to, buffer.length - to);
    bodyEnded = read < 0;
    to += Math.max(0, read);
    return !bodyEnded;
  }

  private static PermanentError malformed(String why) {
    return new PermanentError(
        ErrorCode.INVALID_REQUEST,
        "The multipart body cannot be read: " + why,
        Place.of("body", "multipart"));
  }

  /** The bytes up to the next delimiter. */
  private final class PartBody extends InputStream {
    private boolean ended;

    /** Bytes from {@code from} on that surely belong to the part. */
    private int sure;

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (sure == 0) {
        if (ended) {
          return -1;
        }
        look();
      }
      int count = Math.min(length, sure);
      System.arraycopy(buffer, from, target, offset, count);
      from += count;
      sure -= count;
      return count;
    }

    void skipWithDelimiter() throws IOException {
      while (!ended || sure > 0) {
        from += sure;
        sure = 0;
        if (!ended) {
          look();
        }
      }
      from += delimiter.length;
    }

    /** Finds how many bytes are the part's own: all up to what is, or may become, a delimiter. */
    private void look() throws IOException {
      int at = from;
      while (at < to) {
        int match = matchAt(at);
        if (match == delimiter.length) {
          ended = true;
          break;
        }
        if (at + match == to) {
          break; // The buffer's end could be a delimiter's beginning.
        }
        at++;
      }
      sure = at - from;
      if (sure == 0 && !ended && !fill()) {
        throw malformed("the body breaks off");
      }
    }

    private int matchAt(int at) {
      int match = 0;
      int most = Math.min(delimiter.length, to - at);
      while (match < most && buffer[at + match] == delimiter[match]) {
        match++;
      }
      return match;
    }
  }
}
