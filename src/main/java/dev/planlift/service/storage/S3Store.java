package dev.planlift.service.storage;

import dev.planlift.error.PermanentError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.storage.S3Upload.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The storage in a bucket of any server that speaks S3. Uploads pass through one part of memory,
 * however long they are; nobody sees an object before it is whole. Every part is checked by the
 * server against its MD5, every file that is fetched against the object's ETag.
 */
final class S3Store implements ArtifactStore, AutoCloseable {
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int BUFFER_BYTES = 1 << 16;

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;
  private final String prefix;
  private final int partBytes;
  private final boolean conditional;

  private S3Store(S3Client s3, S3Presigner presigner, Settings.S3 settings) {
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = settings.bucket();
    this.prefix = settings.prefix();
    this.partBytes = Math.toIntExact(settings.partSize().bytes());
    this.conditional = settings.conditional();
  }

  /** Connects to nothing yet. */
  static S3Store open(Settings.S3 settings) {
    return new S3Store(S3Clients.of(settings), S3Clients.presigner(settings), settings);
  }

  @Override
  public Artifact put(String key, InputStream bytes, long maxBytes) {
    return store(key, bytes, maxBytes, Guard.REPLACE);
  }

  @Override
  public Artifact create(String key, InputStream bytes, long maxBytes) {
    return store(key, bytes, maxBytes, conditional ? Guard.REFUSE : Guard.REPLACE);
  }

  private Artifact store(String key, InputStream bytes, long maxBytes, Guard guard) {
    try (var upload = new S3Upload(s3, bucket, name(key), partBytes, guard)) {
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
      asked(key, () -> end(key, upload, last));
    }
    return find(key).orElseThrow(() -> Keys.missing(key));
  }

  /**
   * Not every server looks at the condition when an upload of parts is completed: it is asked
   * before, which only those who come at the very same moment get past.
   */
  private void end(String key, S3Upload upload, byte[] last) {
    if (upload.asksFirst() && find(key).isPresent()) {
      demandSame(key, upload.etag(last));
      return;
    }
    try {
      upload.end(last);
    } catch (S3Exception e) {
      if (e.statusCode() != PRECONDITION_FAILED) {
        throw e;
      }
      demandSame(key, upload.etag(last));
    }
  }

  /** What lies there may be our own, where the answer to it was lost and it came again. */
  private void demandSame(String key, String etag) {
    if (find(key).map(Artifact::etag).filter(etag::equals).isEmpty()) {
      throw Keys.taken(key);
    }
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
  public Optional<Artifact> find(String key) {
    try {
      var head = asked(key, () -> s3.headObject(request -> request.bucket(bucket).key(name(key))));
      return Optional.of(
          new Artifact(
              key, head.contentLength(), head.lastModified(), S3Upload.unquoted(head.eTag())));
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
      check.compare(S3Upload.unquoted(bytes.response().eTag()));
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

  @Override
  public void visit(String folder, Consumer<Artifact> visitor) {
    asked(
        folder,
        () ->
            s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(name(folder) + "/"))
                .contents()
                .forEach(found -> visitor.accept(artifact(found))));
  }

  private Artifact artifact(S3Object found) {
    return new Artifact(
        found.key().substring(prefix.length()),
        found.size(),
        found.lastModified(),
        S3Upload.unquoted(found.eTag()));
  }

  @Override
  public int removeUnfinished(Instant begunBefore) {
    var removed = new AtomicInteger();
    asked(
        prefix,
        () ->
            s3
                .listMultipartUploadsPaginator(request -> request.bucket(bucket).prefix(prefix))
                .uploads()
                .stream()
                .filter(upload -> upload.initiated().isBefore(begunBefore))
                .forEach(
                    upload -> {
                      abort(upload);
                      removed.incrementAndGet();
                    }));
    return removed.get();
  }

  private void abort(MultipartUpload upload) {
    try {
      s3.abortMultipartUpload(
          request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
    } catch (NoSuchUploadException e) {
      return; // it has just ended
    }
  }

  @Override
  public Optional<URI> address(String key, String mediaType, Duration lives) {
    var get = get(key).responseContentType(mediaType).build();
    return asked(
        key,
        () ->
            Optional.of(
                URI.create(
                    presigner
                        .presignGetObject(
                            request -> request.signatureDuration(lives).getObjectRequest(get))
                        .url()
                        .toString())));
  }

  /** S3 tells of no end. */
  @Override
  public Room room() {
    return new Room(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  @Override
  public void close() {
    presigner.close();
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
}
