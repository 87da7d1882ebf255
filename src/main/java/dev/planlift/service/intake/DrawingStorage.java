package dev.planlift.service.intake;

import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Settings;
import dev.planlift.service.job.Job;
import dev.planlift.service.job.JobCheckpoint;
import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Drawings on their way into the storage: looked at by their first bytes, hashed as they pass. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
class DrawingStorage {
  /** What a form may hold beside its file. */
  static final long FORM_BYTES = 2L * JsonBody.MAX_BYTES;

  @Inject private ArtifactStore store;
  @Inject private QueueLength queue;
  @Inject private Settings settings;

  /**
   * What a client declares of a file that is about to come.
   *
   * @param name the file's name without any folder; empty for none
   * @param requestBytes of the whole request; -1 where it does not say
   */
  record Declared(String name, Optional<String> mediaType, long requestBytes) {}

  /**
   * Refuses work there is no room for.
   *
   * @throws RetryableError OVERLOADED
   */
  void checkRoom() {
    var limits = settings.intake();
    var room = store.room();
    if (room.freeBytes() < limits.minFreeBytes().bytes()
        || room.freeBytes() < room.totalBytes() * limits.minFreeShare()) {
      throw new RetryableError(
          ErrorCode.OVERLOADED,
          "The storage is nearly full.",
          Place.of("freeBytes", room.freeBytes()));
    }
    long waiting = queue.waiting();
    if (waiting >= limits.maxQueued()) {
      throw new RetryableError(
          ErrorCode.OVERLOADED,
          "There are " + waiting + " jobs waiting already.",
          Place.of("waiting", waiting));
    }
  }

  /**
   * Takes a drawing in. Memory needed does not depend on its size.
   *
   * @throws PermanentError EMPTY_FILE, INVALID_FORMAT, EXTENSION_MISMATCH, MIME_MISMATCH or
   *     FILE_TOO_LARGE; nothing of the drawing is kept then
   */
  ArrivedDrawing receive(InputStream bytes, Declared declared) throws IOException {
    var head = bytes.readNBytes(InputFormat.HEAD_BYTES);
    var format = InputFormat.of(head, declared.name());
    DrawingType.check(declared.mediaType(), format, declared.name());
    long limit = limit(format);
    if (declared.requestBytes() > limit + FORM_BYTES) {
      throw tooLarge(limit, declared.name());
    }
    var all = new SequenceInputStream(new ByteArrayInputStream(head), bytes);
    return store(all, declared.name(), format, limit);
  }

  /**
   * The same drawing once more, for a job of its own.
   *
   * @throws PermanentError NOT_FOUND where it is no longer there
   */
  ArrivedDrawing copy(Job job) throws IOException {
    try (var bytes = store.open(job.inputKey(), 0, job.sizeBytes())) {
      return store(bytes, job.name(), InputFormat.valueOf(job.format().name()), job.sizeBytes());
    }
  }

  /** The same checkpoint once more, for a job of its own; empty where it is no longer there. */
  Optional<JobCheckpoint> copy(JobCheckpoint checkpoint) throws IOException {
    var there = store.find(checkpoint.key());
    if (there.isEmpty()) {
      return Optional.empty();
    }
    var key = "checkpoints/" + UUID.randomUUID();
    long size = there.get().sizeBytes();
    try (var bytes = store.open(checkpoint.key(), 0, size)) {
      store.create(key, bytes, size);
    }
    return Optional.of(new JobCheckpoint(key, checkpoint.last(), checkpoint.options()));
  }

  void discard(JobCheckpoint checkpoint) {
    store.delete(checkpoint.key());
  }

  void discard(ArrivedDrawing drawing) {
    store.delete(drawing.key());
  }

  private ArrivedDrawing store(InputStream bytes, String name, InputFormat format, long limit) {
    var hashed = new DigestInputStream(bytes, sha256());
    // A key of its own, never one that a client could choose: nothing there is overwritten.
    var key = "inputs/" + UUID.randomUUID() + "." + format.extension();
    try {
      var artifact = store.create(key, hashed, limit);
      var hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
      return new ArrivedDrawing(key, name, format, artifact.sizeBytes(), hash);
    } catch (PermanentError e) {
      throw e.code() == ErrorCode.FILE_TOO_LARGE ? tooLarge(limit, name) : e;
    }
  }

  private long limit(InputFormat format) {
    return switch (format) {
      case DXF, ZIP -> settings.intake().dxfMaxBytes().bytes();
      case PDF -> settings.intake().pdfMaxBytes().bytes();
    };
  }

  private static PermanentError tooLarge(long limit, String name) {
    return new PermanentError(
        ErrorCode.FILE_TOO_LARGE,
        "The file has more than the " + limit + " bytes that are taken.",
        Place.of("file", name).and("maxBytes", limit));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
