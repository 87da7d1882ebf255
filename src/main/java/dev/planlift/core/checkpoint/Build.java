package dev.planlift.core.checkpoint;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.CRC32C;

/**
 * Which build of the engine runs: what one recognised, another might see otherwise. The classes and
 * tables in the jar tell, by their sums; the version alone where there is no jar.
 */
final class Build {
  private static final String ENGINE = "dev/planlift/core/";

  /** Equal for equal engines. */
  static final String ID = id();

  private Build() {}

  private static String id() {
    var version = String.valueOf(Build.class.getPackage().getImplementationVersion());
    var source = Build.class.getProtectionDomain().getCodeSource();
    try {
      var place = source == null ? Path.of("") : Path.of(source.getLocation().toURI());
      return Files.isRegularFile(place) ? version + "-" + sum(place) : version;
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return version; // a place that is no file
    }
  }

  private static String sum(Path jar) throws IOException {
    var sum = new CRC32C();
    try (var file = new JarFile(jar.toFile())) {
      file.stream()
          .filter(entry -> entry.getName().startsWith(ENGINE))
          .map(entry -> entry.getName() + entry.getCrc())
          .sorted()
          .forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
    }
    return Long.toHexString(sum.getValue());
  }
}
