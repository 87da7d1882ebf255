package dev.planlift.service.storage;

import dev.planlift.service.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The storage in a bucket of any server that speaks S3. Uploads pass through one part of memory,
 * however long they are; nobody sees an object before it is whole. Every part is checked by the
 * server against its MD5, every file that is fetched against the object's ETag.
 */
final class S3Store implements ArtifactStore, AutoCloseable {
  private static final int NOT_FOUND = 404;

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
        upload.part(part);
        part = read(bytes);
        length += part.length;
      }
      if (length > maxBytes) {
        throw Keys.tooLarge(maxBytes);
      }
      upload.end(part);
    } catch (SdkException e) {
      throw Keys.failed(key, e);
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
      var head = s3.headObject(HeadObjectRequest.builder().bucket(bucket).key(name(key)).build());
      return Optional.of(
          new Artifact(key, head.contentLength(), head.lastModified(), unquoted(head.eTag())));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw Keys.failed(key, e);
    } catch (SdkException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public InputStream open(String key, long from, long length) {
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    long last = length > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + length - 1;
    var request = get(key).range("bytes=" + from + "-" + (last == Long.MAX_VALUE ? "" : last));
    try {
      return s3.getObject(request.build());
    } catch (NoSuchKeyException e) {
      throw Keys.missing(key);
    } catch (SdkException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public Path fetch(String key, Path folder) {
    var file = folder.resolve(key.substring(key.lastIndexOf('/') + 1));
    var check = new PartDigest(partBytes);
    try (var bytes = s3.getObject(get(key).build());
        var out = Files.newOutputStream(file)) {
      var buffer = new byte[1 << 16];
      int read;
      while ((read = bytes.read(buffer)) >= 0) {
        out.write(buffer, 0, read);
        check.add(buffer, read);
      }
      check.compare(unquoted(bytes.response().eTag()));
      return file;
    } catch (NoSuchKeyException e) {
      throw Keys.missing(key);
    } catch (SdkException | IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      s3.deleteObject(request -> request.bucket(bucket).key(name(key)));
      // One by one: deleting many at once asks for a checksum that not every server knows.
      s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(name(key) + "/"))
          .contents()
          .forEach(found -> s3.deleteObject(request -> request.bucket(bucket).key(found.key())));
    } catch (SdkException e) {
      throw Keys.failed(key, e);
    }
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
