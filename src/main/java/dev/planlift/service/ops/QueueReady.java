package dev.planlift.service.ops;

import dev.planlift.service.queue.JobQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the broker takes a connection. */
@Readiness
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class QueueReady implements HealthCheck {
  @Inject private JobQueue queue;

  @Override
  public HealthCheckResponse call() {
    return Check.of("queue", queue::reach);
  }
}
