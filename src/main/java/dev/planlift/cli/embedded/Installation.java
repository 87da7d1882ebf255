package dev.planlift.cli.embedded;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Planlift's own files lie: a project folder that was built. Nothing is ever written there
 * but PostgreSQL's unpacked programs, under {@code target}.
 *
 * @param home absolute
 */
public record Installation(Path home) {
  public Installation {
    home = home.toAbsolutePath().normalize();
  }

  /** From {@code PLANLIFT_HOME}, else from where this very class was loaded. */
  public static Installation find() {
    var home = System.getenv("PLANLIFT_HOME");
    if (home != null && !home.isBlank()) {
      return new Installation(Path.of(home));
    }
    try {
      var code = Installation.class.getProtectionDomain().getCodeSource().getLocation();
      // target/planlift-cli.jar, or target/classes
      return new Installation(Path.of(code.toURI()).resolve("../.."));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The class path is no address", e);
    }
  }

  /**
   * @throws LaunchException where a part is missing
   */
  void check() throws LaunchException {
    for (var part : new Path[] {server(), serverConfiguration(), war(), commandLineJar()}) {
      if (!Files.exists(part)) {
        throw LaunchException.fault(
            part + " is missing: build Planlift first (./mvnw -DskipTests package).", null);
      }
    }
  }

  /** Open Liberty's script. */
  Path server() {
    return home.resolve("target/liberty/wlp/bin/server");
  }

  Path serverConfiguration() {
    return home.resolve("server.xml");
  }

  /** Options of the server's JVM, a line each; may be missing. */
  Path jvmOptions() {
    return home.resolve("liberty/jvm.options");
  }

  Path war() {
    return home.resolve("target/planlift.war");
  }

  /** The command line and the runners; its manifest names the libraries. */
  public Path commandLineJar() {
    return home.resolve("target/planlift-cli.jar");
  }

  /** Where PostgreSQL's programs are unpacked to, once. */
  Path databasePrograms() {
    return home.resolve("target/postgresql");
  }

  public Path samples() {
    return home.resolve("samples");
  }
}
