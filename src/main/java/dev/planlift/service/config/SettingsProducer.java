package dev.planlift.service.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings when the application starts; a wrong one keeps it from starting. */
@ApplicationScoped
public class SettingsProducer {
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
    var reader = new SettingsReader(key -> config.getOptionalValue(key, String.class));
    var settings = reader.read(Settings.class, PREFIX);
    var known = new HashSet<>(reader.keys());
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(PREFIX + ".") && !known.contains(name) && !isEnvironment(name)) {
        throw new IllegalArgumentException("There is no setting " + name);
      }
    }
    return settings;
  }

  /** The environment's own names come back in lower case and with dots: they are no keys. */
  private static boolean isEnvironment(String name) {
    return System.getenv().containsKey(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
  }
}
