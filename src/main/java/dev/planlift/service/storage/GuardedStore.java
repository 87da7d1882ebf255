package dev.planlift.service.storage;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.Guarded;
import dev.planlift.service.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * The storage that the settings name, and what stands between it and its callers: what may be
 * repeated is repeated at once, twice; what fails again and again is left alone for some seconds,
 * each method for itself, as reading may go on where writing fails. What stays broken for longer is
 * the back-off's of the job. A stream is never asked for its bytes twice, and what hands them on
 * one by one is not either. Time limits are the S3 client's own ({@code
 * planlift.storage.s3.timeout}): an interrupt would help with neither a disk nor a socket.
 */
@ApplicationScoped
@Guarded(ErrorCode.STORAGE_ERROR)
@Retry(
    maxRetries = 2,
    delay = 200,
    jitter = 100,
    maxDuration = 60_000,
    retryOn = RetryableError.class)
@CircuitBreaker(
    requestVolumeThreshold = 20,
    failureRatio = 0.5,
    delay = 5_000,
    failOn = RetryableError.class)
@SuppressWarnings("NullAway.Init") // injected
class GuardedStore implements ArtifactStore {
  /** Streams at a time: each may hold a part of memory. */
  private static final int STREAMS = 64;

  /** No retries. */
  private static final int ONCE = 0;

  @Inject Settings settings;

  private ArtifactStore store;

  @PostConstruct
  void open() {
    store = Stores.of(settings);
  }

  @PreDestroy
  void close() {
    if (store instanceof S3Store s3) {
      s3.close();
    }
  }

  @Override
  @Bulkhead(STREAMS)
  @Retry(maxRetries = ONCE)
  public Artifact put(String key, InputStream bytes, long maxBytes) {
    return store.put(key, bytes, maxBytes);
  }

  @Override
  public Artifact put(String key, Path file) {
    return store.put(key, file);
  }

  @Override
  @Bulkhead(STREAMS)
  @Retry(maxRetries = ONCE)
  public Artifact create(String key, InputStream bytes, long maxBytes) {
    return store.create(key, bytes, maxBytes);
  }

  @Override
  public Artifact create(String key, Path file) {
    return store.create(key, file);
  }

  @Override
  public Optional<Artifact> find(String key) {
    return store.find(key);
  }

  @Override
  public InputStream open(String key, long from, long length) {
    return store.open(key, from, length);
  }

  @Override
  public Path fetch(String key, Path folder) {
    return store.fetch(key, folder);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  @Retry(maxRetries = ONCE)
  public void visit(String folder, Consumer<Artifact> visitor) {
    store.visit(folder, visitor);
  }

  @Override
  @Retry(maxRetries = ONCE)
  public int removeUnfinished(Instant begunBefore) {
    return store.removeUnfinished(begunBefore);
  }

  @Override
  public Optional<URI> address(String key, String mediaType, Duration lives) {
    return store.address(key, mediaType, lives);
  }

  @Override
  public Room room() {
    return store.room();
  }
}
