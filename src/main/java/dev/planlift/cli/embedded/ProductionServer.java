package dev.planlift.cli.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Open Liberty alone, on a database, a broker and a storage that are there already and that the
 * environment names. It is not started again when it ends: that is the business of whoever started
 * this, systemd for one. {@link #close} ends it in good order, and so does the end of this JVM.
 */
public final class ProductionServer implements AutoCloseable {
  /** What the environment must say; the rest has defaults. */
  private static final List<String> NEEDED =
      List.of(
          "PLANLIFT_DB_URL",
          "PLANLIFT_DB_USER",
          "PLANLIFT_DB_PASSWORD",
          "PLANLIFT_AMQP_URIS",
          "PLANLIFT_AMQP_USER",
          "PLANLIFT_AMQP_PASSWORD");

  private final DataFolder data;
  private final LibertyServer liberty;
  private final Thread atExit = new Thread(this::close, "planlift-exit");
  private final int httpPort;

  private ProductionServer(DataFolder data, LibertyServer liberty, int httpPort) {
    this.data = data;
    this.liberty = liberty;
    this.httpPort = httpPort;
  }

  /**
   * Starts it and returns when its tables are there. It need not take work by then: a broker or a
   * storage that is away is waited for by the server itself, for as long as it takes.
   *
   * @param settings its environment is all that there is: nothing is taken from this process
   * @throws LaunchException with every variable that is missing
   */
  public static ProductionServer start(EmbeddedSettings settings) throws LaunchException {
    check(settings.environment());
    settings.installation().check();
    var data = DataFolder.open(settings.data());
    try {
      var server = launch(settings, data);
      Runtime.getRuntime().addShutdownHook(server.atExit);
      server.awaitStarted();
      return server;
    } catch (IOException e) {
      data.close();
      throw LaunchException.fault("The server cannot be started: " + e, e);
    } catch (LaunchException e) {
      data.close();
      throw e;
    }
  }

  private static void check(Map<String, String> environment) throws LaunchException {
    var missing =
        NEEDED.stream()
            .filter(name -> environment.getOrDefault(name, "").isBlank())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw LaunchException.refused(
          "The production profile needs " + missing + " in the environment.");
    }
  }

  private static ProductionServer launch(EmbeddedSettings settings, DataFolder data)
      throws IOException, LaunchException {
    var secrets = Secrets.of(data);
    LibertyServer.endOrphan(data);
    int http = Ports.claim(settings.httpPort());
    var environment = new HashMap<String, String>();
    environment.put("PLANLIFT_ADMIN_PASSWORD", secrets.adminPassword());
    environment.put("keystore_password", secrets.keystorePassword()); // Liberty's own name
    environment.putAll(settings.environment());
    environment.put("PLANLIFT_HOME", settings.installation().home().toString());
    environment.put("PLANLIFT_PROFILE", "production");
    environment.put("PLANLIFT_DATA", data.root().toString());
    environment.put("PLANLIFT_HTTP_PORT", Integer.toString(http));
    environment.put("PLANLIFT_HTTPS_PORT", Integer.toString(Ports.claim(settings.httpsPort())));
    var liberty =
        LibertyServer.start(settings.installation(), data, environment, settings.jvmArguments());
    return new ProductionServer(data, liberty, http);
  }

  private void awaitStarted() throws LaunchException {
    var ended = CompletableFuture.runAsync(this::awaitEnd);
    try {
      Readiness.awaitStarted(address(), ended, liberty.log());
    } catch (LaunchException e) {
      close();
      throw e;
    }
  }

  /** Whether all that it needs is there; asked once, after a moment at most. */
  public boolean takesWork() {
    return Readiness.isReady(address());
  }

  /** Blocks until the server has ended. */
  public void awaitEnd() {
    try {
      liberty.process().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@code http://127.0.0.1:PORT/}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + httpPort + "/");
  }

  public Path logs() {
    return data.logs();
  }

  /** The process of Open Liberty. */
  public ProcessHandle server() {
    return liberty.process().toHandle();
  }

  @Override
  public synchronized void close() {
    liberty.close();
    data.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // this is the hook
    }
  }
}
