package dev.planlift.cli.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A whole server on this machine: PostgreSQL, then Open Liberty, on one data folder. Whichever of
 * the two dies on its own is started again; {@link #close} ends both in good order, and so does the
 * end of this JVM. Thread-safe.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);

  private final Ground ground;
  private final Consumer<String> news;
  private final Revivals revivals;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread atExit = new Thread(this::close, "planlift-exit");

  private PostgresServer database;
  private LibertyServer liberty;
  private boolean up;
  private boolean paused;
  private boolean closed;

  private EmbeddedServer(
      Ground ground, PostgresServer database, LibertyServer liberty, Consumer<String> news) {
    this.ground = ground;
    this.database = database;
    this.liberty = liberty;
    this.news = news;
    this.revivals = new Revivals(ground.settings().revivals());
  }

  /**
   * Starts it and returns when it takes work.
   *
   * @param news one line for each thing worth telling the person who waits
   */
  public static EmbeddedServer start(EmbeddedSettings settings, Consumer<String> news)
      throws LaunchException {
    settings.installation().check();
    var data = DataFolder.open(settings.data());
    try {
      var ground = Ground.prepare(settings, data);
      var server = launch(ground, news);
      server.startWatching();
      server.awaitReady();
      return server;
    } catch (IOException e) {
      data.close();
      throw LaunchException.fault("The server cannot be started: " + e, e);
    } catch (LaunchException e) {
      data.close();
      throw e;
    }
  }

  private static EmbeddedServer launch(Ground ground, Consumer<String> news)
      throws IOException, LaunchException {
    var database = ground.startDatabase();
    try {
      return new EmbeddedServer(ground, database, ground.startLiberty(), news);
    } catch (IOException e) {
      database.close();
      throw e;
    }
  }

  private synchronized void startWatching() {
    Runtime.getRuntime().addShutdownHook(atExit);
    watchDatabase();
    watchLiberty();
  }

  private void watchDatabase() {
    watch(database.process(), this::reviveDatabase);
  }

  private void watchLiberty() {
    var watched = liberty;
    watch(watched.process(), exitCode -> reviveLiberty(watched, exitCode));
  }

  private static void watch(Process process, IntConsumer atExit) {
    Thread.ofVirtual()
        .name("planlift-watch")
        .start(
            () -> {
              try {
                atExit.accept(process.waitFor());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private synchronized void reviveDatabase(int exitCode) {
    if (mayRevive("The database", exitCode)) {
      startDatabase(true);
    }
  }

  /** Again and again: what it lacks, as room on its disk, may come back. */
  private synchronized void startDatabase(boolean first) {
    if (closed) {
      return;
    }
    try {
      database = ground.startDatabase();
      watchDatabase();
    } catch (IOException | LaunchException e) {
      if (first) {
        news.accept(e.getMessage() + " It is tried again until it does.");
      }
      Thread.ofVirtual().name("planlift-watch").start(this::startDatabaseLater);
    }
  }

  private void startDatabaseLater() {
    try {
      Thread.sleep(DATABASE_PAUSE);
      startDatabase(false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void reviveLiberty(LibertyServer fallen, int exitCode) {
    if (paused || liberty != fallen || !mayRevive("The server", exitCode)) {
      return;
    }
    try {
      liberty = ground.startLiberty();
      watchLiberty();
    } catch (IOException e) {
      ended.completeExceptionally(e);
    }
  }

  private boolean mayRevive(String who, int exitCode) {
    if (closed) {
      return false;
    }
    var what = "%s ended by itself (exit code %d)".formatted(who, exitCode);
    if (!up || !revivals.oneMore()) {
      ended.completeExceptionally(LaunchException.fault(what + "; see " + logs(), null));
      return false;
    }
    news.accept(what + "; starting it again.");
    return true;
  }

  /** Returns when the server takes work. */
  public void awaitReady() throws LaunchException {
    try {
      Readiness.await(address(), ended, log());
      beUp();
    } catch (LaunchException e) {
      close();
      throw e;
    }
  }

  private synchronized StartLog log() {
    return liberty.log();
  }

  private synchronized void beUp() {
    up = true;
  }

  /** The folder of all logs. */
  public Path logs() {
    return ground.data().logs();
  }

  /**
   * Blocks until {@link #close}.
   *
   * @throws LaunchException when it fell too often to be started again
   */
  public void awaitEnd() throws LaunchException {
    try {
      ended.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LaunchException cause
          ? cause
          : LaunchException.fault("The server ended: " + e.getCause(), e);
    }
  }

  /** {@code http://127.0.0.1:PORT/}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + ground.httpPort() + "/");
  }

  /** {@code https://127.0.0.1:PORT/}, with a certificate of its own making. */
  public URI secureAddress() {
    return URI.create("https://127.0.0.1:" + ground.httpsPort() + "/");
  }

  public String adminPassword() {
    return ground.secrets().adminPassword();
  }

  /** Whether the password was made at this start and nobody has seen it yet. */
  public boolean adminPasswordIsNew() {
    return ground.secrets().fresh();
  }

  public Path data() {
    return ground.data().root();
  }

  public String databaseUrl() {
    return PostgresServer.jdbcUrl(ground.databasePort());
  }

  public String databaseUser() {
    return PostgresServer.USER;
  }

  public String databasePassword() {
    return ground.secrets().databasePassword();
  }

  /** The process of Open Liberty; another one after each of its deaths. */
  public synchronized ProcessHandle server() {
    return liberty.process().toHandle();
  }

  /** The process of PostgreSQL; another one after each of its deaths. */
  public synchronized ProcessHandle database() {
    return database.process().toHandle();
  }

  /**
   * Ends Open Liberty alone, in good order, as whoever replaces it by another version would.
   *
   * @return its exit code
   */
  public int pause() {
    LibertyServer last;
    synchronized (this) {
      paused = true;
      last = liberty;
    }
    last.close();
    return last.process().exitValue();
  }

  /** Starts Open Liberty again after {@link #pause}, and returns when it takes work. */
  public void resume() throws IOException, LaunchException {
    synchronized (this) {
      liberty = ground.startLiberty();
      paused = false;
      watchLiberty();
    }
    awaitReady();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    liberty.close();
    database.close();
    ground.data().close();
    ended.complete(null);
    forgetExit();
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // this is the hook
    }
  }
}
