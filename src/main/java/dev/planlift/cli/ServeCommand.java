package dev.planlift.cli;

import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.Installation;
import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
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
      description = "embedded: nothing to install, 127.0.0.1 only (default: ${DEFAULT-VALUE})")
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
    if (profile == Profile.PRODUCTION) {
      throw new PermanentError(
          ErrorCode.UNSUPPORTED,
          "The production profile needs the RabbitMQ adapter, which this version does not have.");
    }
    var terminal = Terminal.ofStandardOutput(spec.commandLine().getOut());
    var installation = Installation.find();
    var folder = data == null ? DataFolders.ofServe(installation) : data;
    var settings = new EmbeddedSettings(installation, folder).withPorts(port, httpsPort);
    terminal.line("Starting the server on " + folder + " …");
    var start = Instant.now();
    try (var server = EmbeddedServer.start(settings, terminal::line)) {
      long millis = Duration.between(start, Instant.now()).toMillis();
      terminal.line(terminal.good("Ready") + " after " + Terminal.time(millis) + ".");
      Welcome.print(terminal, server);
      terminal.line("Ctrl-C stops it.");
      server.awaitEnd();
    }
    return 0;
  }
}
