package dev.planlift.cli.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One running PostgreSQL on 127.0.0.1, durable: what it has committed survives a kill of
 * everything.
 */
final class PostgresServer implements AutoCloseable {
  static final String USER = "planlift";
  static final String DATABASE = "planlift";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  /** A killed server's children hold its shared memory for a moment. */
  private static final int STARTS = 10;

  private final Process process;
  private final int port;

  private PostgresServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and returns when it answers; ends one that a killed launcher left behind. */
  static PostgresServer start(
      PostgresPrograms programs, PostgresCluster cluster, Secrets secrets, int port)
      throws IOException, LaunchException {
    cluster.endOrphan();
    for (int attempt = 1; attempt <= STARTS; attempt++) {
      var process = launch(programs, cluster, port);
      var server = new PostgresServer(process, port);
      if (server.answers(secrets)) {
        return server;
      }
      server.kill();
      pause(Duration.ofMillis(500));
    }
    throw LaunchException.fault("The database does not start: see " + cluster.log(), null);
  }

  private static Process launch(PostgresPrograms programs, PostgresCluster cluster, int port)
      throws IOException, LaunchException {
    return programs
        .builder(
            cluster.log(),
            "postgres",
            "-D",
            cluster.folder().toString(),
            "-p",
            Integer.toString(port),
            "-clisten_addresses=127.0.0.1",
            "-cunix_socket_directories=",
            "-cfsync=on",
            "-csynchronous_commit=on",
            "-ctimezone=UTC")
        .start();
  }

  private boolean answers(Secrets secrets) throws LaunchException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (var connection = connect(secrets)) {
        createDatabase(connection);
        return true;
      } catch (SQLException e) {
        pause(Duration.ofMillis(50)); // not up yet
      }
    }
    return false;
  }

  private Connection connect(Secrets secrets) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(port, "postgres"), USER, secrets.databasePassword());
  }

  private static void createDatabase(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  private static void pause(Duration time) throws LaunchException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LaunchException.fault("Interrupted", e);
    }
  }

  static String jdbcUrl(int port) {
    return jdbcUrl(port, DATABASE);
  }

  private static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Process process() {
    return process;
  }

  /** Kills it as hard as the system can; its children follow by themselves. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends it in good order: clients are cut off, all is written. */
  @Override
  public void close() {
    Ending.interrupt(process.toHandle(), STOP_LIMIT); // PostgreSQL's "fast shutdown"
  }
}
