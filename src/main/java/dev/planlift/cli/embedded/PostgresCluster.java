package dev.planlift.cli.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** The files of a database, before a server runs on them. */
record PostgresCluster(Path folder, Path log) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The cluster of a data folder, created where it is missing: whole or not at all. */
  static PostgresCluster of(DataFolder data, PostgresPrograms programs, Secrets secrets)
      throws IOException, LaunchException {
    var cluster = new PostgresCluster(data.database(), data.log("postgresql.log"));
    if (!Files.exists(cluster.folder)) {
      cluster.create(programs, secrets);
    }
    return cluster;
  }

  private void create(PostgresPrograms programs, Secrets secrets)
      throws IOException, LaunchException {
    var part = folder.resolveSibling(folder.getFileName() + ".part");
    DeleteTree.ifThere(part);
    var password = passwordFile(secrets);
    try {
      run(
          programs.builder(
              log,
              "initdb",
              "--pgdata=" + part,
              "--username=" + PostgresServer.USER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--no-locale"));
    } finally {
      Files.delete(password);
    }
    Files.move(part, folder);
  }

  private Path passwordFile(Secrets secrets) throws IOException {
    var owner = PosixFilePermissions.fromString("rw-------");
    var file =
        Files.createTempFile(
            folder.getParent(), "initdb", ".pw", PosixFilePermissions.asFileAttribute(owner));
    return Files.writeString(file, secrets.databasePassword());
  }

  private void run(ProcessBuilder initdb) throws IOException, LaunchException {
    try {
      if (initdb.start().waitFor() != 0) {
        throw LaunchException.fault("The database cannot be created: see " + log, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LaunchException.fault("Interrupted", e);
    }
  }

  /**
   * Ends the server that a killed launcher left on these files, and removes the lock of one that
   * was killed too: its number may belong to a stranger by now, whom PostgreSQL would take for it.
   */
  void endOrphan() throws IOException {
    var lock = folder.resolve("postmaster.pid");
    if (Files.exists(lock)) {
      owner(lock).ifPresent(server -> Ending.interrupt(server, PATIENCE));
      Files.deleteIfExists(lock);
    }
  }

  private Optional<ProcessHandle> owner(Path lock) throws IOException {
    var pid = Files.readString(lock).lines().findFirst().orElse("").strip();
    if (!pid.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid)).filter(this::runsOnTheseFiles);
  }

  private boolean runsOnTheseFiles(ProcessHandle process) {
    for (var argument : process.info().arguments().orElse(new String[0])) {
      if (argument.equals(folder.toString())) {
        return true;
      }
    }
    return false;
  }
}
