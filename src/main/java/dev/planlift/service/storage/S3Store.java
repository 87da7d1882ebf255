package dev.planlift.service.storage;

import dev.planlift.error.PermanentError;
import dev.planlift.service.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The storage in a bucket of any server that speaks S3. Uploads pass through one part of memory,
 * however long they are; nobody sees an object before it is whole. Every part is checked by the
 * server against its MD5, every file that is fetched against the object's ETag.
 */
final class S3Store implements ArtifactStore, AutoCloseable {
  private static final int NOT_FOUND = 404;
  private static final int BUFFER_BYTES = 1 << 16;

  private final S3Client s3;
  private final String bucket;
  private final String prefix;
  private final int partBytes;

  private S3Store(S3Client s3, String bucket, String prefix, int partBytes) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
    this.partBytes = partBytes;
  }

  /** Connects to nothing yet. */
  static S3Store open(Settings.S3 settings) {
    return new S3Store(
        S3Clients.of(settings),
        settings.bucket(),
        settings.prefix(),
        Math.toIntExact(settings.partSize().bytes()));
  }

  @Override
  public Artifact put(String key, InputStream bytes, long maxBytes) {
    try (var upload = new S3Upload(s3, bucket, name(key), partBytes)) {
      var part = read(bytes);
      long length = part.length;
      while (part.length == partBytes && length <= maxBytes) {
        var full = part;
        asked(key, () -> upload.part(full));
        part = read(bytes);
        length += part.length;
      }
      if (length > maxBytes) {
        throw Keys.tooLarge(maxBytes);
      }
      var last = part;
      asked(key, () -> upload.end(last));
    }
    return find(key).orElseThrow(() -> Keys.missing(key));
  }

  /** The next part; what the caller's stream throws is no fault of the storage. */
  private byte[] read(InputStream bytes) {
    try {
      return bytes.readNBytes(partBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Artifact put(String key, Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return put(key, bytes, Long.MAX_VALUE);
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public Optional<Artifact> find(String key) {
    try {
      var head = asked(key, () -> s3.headObject(request -> request.bucket(bucket).key(name(key))));
      return Optional.of(
          new Artifact(key, head.contentLength(), head.lastModified(), unquoted(head.eTag())));
    } catch (PermanentError e) {
      return Optional.empty(); // there is none
    }
  }

  @Override
  public InputStream open(String key, long from, long length) {
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    var last = length > Long.MAX_VALUE - from ? "" : Long.toString(from + length - 1);
    var request = get(key).range("bytes=" + from + "-" + last).build();
    return asked(key, () -> s3.getObject(request));
  }

  @Override
  public Path fetch(String key, Path folder) {
    var file = folder.resolve(key.substring(key.lastIndexOf('/') + 1));
    var check = new PartDigest(partBytes);
    try (var bytes = asked(key, () -> s3.getObject(get(key).build()));
        var out = Files.newOutputStream(file)) {
      var buffer = new byte[BUFFER_BYTES];
      int read;
      while ((read = bytes.read(buffer)) >= 0) {
        out.write(buffer, 0, read);
        check.add(buffer, read);
      }
      check.compare(unquoted(bytes.response().eTag()));
      return file;
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public void delete(String key) {
    asked(
        key,
        () -> {
          s3.deleteObject(request -> request.bucket(bucket).key(name(key)));
          // One by one: deleting many at once asks for a checksum that not every server knows.
          s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(name(key) + "/"))
              .contents()
              .forEach(
                  found -> s3.deleteObject(request -> request.bucket(bucket).key(found.key())));
        });
  }

  /** S3 tells of no end. */
  @Override
  public Room room() {
    return new Room(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  @Override
  public void close() {
    s3.close();
  }

  private static void asked(String key, Runnable call) {
    asked(
        key,
        () -> {
          call.run();
          return key;
        });
  }

  /** What the server answers; all that may go wrong with it in our own words. */
  private static <T> T asked(String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (S3Exception e) {
      throw e.statusCode() == NOT_FOUND ? Keys.missing(key) : Keys.failed(key, e);
    } catch (SdkException | UncheckedIOException e) {
      throw Keys.failed(key, e);
    }
  }

  private GetObjectRequest.Builder get(String key) {
    return GetObjectRequest.builder().bucket(bucket).key(name(key));
  }

  private String name(String key) {
    return prefix + Keys.check(key);
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
