package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A RabbitMQ of its own: one node on files of its own, with a port mapper of its own, so that it
 * meets no other on this machine but those of its own cluster. It keeps its ports over starts, and
 * ends with this JVM where nobody ends it before.
 */
public final class RabbitNode implements AutoCloseable {
  private static final String USER = "guest";
  private static final String PASSWORD = "guest";

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  private final Path programs;
  private final Path folder;
  private final String name;
  private final int port;
  private final int clusterPort;
  private final int mapperPort;
  private final Path home;
  private final Thread atExit = new Thread(this::end, "planlift-rabbitmq-exit");
  private final Optional<Process> mapper;
  private Process broker;

  /** A node: the first of its mapper, or one of a cluster on it. */
  private RabbitNode(
      Path folder, String name, List<String> cluster, Path home, int mapperPort, boolean first)
      throws IOException {
    this.programs =
        programs()
            .orElseThrow(() -> new IOException("RabbitMQ is missing: install rabbitmq-server"));
    this.folder = folder.toAbsolutePath();
    this.name = name;
    this.home = home.toAbsolutePath();
    this.mapperPort = mapperPort;
    this.port = Ports.free();
    this.clusterPort = Ports.free();
    writeConfiguration(cluster);
    this.mapper = first ? Optional.of(launchMapper()) : Optional.empty();
    this.broker = launch();
    Runtime.getRuntime().addShutdownHook(atExit);
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
    return startCluster(folder, 1).getFirst();
  }

  /**
   * Starts several that form a cluster, and returns when all take connections.
   *
   * @param folder of these nodes alone; made where it is missing
   */
  public static List<RabbitNode> startCluster(Path folder, int count) throws IOException {
    var names = IntStream.rangeClosed(1, count).mapToObj(i -> "planlift" + i).toList();
    int mapperPort = Ports.free();
    var nodes = new ArrayList<RabbitNode>();
    try {
      for (var name : names) {
        var first = nodes.isEmpty();
        nodes.add(
            new RabbitNode(
                folder.resolve(name), name, names, folder.resolve("home"), mapperPort, first));
        if (first) {
          // Nodes that meet for the first time all at once would wait for each other.
          nodes.getFirst().awaitReady();
        }
      }
      for (var node : nodes) {
        node.awaitReady();
      }
      return nodes;
    } catch (IOException e) {
      nodes.reversed().forEach(RabbitNode::close);
      throw e;
    }
  }

  /**
   * What makes a server use nodes like this one.
   *
   * @param uris theirs, or those of what stands before them, divided by commas
   */
  public static Map<String, String> environment(String uris) {
    return Map.of(
        "PLANLIFT_PROFILE",
        "production",
        "PLANLIFT_AMQP_URIS",
        uris,
        "PLANLIFT_AMQP_USER",
        USER,
        "PLANLIFT_AMQP_PASSWORD",
        PASSWORD);
  }

  /** {@code amqp://127.0.0.1:PORT}. */
  public String uri() {
    return "amqp://127.0.0.1:" + port;
  }

  /** The port it takes connections on. */
  public int port() {
    return port;
  }

  /** As it is known to its cluster. */
  public String name() {
    return name + "@localhost";
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

  private void writeConfiguration(List<String> cluster) throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(home);
    var text =
        new StringBuilder(
            """
            listeners.tcp.1 = 127.0.0.1:%d
            disk_free_limit.absolute = 50MB
            """
                .formatted(port));
    if (cluster.size() > 1) {
      text.append("cluster_formation.peer_discovery_backend = classic_config\n");
      for (int i = 0; i < cluster.size(); i++) {
        text.append("cluster_formation.classic_config.nodes.%d = ".formatted(i + 1))
            .append(cluster.get(i) + "@localhost\n");
      }
    }
    Files.writeString(folder.resolve("rabbitmq.conf"), text);
    Files.writeString(folder.resolve("plugins"), "[].\n");
  }

  private Process launchMapper() throws IOException {
    return new ProcessBuilder(
            "epmd", "-port", Integer.toString(mapperPort), "-address", "127.0.0.1")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("epmd.log").toFile())
        .start();
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
    variables.put("HOME", home.toString()); // the cookie of the cluster
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
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // this JVM ends
    }
  }

  private synchronized void end() {
    broker.descendants().forEach(ProcessHandle::destroy);
    broker.destroy();
    waitFor(broker);
    mapper.ifPresent(
        process -> {
          process.destroy();
          waitFor(process);
        });
  }
}
