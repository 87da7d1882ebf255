package dev.planlift.service.ops;

import dev.planlift.service.storage.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the storage takes bytes. Tried at most every few seconds, as it costs a write to disk. */
@Readiness
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class StorageReady implements HealthCheck {
  private static final Duration VALID = Duration.ofSeconds(5);
  private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

  @Inject private ArtifactStore store;
  @Inject private Clock clock;

  /** One server does not delete another one's probe. */
  private final String key = "health/" + UUID.randomUUID();

  private Instant writtenAt = Instant.EPOCH;

  @Override
  public HealthCheckResponse call() {
    return Check.of("storage", this::write);
  }

  private synchronized void write() {
    var now = clock.instant();
    if (Duration.between(writtenAt, now).compareTo(VALID) < 0) {
      return;
    }
    store.put(key, new ByteArrayInputStream(PROBE), PROBE.length);
    store.delete(key);
    writtenAt = now;
  }
}
