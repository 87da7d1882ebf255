package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real S3 server of its own: Ceph with one monitor, one disk in a file, and its S3 gateway, on
 * files of one folder. Only the gateway is killed and started again: what it has stored is with the
 * others.
 */
public final class RadosGateway implements AutoCloseable {
  public static final String ACCESS_KEY = "planlift";
  public static final String SECRET_KEY = "not-a-secret-here";

  private static final List<String> PROGRAMS =
      List.of("ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "monmaptool", "osdmaptool");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration END_LIMIT = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private final List<Process> daemons = new ArrayList<>();
  private Process gateway;

  private RadosGateway(Path folder) throws IOException {
    this.folder = folder;
    this.port = Ports.free();
    try {
      makeCluster();
      this.gateway = launchGateway();
    } catch (IOException e) {
      daemons.forEach(RadosGateway::end);
      throw e;
    }
  }

  /** Whether all of it is installed. */
  public static boolean isInstalled() {
    return PROGRAMS.stream().allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
  }

  /**
   * Starts one, with the user whose keys stand above, and returns when it answers.
   *
   * @param folder an empty one, of this server alone
   */
  public static RadosGateway start(Path folder) throws IOException {
    Files.createDirectories(folder);
    var server = new RadosGateway(folder.toAbsolutePath());
    try {
      server.awaitReady();
      server.run(
          "radosgw-admin",
          "user",
          "create",
          "--uid=planlift",
          "--display-name=planlift",
          "--access-key=" + ACCESS_KEY,
          "--secret-key=" + SECRET_KEY);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** {@code http://127.0.0.1:PORT}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Ends the gateway as hard as the system can. */
  public void kill() {
    gateway.destroyForcibly();
    waitFor(gateway);
  }

  /** Starts the gateway again. */
  public void startAgain() throws IOException {
    gateway = launchGateway();
    awaitReady();
  }

  /** From now on nothing is stored that would have a bucket hold more bytes, as if it were full. */
  public void limitRoom(long bytes) throws IOException {
    quota("set", "--max-size=" + bytes);
    quota("enable");
  }

  public void unlimitRoom() throws IOException {
    quota("disable");
  }

  private void quota(String... what) throws IOException {
    var arguments = new ArrayList<>(List.of("quota"));
    Collections.addAll(arguments, what);
    Collections.addAll(arguments, "--quota-scope=bucket", "--uid=planlift");
    run("radosgw-admin", arguments.toArray(String[]::new));
  }

  /** The cluster's first map already knows its one disk, so that nobody has to enter it. */
  private void makeCluster() throws IOException {
    var cluster = UUID.randomUUID().toString();
    int monitor = Ports.free();
    Files.writeString(folder.resolve("ceph.conf"), configuration(cluster, monitor));
    Files.createDirectories(folder.resolve("mon"));
    Files.createDirectories(folder.resolve("osd"));
    key("mon.", "--create-keyring", "--cap", "mon", "allow *");
    key("client.admin", "--cap", "mon", "allow *", "--cap", "osd", "allow *");
    key("osd.0", "--cap", "mon", "allow profile osd", "--cap", "osd", "allow *");
    run(
        "monmaptool",
        "--create",
        "--addv",
        "a",
        "[v2:127.0.0.1:" + monitor + "]",
        "--fsid",
        cluster,
        "monmap");
    run("osdmaptool", "--createsimple", "1", "osdmap");
    run(
        "ceph-mon",
        "--mkfs",
        "-i",
        "a",
        "--keyring",
        "keyring",
        "--monmap",
        "monmap",
        "--osdmap",
        "osdmap");
    daemons.add(launch("ceph-mon", "-i", "a", "-f"));
    run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", UUID.randomUUID().toString());
    daemons.add(launch("ceph-osd", "-i", "0", "-f"));
  }

  /** Adds a key to the ring, with what it allows. */
  private void key(String name, String... more) throws IOException {
    var arguments = new ArrayList<>(List.of("keyring", "--gen-key", "-n", name));
    Collections.addAll(arguments, more);
    run("ceph-authtool", arguments.toArray(String[]::new));
  }

  /**
   * Without the gateway's cache: it would wait half a minute for the word of one that was killed.
   */
  private String configuration(String cluster, int monitor) throws IOException {
    return """
        [global]
        fsid = %2$s
        mon host = [v2:127.0.0.1:%3$d/0]
        public addr = 127.0.0.1
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 1
        osd pool default pgp num = 1
        osd crush chooseleaf type = 0
        bluestore block size = 1073741824
        mon allow pool size one = true
        mon data avail crit = 1
        mon data = %1$s/mon
        osd data = %1$s/osd
        keyring = %1$s/keyring
        log file = %1$s/$name.log
        run dir = %1$s
        rgw cache enabled = false
        rgw dns name = localhost
        rgw bucket quota ttl = 0
        admin socket = %1$s/$name.$pid.asok
        pid file =
        ms bind port min = %4$d
        ms bind port max = %5$d
        """
        .formatted(folder, cluster, monitor, Ports.free(), 65_535);
  }

  private Process launchGateway() throws IOException {
    return launch(
        "radosgw",
        "-n",
        "client.admin",
        "-f",
        "--rgw-frontends",
        "beast endpoint=127.0.0.1:" + port);
  }

  private Process launch(String program, String... arguments) throws IOException {
    return builder(program, arguments).start();
  }

  /** Runs a program to its end. */
  private void run(String program, String... arguments) throws IOException {
    if (waitFor(launch(program, arguments)) != 0) {
      throw new IOException(program + " failed: see " + folder.resolve(program + ".out"));
    }
  }

  private ProcessBuilder builder(String program, String... arguments) {
    var command = new ArrayList<>(List.of(program));
    if (!program.endsWith("tool")) {
      command.addAll(List.of("-c", "ceph.conf"));
    }
    Collections.addAll(command, arguments);
    if (program.equals("radosgw-admin")) {
      command.addAll(List.of("-n", "client.admin"));
    }
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(folder.resolve(program + ".out").toFile()));
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!gateway.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("The S3 server does not come up: see " + folder);
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private boolean answers() {
    try {
      var connection = (HttpURLConnection) endpoint().toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false; // not up yet
    }
  }

  private static int waitFor(Process process) {
    try {
      if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end(gateway);
    daemons.reversed().forEach(RadosGateway::end);
  }
}
