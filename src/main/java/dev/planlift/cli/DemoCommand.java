package dev.planlift.cli;

import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.Installation;
import dev.planlift.cli.embedded.LaunchException;
import dev.planlift.cli.embedded.Ports;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code planlift demo}: a sample through the real server, before one's eyes. */
@Command(
    name = "demo",
    description = "Starts the server and sends samples/house.dxf through it.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_HTTP = 9080;
  private static final int USUAL_HTTPS = 9443;

  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "stop the server afterwards and exit")
  private boolean once;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DemoCommand() {}

  @Override
  public Integer call() throws LaunchException, IOException {
    var terminal = Terminal.ofStandardOutput(spec.commandLine().getOut());
    var installation = Installation.find();
    var settings =
        new EmbeddedSettings(installation, DataFolders.ofDemo(installation))
            .withPorts(usualOrFree(USUAL_HTTP), usualOrFree(USUAL_HTTPS))
            // The stages are to be seen at the second time, too.
            .withEnvironment(Map.of("PLANLIFT_REUSE_ENABLED", "false"));
    terminal.line("Starting PostgreSQL and Open Liberty …");
    var start = Instant.now();
    try (var server = EmbeddedServer.start(settings, terminal::line);
        var client = new JobClient(server.address())) {
      long millis = Duration.between(start, Instant.now()).toMillis();
      terminal.line("The server is ready after " + Terminal.time(millis) + ".");
      int exitCode = new DemoRun(client, terminal, server).show(installation);
      if (!once && exitCode == 0) {
        stayUp(terminal, server);
      }
      return exitCode;
    }
  }

  private static void stayUp(Terminal terminal, EmbeddedServer server) throws LaunchException {
    Welcome.print(terminal, server);
    terminal.line("Ctrl-C stops the server.");
    server.awaitEnd();
  }

  private static int usualOrFree(int port) {
    return Ports.isFree(port) ? port : 0;
  }
}
