package dev.planlift.service.worker;

import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Arrival;
import dev.planlift.service.job.Format;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * Brings drawings from addresses to the storage, each time under a key of its own: what an attempt
 * that has lost its job still writes is in nobody's way.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class DrawingFetch {
  @Inject ArtifactStore store;
  @Inject Checkpoints checkpoints;
  @Inject Settings settings;
  @Inject Clock clock;

  /** A key that nothing lies under. */
  static String newKey() {
    return "inputs/" + UUID.randomUUID();
  }

  /**
   * Fetches a drawing. Memory needed does not depend on its size; nothing is kept of what is
   * refused or breaks off.
   *
   * @param running ends the transfer when it is stopped
   * @throws PermanentError for what is no drawing, is too large, or may not be fetched
   * @throws RetryableError NETWORK_ERROR, STORAGE_ERROR, OVERLOADED
   */
  Arrival fetch(String fileUrl, RunningJob running) {
    var allowed = settings.intake().fileAddresses();
    var address = allowed.check(fileUrl);
    if (!checkpoints.hasRoom()) {
      throw new RetryableError(ErrorCode.OVERLOADED, "The storage is nearly full.");
    }
    var limits = settings.fetch();
    var until = clock.instant().plus(limits.total());
    try (var file = RemoteFile.open(address, allowed, limits, end -> running.fetches(end, until))) {
      return store(file);
    } catch (UncheckedIOException e) {
      throw RemoteFile.unreachable(address, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw RemoteFile.unreachable(address, e);
    } finally {
      running.out();
    }
  }

  /** Removes a drawing that turned out to be no longer wanted. */
  void discard(Arrival arrival) {
    store.delete(arrival.key());
  }

  private long limit(Format format) {
    return switch (format) {
      case DXF -> settings.intake().dxfMaxBytes().bytes();
      case PDF -> settings.intake().pdfMaxBytes().bytes();
    };
  }

  private Arrival store(RemoteFile file) throws IOException {
    var bytes = new WholeStream(file);
    var head = bytes.readNBytes(InputFormat.HEAD_BYTES);
    // By its bytes alone: addresses end in whatever makes the file.
    var content = InputFormat.of(head, "");
    var format =
        content == InputFormat.PDF ? Format.PDF : Format.DXF; // a ZIP goes the way of a DXF
    long limit = limit(format);
    if (file.length() > limit) {
      throw tooLarge(limit);
    }
    var hashed =
        new DigestInputStream(
            new SequenceInputStream(new ByteArrayInputStream(head), bytes), sha256());
    try {
      var key = newKey() + "." + content.extension();
      var artifact = store.put(key, hashed, limit);
      var hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
      return new Arrival(key, format, hash, artifact.sizeBytes());
    } catch (PermanentError e) {
      throw e.code() == ErrorCode.FILE_TOO_LARGE ? tooLarge(limit) : e;
    }
  }

  private static PermanentError tooLarge(long limit) {
    return new PermanentError(
        ErrorCode.FILE_TOO_LARGE,
        "The file has more than the " + limit + " bytes that are taken.",
        Place.of("maxBytes", limit));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** A transfer that ends where it should, or with an exception. */
  private static final class WholeStream extends InputStream {
    private final InputStream bytes;
    private final long length;
    private long read;

    WholeStream(RemoteFile file) {
      this.bytes = file.bytes();
      this.length = file.length();
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      int count = read(one, 0, 1);
      return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = bytes.read(into, from, most);
      if (count >= 0) {
        read += count;
      } else if (length >= 0 && read < length) {
        throw new IOException("it broke off after " + read + " of " + length + " bytes");
      }
      return count;
    }
  }
}
