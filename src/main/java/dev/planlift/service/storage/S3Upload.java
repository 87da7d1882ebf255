package dev.planlift.service.storage;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * One object on its way: at once where it is no longer than a part, else part by part. Closed
 * before its end, nothing of it stays.
 */
final class S3Upload implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(S3Upload.class.getName());

  private final S3Client s3;
  private final String bucket;
  private final String name;
  private final int partBytes;
  private final Guard guard;
  private final List<CompletedPart> parts = new ArrayList<>();
  private @Nullable String upload;
  private boolean allSent;

  S3Upload(S3Client s3, String bucket, String name, int partBytes, Guard guard) {
    this.s3 = s3;
    this.bucket = bucket;
    this.name = name;
    this.partBytes = partBytes;
    this.guard = guard;
  }

  /** What becomes of an object that has the name already. */
  enum Guard {
    REPLACE(null),
    /** The server refuses with 412, however many come at once. */
    REFUSE("*");

    private final @Nullable String ifNoneMatch;

    Guard(@Nullable String ifNoneMatch) {
      this.ifNoneMatch = ifNoneMatch;
    }
  }

  /** Sends a part that is not the last. */
  void part(byte[] bytes) {
    if (bytes.length != partBytes) {
      throw new IllegalArgumentException("All parts but the last are equally long");
    }
    send(bytes);
  }

  private void send(byte[] bytes) {
    var id = begun();
    int number = parts.size() + 1;
    var sent =
        s3.uploadPart(
            request ->
                request
                    .bucket(bucket)
                    .key(name)
                    .uploadId(id)
                    .partNumber(number)
                    .contentMD5(PartDigest.md5InBase64(bytes)),
            RequestBody.fromBytes(bytes));
    parts.add(CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build());
  }

  private String begun() {
    var id = upload;
    if (id == null) {
      id = s3.createMultipartUpload(request -> request.bucket(bucket).key(name)).uploadId();
      upload = id;
    }
    return id;
  }

  /**
   * Sends the last part, which may be empty, and makes the object visible.
   *
   * @throws software.amazon.awssdk.services.s3.model.S3Exception 412 where the guard refuses
   */
  void end(byte[] last) {
    if (upload == null) {
      s3.putObject(
          request ->
              request
                  .bucket(bucket)
                  .key(name)
                  .ifNoneMatch(guard.ifNoneMatch)
                  .contentMD5(PartDigest.md5InBase64(last)),
          RequestBody.fromBytes(last));
      return;
    }
    if (last.length > 0) {
      send(last);
    }
    allSent = true;
    var id = begun();
    s3.completeMultipartUpload(
        request ->
            request
                .bucket(bucket)
                .key(name)
                .ifNoneMatch(guard.ifNoneMatch)
                .uploadId(id)
                .multipartUpload(all -> all.parts(parts)));
    upload = null;
  }

  /** Whether it is to be refused where the name is taken, and the server may not think of it. */
  boolean asksFirst() {
    return guard == Guard.REFUSE && upload != null;
  }

  /** The ETag that an object of the same bytes in the same parts has. */
  String etag(byte[] last) {
    if (parts.isEmpty()) {
      return PartDigest.md5InHex(last);
    }
    var sums = new ArrayList<>(parts.stream().map(part -> unquoted(part.eTag())).toList());
    if (!allSent && last.length > 0) {
      sums.add(PartDigest.md5InHex(last));
    }
    return PartDigest.ofParts(sums);
  }

  static String unquoted(String etag) {
    return etag.replace("\"", "");
  }

  /** Takes back what was begun and not ended. */
  @Override
  public void close() {
    var id = upload;
    if (id != null) {
      try {
        s3.abortMultipartUpload(request -> request.bucket(bucket).key(name).uploadId(id));
      } catch (SdkException | UncheckedIOException e) {
        // The sweep of uploads that were never completed takes it.
        LOG.warning(() -> "An upload could not be taken back: " + e.getMessage());
      }
    }
  }
}
