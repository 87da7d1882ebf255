package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A RabbitMQ of its own: one node on files of its own, with a port mapper of its own, so that it
 * meets no other on this machine. It keeps its ports over starts.
 */
public final class RabbitNode implements AutoCloseable {
  public static final String USER = "guest";
  public static final String PASSWORD = "guest";

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  private final Path programs;
  private final Path folder;
  private final String name;
  private final int port;
  private final int clusterPort;
  private final int mapperPort;
  private final Process mapper;
  private Process broker;

  private RabbitNode(Path programs, Path folder, String name, Process mapper, int mapperPort)
      throws IOException {
    this.programs = programs;
    this.folder = folder;
    this.name = name;
    this.mapper = mapper;
    this.mapperPort = mapperPort;
    this.port = Ports.free();
    this.clusterPort = Ports.free();
    writeConfiguration();
    this.broker = launch();
  }

  /** The folder of RabbitMQ's scripts, which run as any user; empty where it is not installed. */
  public static Optional<Path> programs() {
    var given = Optional.ofNullable(System.getenv("RABBITMQ_SBIN")).map(Path::of);
    return Stream.concat(given.stream(), Stream.of(Path.of("/usr/lib/rabbitmq/bin")))
        .filter(folder -> Files.isExecutable(folder.resolve("rabbitmq-server")))
        .findFirst();
  }

  /**
   * Starts one and returns when it takes connections.
   *
   * @param folder of this node alone; made where it is missing
   * @throws IOException where it is not installed, or does not come up
   */
  public static RabbitNode start(Path folder) throws IOException {
    var programs =
        programs()
            .orElseThrow(() -> new IOException("RabbitMQ is missing: install rabbitmq-server"));
    Files.createDirectories(folder);
    int mapperPort = Ports.free();
    var mapper =
        new ProcessBuilder("epmd", "-port", Integer.toString(mapperPort), "-address", "127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("epmd.log").toFile())
            .start();
    var node = new RabbitNode(programs, folder.toAbsolutePath(), "planlift", mapper, mapperPort);
    try {
      node.awaitReady();
      return node;
    } catch (IOException e) {
      node.close();
      throw e;
    }
  }

  /** {@code amqp://127.0.0.1:PORT}. */
  public String uri() {
    return "amqp://127.0.0.1:" + port;
  }

  /** Its process; another one after each start. */
  public ProcessHandle process() {
    return broker.toHandle();
  }

  /** Ends it as hard as the system can, with all that it had not yet written. */
  public void kill() {
    broker.descendants().forEach(ProcessHandle::destroyForcibly);
    broker.destroyForcibly();
    waitFor(broker);
  }

  /** Starts it again on the same files and ports. */
  public void startAgain() throws IOException {
    broker = launch();
    awaitReady();
  }

  /**
   * What {@code rabbitmqctl} answers.
   *
   * @throws IOException where it fails
   */
  public String control(String... arguments) throws IOException {
    var command =
        Stream.concat(
                Stream.of(programs.resolve("rabbitmqctl").toString(), "--quiet"),
                Stream.of(arguments))
            .toList();
    var process = environment(new ProcessBuilder(command).redirectErrorStream(true)).start();
    var answer =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (waitFor(process) != 0) {
      throw new IOException("rabbitmqctl " + String.join(" ", arguments) + ": " + answer);
    }
    return answer;
  }

  private void writeConfiguration() throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(
        folder.resolve("rabbitmq.conf"),
        """
        listeners.tcp.1 = 127.0.0.1:%d
        disk_free_limit.absolute = 50MB
        """
            .formatted(port));
    Files.writeString(folder.resolve("plugins"), "[].\n");
  }

  private Process launch() throws IOException {
    return environment(
            new ProcessBuilder(List.of(programs.resolve("rabbitmq-server").toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                    ProcessBuilder.Redirect.appendTo(folder.resolve("console.log").toFile())))
        .start();
  }

  private ProcessBuilder environment(ProcessBuilder builder) {
    var variables = builder.environment();
    variables.put("HOME", folder.resolve("home").toString()); // the cookie of the cluster
    variables.put("ERL_EPMD_PORT", Integer.toString(mapperPort));
    variables.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    variables.put("RABBITMQ_NODENAME", name + "@localhost");
    variables.put("RABBITMQ_DIST_PORT", Integer.toString(clusterPort));
    variables.put("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString());
    variables.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
    variables.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString());
    variables.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
    variables.put("RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString());
    variables.put(
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
        // Idle schedulers of Erlang would spin on cores that others need.
        "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none");
    return builder;
  }

  /** A listening port is not yet a broker: it greets with its protocol's name when it is one. */
  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!greets()) {
      if (!broker.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("RabbitMQ does not come up: see " + folder.resolve("console.log"));
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private boolean greets() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(2000);
      socket.getOutputStream().write(new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1});
      return socket.getInputStream().read() == 1; // a method frame: Connection.Start
    } catch (IOException e) {
      return false; // not up yet
    }
  }

  private static int waitFor(Process process) {
    try {
      if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return process.waitFor();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    broker.descendants().forEach(ProcessHandle::destroy);
    broker.destroy();
    waitFor(broker);
    mapper.destroy();
    waitFor(mapper);
  }
}
