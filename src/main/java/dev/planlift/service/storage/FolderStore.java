package dev.planlift.service.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;

/** The storage in a folder of this machine: {@code files} under the data folder. */
final class FolderStore implements ArtifactStore {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path root;
  private final Path incoming;

  FolderStore(Path root) {
    this.root = root;
    // On the same file system as the rest, so that moving a file there is one step.
    this.incoming = root.resolve(".incoming");
  }

  @Override
  public Artifact put(String key, InputStream bytes, long maxBytes) {
    var target = path(key);
    Path partial = incoming.resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(incoming);
      Files.createDirectories(parent(target));
      try {
        write(partial, bytes, maxBytes);
        Files.move(
            partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
      sync(parent(target));
      return artifact(key, target);
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public Artifact put(String key, Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return put(key, bytes, Long.MAX_VALUE);
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public Optional<Artifact> find(String key) {
    try {
      return Optional.of(artifact(key, path(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public InputStream open(String key, long from, long length) {
    try {
      var channel = FileChannel.open(path(key), StandardOpenOption.READ);
      channel.position(from);
      return new BoundedStream(Channels.newInputStream(channel), length);
    } catch (NoSuchFileException e) {
      throw Keys.missing(key);
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public Path fetch(String key, Path folder) {
    var file = path(key);
    if (!Files.isRegularFile(file)) {
      throw Keys.missing(key);
    }
    return file;
  }

  @Override
  public void delete(String key) {
    try {
      Files.walkFileTree(path(key), new Removal());
    } catch (NoSuchFileException e) {
      return; // there is none
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  @Override
  public Room room() {
    try {
      var disk = Files.getFileStore(Files.createDirectories(root));
      return new Room(disk.getUsableSpace(), disk.getTotalSpace());
    } catch (IOException e) {
      throw Keys.failed("", e);
    }
  }

  private static void write(Path file, InputStream bytes, long maxBytes) throws IOException {
    try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      var buffer = new byte[BUFFER_BYTES];
      long written = 0;
      int read;
      while ((read = read(bytes, buffer)) >= 0) {
        written += read;
        if (written > maxBytes) {
          throw Keys.tooLarge(maxBytes);
        }
        out.write(buffer, 0, read);
      }
      channel.force(true);
    }
  }

  /** What the caller's stream throws is no fault of the storage. */
  private static int read(InputStream bytes, byte[] buffer) {
    try {
      return bytes.read(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a new name in a folder survive a loss of power. */
  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Artifact artifact(String key, Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(key);
    }
    var time = attributes.lastModifiedTime();
    var etag = Long.toHexString(attributes.size()) + "-" + Long.toHexString(time.toMillis());
    return new Artifact(key, attributes.size(), time.toInstant(), etag);
  }

  private Path path(String key) {
    return root.resolve(Keys.check(key));
  }

  private Path parent(Path file) {
    var parent = file.getParent();
    return parent == null ? root : parent;
  }

  /** Deletes what it visits. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path folder, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
