package dev.planlift.service.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The operator's file of settings: what {@code PLANLIFT_CONFIG} names, else {@code
 * planlift.properties} in the data folder, where there is one. The environment overrides it, it
 * overrides the defaults. Read once, when the application starts.
 */
public final class ConfigFile implements ConfigSource {
  /** Below the environment's 300, above the 100 of what lies in the archive. */
  private static final int ORDINAL = 250;

  private final String name;
  private final Map<String, String> values;
  private final Optional<String> fault;

  /** For the service loader. */
  public ConfigFile() {
    this(System.getenv());
  }

  ConfigFile(Map<String, String> environment) {
    var file = file(environment);
    var properties = new Properties();
    name = "Planlift's settings " + file.map(Path::toString).orElse("(no file)");
    fault = file.flatMap(there -> load(properties, there));
    values = values(properties);
  }

  /** What is wrong with the file itself. */
  Optional<String> fault() {
    return fault;
  }

  private static Optional<Path> file(Map<String, String> environment) {
    var named = environment.getOrDefault(ServerVariable.PLANLIFT_CONFIG.name(), "");
    if (!named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return Optional.ofNullable(environment.get(ServerVariable.PLANLIFT_DATA.name()))
        .map(data -> Path.of(data).resolve("planlift.properties"))
        .filter(Files::exists);
  }

  private static Optional<String> load(Properties properties, Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("The settings in " + file + " cannot be read (" + e + ")");
    }
  }

  private static Map<String, String> values(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public @Nullable String getValue(String key) {
    return values.get(key);
  }

  @Override
  public String getName() {
    return name;
  }
}
