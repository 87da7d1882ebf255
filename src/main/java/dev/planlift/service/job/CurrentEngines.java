package dev.planlift.service.job;

import dev.planlift.error.WorkerError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What candidates are to do, as it was a moment ago: asked for with every job, said anew once in
 * months. While the database is away what it said last holds. Thread-safe.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class CurrentEngines {
  /** So long a server may go on as before after another one was told. */
  public static final Duration BELIEVED = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(CurrentEngines.class.getName());

  @Inject EngineSwitches switches;
  @Inject Clock clock;

  private final Map<Format, Known> known = new EnumMap<>(Format.class);

  private record Known(EngineSwitch said, Instant at) {}

  /** What a format's candidate is to do. */
  public synchronized EngineSwitch of(Format format) {
    var now = clock.instant();
    var last = known.getOrDefault(format, new Known(EngineSwitch.off(format), Instant.EPOCH));
    if (Duration.between(last.at(), now).compareTo(BELIEVED) < 0) {
      return last.said();
    }
    var said = last.said();
    try {
      said = switches.current(format);
    } catch (WorkerError e) {
      LOG.log(Level.WARNING, e, () -> "event=engine_switch_unknown file_type=" + format);
    }
    known.put(format, new Known(said, now));
    return said;
  }

  /** On the server that was told it holds at once. */
  synchronized void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EngineSwitch said) {
    known.put(said.format(), new Known(said, clock.instant()));
  }
}
