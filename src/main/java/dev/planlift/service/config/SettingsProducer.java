package dev.planlift.service.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the settings when the application starts; a wrong one keeps it from starting, and is told
 * in one line of the log, {@code event=start_refused}, that launchers look for.
 */
@ApplicationScoped
public class SettingsProducer {
  private static final Logger LOG = Logger.getLogger(SettingsProducer.class.getName());
  private static final String PREFIX = "planlift";

  @Produces
  @Singleton
  Settings settings() {
    return read(ConfigProvider.getConfig());
  }

  /** Whole microseconds: what the database keeps, so that a time read back equals the one given. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    read(ConfigProvider.getConfig());
  }

  private static Settings read(Config config) {
    try {
      var reader =
          new SettingsReader(key -> config.getOptionalValue(key, String.class), faults(config));
      return reader.read(Settings.class, PREFIX);
    } catch (IllegalArgumentException e) {
      LOG.log(Level.SEVERE, () -> "event=start_refused " + e.getMessage());
      throw e;
    }
  }

  private static List<String> faults(Config config) {
    var faults = new ArrayList<String>();
    for (var source : config.getConfigSources()) {
      if (source instanceof ConfigFile file) {
        file.fault().ifPresent(faults::add);
      }
    }
    var names = new ArrayList<String>();
    config.getPropertyNames().forEach(names::add);
    var unknown = new UnknownNames(Setting.of(Settings.class, PREFIX), PREFIX);
    faults.addAll(unknown.faults(names, System.getenv().keySet()));
    return faults;
  }
}
