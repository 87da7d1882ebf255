package dev.planlift.service.ops;

import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** One question put to something that may fail, as a health answer. */
final class Check {
  private Check() {}

  /** Something that works, or throws. */
  interface Probe {
    void run() throws Exception;
  }

  static HealthCheckResponse of(String name, Probe probe) {
    var answer = HealthCheckResponse.named(name);
    try {
      probe.run();
      return answer.up().build();
    } catch (Exception e) {
      // The kind of fault is enough for whoever may look; details are in the log of the fault.
      return answer
          .down()
          .withData("fault", Objects.requireNonNull(e.getClass().getSimpleName()))
          .build();
    }
  }
}
