package dev.planlift.cli.bench.chaos;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A small file system of its own, in memory, that can be filled to the last byte. */
final class Volume implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 16;

  private final Path folder;

  private Volume(Path folder) {
    this.folder = folder;
  }

  /** Mounts one there; empty where this account, or this system, may not. */
  static Optional<Volume> mount(Path folder, int mebibytes) throws IOException {
    Files.createDirectories(folder);
    return run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString())
        ? Optional.of(new Volume(folder))
        : Optional.empty();
  }

  Path folder() {
    return folder;
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  /** Leaves no room; again, where something has been freed since. */
  void fill() throws IOException {
    var chunk = java.nio.ByteBuffer.allocate(CHUNK_BYTES);
    try (var channel =
        FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(folder).getUsableSpace() > 0) {
        channel.write(chunk.clear());
      }
    } catch (IOException e) {
      return; // full
    }
  }

  /** Gives the room back. */
  void free() throws IOException {
    Files.deleteIfExists(ballast());
  }

  private static boolean run(String... command) throws IOException {
    var process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    // What is still open there goes with its process.
    run("umount", "-l", folder.toString());
  }
}
