package dev.planlift.service.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Live: no threads block each other for ever. What lies outside of this process is no reason to
 * restart it, so nothing of that is asked here.
 */
@Liveness
@ApplicationScoped
public class Live implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    return Check.of("threads", Live::checkThreads);
  }

  private static void checkThreads() {
    var deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    if (deadlocked != null) {
      throw new IllegalStateException(deadlocked.length + " threads wait for each other");
    }
  }
}
