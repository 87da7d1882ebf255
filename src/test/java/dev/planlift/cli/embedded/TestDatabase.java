package dev.planlift.cli.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded PostgreSQL alone, for tests that start their own server on it. */
public final class TestDatabase implements AutoCloseable {
  private final DataFolder data;
  private final Secrets secrets;
  private final PostgresServer server;
  private final int port;

  private TestDatabase(DataFolder data, Secrets secrets, PostgresServer server, int port) {
    this.data = data;
    this.secrets = secrets;
    this.server = server;
    this.port = port;
  }

  /** Starts one on a free port with its files in an empty folder. */
  public static TestDatabase start(Path folder) {
    try {
      var data = DataFolder.open(folder);
      var secrets = Secrets.of(data);
      var installation = new Installation(Path.of("").toAbsolutePath());
      var programs = PostgresPrograms.in(installation.databasePrograms());
      var cluster = PostgresCluster.of(data, programs, secrets);
      int port = Ports.free();
      var server = PostgresServer.start(programs, cluster, secrets, port);
      return new TestDatabase(data, secrets, server, port);
    } catch (IOException | LaunchException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  public String url() {
    return PostgresServer.jdbcUrl(port);
  }

  public String user() {
    return PostgresServer.USER;
  }

  public String password() {
    return secrets.databasePassword();
  }

  @Override
  public void close() {
    server.close();
    data.close();
  }
}
