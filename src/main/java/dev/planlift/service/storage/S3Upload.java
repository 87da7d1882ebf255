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
  private final List<CompletedPart> parts = new ArrayList<>();
  private @Nullable String upload;

  S3Upload(S3Client s3, String bucket, String name, int partBytes) {
    this.s3 = s3;
    this.bucket = bucket;
    this.name = name;
    this.partBytes = partBytes;
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

  /** Sends the last part, which may be empty, and makes the object visible. */
  void end(byte[] last) {
    if (upload == null) {
      s3.putObject(
          request -> request.bucket(bucket).key(name).contentMD5(PartDigest.md5InBase64(last)),
          RequestBody.fromBytes(last));
      return;
    }
    if (last.length > 0) {
      send(last);
    }
    var id = begun();
    s3.completeMultipartUpload(
        request ->
            request.bucket(bucket).key(name).uploadId(id).multipartUpload(all -> all.parts(parts)));
    upload = null;
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
