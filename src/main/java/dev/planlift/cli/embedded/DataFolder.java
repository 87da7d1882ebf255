package dev.planlift.cli.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * All that one embedded server keeps: database, drawings and models, messages, logs, passwords.
 * Locked while open: one folder, one server. The lock goes with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Creates the folder where it is missing, for its owner alone, and locks it.
   *
   * @throws LaunchException temporary, where another server has it
   */
  static DataFolder open(Path root) throws LaunchException {
    var folder = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(folder.resolve("logs"));
      var file = folder.resolve("lock");
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        var owner = Files.readString(file).strip();
        channel.close();
        throw LaunchException.inTheWay(
            "Another Planlift (process %s) runs on %s: stop it, or name another folder in"
                    .formatted(owner, folder)
                + " PLANLIFT_DATA.");
      }
      var pid = Long.toString(ProcessHandle.current().pid());
      channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return new DataFolder(folder, channel);
    } catch (IOException e) {
      throw LaunchException.fault("The data folder " + folder + " cannot be used: " + e, e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path root() {
    return root;
  }

  Path database() {
    return root.resolve("postgresql");
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path log(String name) {
    return logs().resolve(name);
  }

  /** What Open Liberty knows as its user directory. */
  Path libertyUser() {
    return root.resolve("wlp");
  }

  Path processFile(String name) {
    return root.resolve(name + ".process");
  }

  Path secrets() {
    return root.resolve("secrets.properties");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("The lock of " + root + " does not close", e);
    }
  }
}
