package dev.planlift;

import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.Installation;
import dev.planlift.cli.embedded.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the real server: {@code @ExtendWith(EmbeddedServerFixture.class)} and a parameter of
 * type {@link EmbeddedServer}. It is started once for all test classes of a JVM and stopped at its
 * exit, on free ports and with an empty data folder under {@code target}, from what the build
 * packaged before. Tests that kill a server start one of their own, from {@link #settings}.
 */
public final class EmbeddedServerFixture implements BeforeAllCallback, ParameterResolver {
  /** Settings of a server on free ports with an empty data folder of this name. */
  public static EmbeddedSettings settings(String name) throws IOException {
    var project = Path.of("").toAbsolutePath();
    var folder = Path.of("target", "it", fork(), name);
    return new EmbeddedSettings(new Installation(project), emptyFolder(project.resolve(folder)));
  }

  /** Of the JVMs that run tests at the same time, which this one is. */
  public static String fork() {
    return System.getProperty("planlift.test.fork", "fork-1");
  }

  private static Path emptyFolder(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var paths = Files.walk(folder)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Objects.requireNonNull(Shared.SERVER);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EmbeddedServer.class;
  }

  @Override
  public EmbeddedServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Shared.SERVER;
  }

  private static EmbeddedServer start() {
    try {
      // All tests together ask more often than one client may; the limit has a test of its own.
      var settings =
          settings("shared")
              .withEnvironment(
                  Map.of(
                      "PLANLIFT_INTAKE_RATELIMIT",
                      "false",
                      "PLANLIFT_CHECKPOINT_WORTH",
                      "0s",
                      // Many tests send the same drawing and want to see it run.
                      "PLANLIFT_REUSE_ENABLED",
                      "false"));
      return EmbeddedServer.start(settings, System.err::println);
    } catch (IOException | LaunchException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Outlives JUnit, which in one of several JVMs begins anew with each class. */
  private static final class Shared {
    static final EmbeddedServer SERVER = start();
  }
}
