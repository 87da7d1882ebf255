package dev.planlift.service.intake;

import dev.planlift.error.PermanentError;
import dev.planlift.service.storage.Artifact;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Date;
import java.util.Optional;

/**
 * A stored file as an answer: whole, or one range of it, or nothing where the client has it (RFC
 * 9110 §13, §14).
 */
final class FileAnswer {
  /** A result never changes under its address, but it can be deleted. */
  private static final String CACHE = "private, max-age=300, must-revalidate";

  private FileAnswer() {}

  /**
   * The answer to a request for a file.
   *
   * @throws PermanentError RANGE_NOT_SATISFIABLE
   */
  static Response of(Artifact file, String mediaType, HttpHeaders asked, ArtifactStore store) {
    var tag = new EntityTag(file.etag());
    if (EntityTags.matches(asked.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      return common(Response.notModified(), file, tag).build();
    }
    var range = range(file, tag, asked);
    long first = range.map(ByteRange::first).orElse(0L);
    long length = range.map(ByteRange::length).orElse(file.sizeBytes());
    var answer = Response.status(range.isPresent() ? Status.PARTIAL_CONTENT : Status.OK);
    range.ifPresent(r -> answer.header("Content-Range", r.contentRange(file.sizeBytes())));
    // Opened here and not while writing: what is gone is still answered as a problem.
    var bytes = store.open(file.key(), first, length);
    return common(answer, file, tag)
        .type(mediaType)
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .entity(copying(bytes))
        .build();
  }

  private static StreamingOutput copying(InputStream bytes) {
    return out -> {
      try (bytes) {
        bytes.transferTo(out);
      }
    };
  }

  private static Optional<ByteRange> range(Artifact file, EntityTag tag, HttpHeaders asked) {
    var range = asked.getHeaderString("Range");
    var ifRange = asked.getHeaderString("If-Range");
    boolean isWanted = range != null && (ifRange == null || EntityTags.isExactly(ifRange, tag));
    return isWanted ? ByteRange.parse(range, file.sizeBytes()) : Optional.empty();
  }

  private static Response.ResponseBuilder common(
      Response.ResponseBuilder answer, Artifact file, EntityTag tag) {
    return answer
        .tag(tag)
        .lastModified(Date.from(file.storedAt()))
        .header("Accept-Ranges", "bytes")
        .header("Cache-Control", CACHE);
  }
}
