package dev.planlift.cli.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an embedded server is started with.
 *
 * @param data the folder that keeps all of it; one server at a time
 * @param httpPort 0 for any free one
 * @param httpsPort 0 for any free one
 * @param jvmArguments more arguments for the server's JVM; the last one counts
 * @param environment more variables for its configuration
 * @param revivals how often in five minutes what fell by itself is started again
 */
public record EmbeddedSettings(
    Installation installation,
    Path data,
    int httpPort,
    int httpsPort,
    List<String> jvmArguments,
    Map<String, String> environment,
    int revivals) {
  /** What falls more often has a reason that a new start does not cure. */
  private static final int USUAL_REVIVALS = 5;

  public EmbeddedSettings {
    jvmArguments = List.copyOf(jvmArguments);
    environment = Map.copyOf(environment);
  }

  /** On free ports, nothing special. */
  public EmbeddedSettings(Installation installation, Path data) {
    this(installation, data, 0, 0, List.of(), Map.of(), USUAL_REVIVALS);
  }

  public EmbeddedSettings withPorts(int http, int https) {
    return new EmbeddedSettings(
        installation, data, http, https, jvmArguments, environment, revivals);
  }

  public EmbeddedSettings withJvmArguments(String... more) {
    return new EmbeddedSettings(
        installation, data, httpPort, httpsPort, List.of(more), environment, revivals);
  }

  public EmbeddedSettings withEnvironment(Map<String, String> more) {
    return new EmbeddedSettings(
        installation, data, httpPort, httpsPort, jvmArguments, more, revivals);
  }

  /** For those who fell it themselves. */
  public EmbeddedSettings withRevivals(int number) {
    return new EmbeddedSettings(
        installation, data, httpPort, httpsPort, jvmArguments, environment, number);
  }
}
