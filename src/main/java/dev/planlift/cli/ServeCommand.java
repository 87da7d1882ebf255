package dev.planlift.cli;

import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.Installation;
import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.cli.embedded.ProductionServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code planlift serve}: the server alone. */
@Command(
    name = "serve",
    description = "Starts the server and keeps it up until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  enum Profile {
    EMBEDDED,
    PRODUCTION
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--profile",
      defaultValue = "embedded",
      description = {
        "embedded: nothing to install, 127.0.0.1 only (default: ${DEFAULT-VALUE})",
        "production: on the PostgreSQL and RabbitMQ that the environment names"
      })
  private Profile profile;

  @Option(names = "--port", defaultValue = "9080", description = "HTTP (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--https-port",
      defaultValue = "9443",
      description = "HTTPS (default: ${DEFAULT-VALUE})")
  private int httpsPort;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "what the server keeps (default: $PLANLIFT_DATA, else build/data)")
  private @Nullable Path data;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ServeCommand() {}

  @Override
  public Integer call() throws LaunchException {
    var terminal = Terminal.ofStandardOutput(spec.commandLine().getOut());
    var installation = Installation.find();
    var folder = data == null ? DataFolders.ofServe(installation) : data;
    var settings = new EmbeddedSettings(installation, folder).withPorts(port, httpsPort);
    terminal.line("Starting the server on " + folder + " …");
    switch (profile) {
      case EMBEDDED -> embedded(terminal, settings);
      case PRODUCTION -> production(terminal, settings.withEnvironment(System.getenv()));
    }
    return 0;
  }

  private static void embedded(Terminal terminal, EmbeddedSettings settings)
      throws LaunchException {
    var start = Instant.now();
    try (var server = EmbeddedServer.start(settings, terminal::line)) {
      ready(terminal, start);
      Welcome.print(terminal, server);
      terminal.line("Ctrl-C stops it.");
      server.awaitEnd();
    }
  }

  private static void production(Terminal terminal, EmbeddedSettings settings)
      throws LaunchException {
    var start = Instant.now();
    try (var server = ProductionServer.start(settings)) {
      if (server.takesWork()) {
        ready(terminal, start);
      } else {
        terminal.line(
            "Started, but not ready: it takes work as soon as what "
                + server.address().resolve("/health/ready")
                + " names is there.");
      }
      terminal.line("  page          " + terminal.bold(server.address().toString()));
      terminal.line("  logs          " + server.logs());
      server.awaitEnd();
    }
  }

  private static void ready(Terminal terminal, Instant start) {
    long millis = Duration.between(start, Instant.now()).toMillis();
    terminal.line(terminal.good("Ready") + " after " + Terminal.time(millis) + ".");
  }
}
