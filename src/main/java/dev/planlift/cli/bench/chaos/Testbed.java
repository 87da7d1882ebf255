package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.DeleteTree;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.cli.embedded.EmbeddedSettings;
import dev.planlift.cli.embedded.Installation;
import dev.planlift.cli.embedded.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A server to be broken, with its database and, where asked for, a RabbitMQ behind proxies. All of
 * it ends with {@link #close} or with this JVM.
 */
public final class Testbed implements AutoCloseable {
  /** Killed on purpose, however often. */
  private static final int REVIVALS = 1000;

  /** Back-offs short enough to wait for; no limits on clients; every job is work. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PLANLIFT_INTAKE_RATELIMIT",
          "false",
          "PLANLIFT_INTAKE_MAXQUEUED",
          "1000000",
          "PLANLIFT_REUSE_ENABLED",
          "false",
          "PLANLIFT_RETRY_BASE",
          "1s",
          "PLANLIFT_RETRY_CAP",
          "2s");

  /** What keeps the queues. */
  public enum Kind {
    /** The server's own engine. */
    ENGINE,
    /** One RabbitMQ. */
    RABBIT,
    /** Three of them, one cluster. */
    CLUSTER
  }

  private final Rig rig;
  private final EmbeddedSettings settings;
  private final EmbeddedServer server;
  private final List<RabbitNode> brokers;
  private final List<TcpProxy> proxies;
  private final List<Load> loads = new CopyOnWriteArrayList<>();

  private Testbed(
      Rig rig,
      EmbeddedSettings settings,
      EmbeddedServer server,
      List<RabbitNode> brokers,
      List<TcpProxy> proxies) {
    this.rig = rig;
    this.settings = settings;
    this.server = server;
    this.brokers = brokers;
    this.proxies = proxies;
  }

  /**
   * Starts it and returns when it takes work.
   *
   * @param settings whose environment counts more than the usual of a testbed
   * @param news told when something that was killed is started again
   */
  public static Testbed start(Kind kind, EmbeddedSettings settings, Consumer<String> news)
      throws IOException, LaunchException {
    var rig = new Rig();
    boolean up = false;
    try {
      var brokers = brokers(kind, settings.data().resolveSibling(settings.data() + "-rabbitmq"));
      brokers.forEach(rig::add);
      var proxies = new java.util.ArrayList<TcpProxy>();
      for (var broker : brokers) {
        proxies.add(rig.add(TcpProxy.before(broker.port())));
      }
      var environment = new HashMap<>(ENVIRONMENT);
      environment.putAll(environment(proxies));
      environment.putAll(settings.environment());
      var all = settings.withEnvironment(environment).withRevivals(REVIVALS);
      var server = rig.add(EmbeddedServer.start(all, news));
      up = true;
      return new Testbed(rig, all, server, brokers, List.copyOf(proxies));
    } finally {
      if (!up) {
        rig.close();
      }
    }
  }

  private static List<RabbitNode> brokers(Kind kind, Path folder) throws IOException {
    DeleteTree.ifThere(folder); // of an earlier run
    return switch (kind) {
      case ENGINE -> List.of();
      case RABBIT -> RabbitNode.startCluster(folder, 1);
      case CLUSTER -> RabbitNode.startCluster(folder, 3);
    };
  }

  private static Map<String, String> environment(List<TcpProxy> proxies) {
    if (proxies.isEmpty()) {
      return Map.of();
    }
    return RabbitNode.environment(
        proxies.stream()
            .map(proxy -> "amqp://127.0.0.1:" + proxy.port())
            .collect(Collectors.joining(",")));
  }

  /**
   * Starts another server on the same database, broker and files.
   *
   * @param version what it is of
   */
  EmbeddedServer startSecond(Installation version) throws IOException, LaunchException {
    var data = settings.data().resolveSibling(settings.data().getFileName() + "-second");
    DeleteTree.ifThere(data); // an earlier one's
    Files.createDirectories(data);
    Files.createSymbolicLink(data.resolve("files"), server.data().resolve("files"));
    var environment = new HashMap<>(settings.environment());
    environment.put("PLANLIFT_DB_URL", server.databaseUrl());
    environment.put("PLANLIFT_DB_USER", server.databaseUser());
    environment.put("PLANLIFT_DB_PASSWORD", server.databasePassword());
    var second = new EmbeddedSettings(version, data).withEnvironment(environment);
    return rig.add(EmbeddedServer.start(second, news -> {}));
  }

  public EmbeddedServer server() {
    return server;
  }

  /** Counts a load in {@link #state}. */
  void watch(Load load) {
    loads.add(load);
  }

  /** How far the clients and the jobs are. */
  String state() {
    int accepted = loads.stream().mapToInt(Load::accepted).sum();
    int ended = loads.stream().mapToInt(Load::ended).sum();
    return "%d accepted, %d of them seen to have ended".formatted(accepted, ended);
  }

  URI address() {
    return server.address();
  }

  Ledger.Access database() {
    return new Ledger.Access(
        server.databaseUrl(), server.databaseUser(), server.databasePassword());
  }

  /** The nodes of RabbitMQ; none where the server's own engine keeps the queues. */
  List<RabbitNode> brokers() {
    return brokers;
  }

  /** The ports by which the server reaches them, in the same order. */
  List<TcpProxy> proxies() {
    return proxies;
  }

  /** Messages in all queues of work, as RabbitMQ counts them; 0 without one. */
  int messages() throws IOException {
    if (brokers.isEmpty()) {
      return 0;
    }
    return brokers
        .getFirst()
        .control("list_queues", "name", "messages")
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(words -> words.length == 2 && !words[0].endsWith(".dlq"))
        .mapToInt(words -> words[1].matches("\\d+") ? Integer.parseInt(words[1]) : 0)
        .sum();
  }

  @Override
  public void close() {
    rig.close();
  }
}
