package dev.planlift.service.storage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The storage in a folder of this machine: {@code files} under the data folder. */
final class FolderStore implements ArtifactStore {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_TRIES = 50;

  private final Path root;
  private final Path incoming;

  FolderStore(Path root) {
    this.root = root;
    // On the same file system as the rest, so that moving a file there is one step.
    this.incoming = root.resolve(".incoming");
  }

  @Override
  public Artifact put(String key, InputStream bytes, long maxBytes) {
    return store(
        key,
        bytes,
        maxBytes,
        (whole, target) ->
            Files.move(
                whole,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING));
  }

  @Override
  public Artifact create(String key, InputStream bytes, long maxBytes) {
    return store(key, bytes, maxBytes, (whole, target) -> link(key, whole, target));
  }

  /** Gives a whole file its name, in one step. */
  private interface Naming {
    void name(Path whole, Path target) throws IOException;
  }

  private Artifact store(String key, InputStream bytes, long maxBytes, Naming naming) {
    var target = path(key);
    Path partial = incoming.resolve(UUID.randomUUID().toString());
    try {
      try {
        write(partial, bytes, maxBytes);
        name(partial, target, naming);
      } finally {
        Files.deleteIfExists(partial);
      }
      sync(parent(target));
      return artifact(key, target);
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  /**
   * Folders are made where they are missing, as most are there. One that has just been made may go
   * at once, as it is empty, even while it is being made: then once more.
   */
  private void name(Path whole, Path target, Naming naming) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        if (tries > 1) {
          Files.createDirectories(parent(target));
        }
        naming.name(whole, target);
        return;
      } catch (NoSuchFileException | FileAlreadyExistsException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /** A second name for the same bytes: unlike moving, this fails where the name is taken. */
  private static void link(String key, Path whole, Path target) throws IOException {
    try {
      Files.createLink(target, whole);
    } catch (FileAlreadyExistsException e) {
      if (Files.mismatch(whole, target) >= 0) {
        throw Keys.taken(key);
      }
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
    var path = path(key);
    try {
      Files.walkFileTree(path, new Removal());
      prune(parent(path));
    } catch (NoSuchFileException e) {
      return; // there is none
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  /** Folders that are empty now are nobody's; those that a key begins with stay. */
  private void prune(Path folder) throws IOException {
    for (var empty = folder; !root.equals(parent(empty)); empty = parent(empty)) {
      try {
        Files.delete(empty);
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        return;
      }
    }
  }

  @Override
  public void visit(String folder, Consumer<Artifact> visitor) {
    eachFile(
        path(folder),
        file -> {
          var key = root.relativize(file).toString().replace(File.separatorChar, '/');
          find(key).ifPresent(visitor); // unless it has just gone
        });
  }

  @Override
  public int removeUnfinished(Instant begunBefore) {
    var removed = new AtomicInteger();
    eachFile(
        incoming,
        file -> {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(begunBefore)
              && Files.deleteIfExists(file)) {
            removed.incrementAndGet();
          }
        });
    return removed.get();
  }

  /** Whoever may read the folder needs no address, and nobody else has one. */
  @Override
  public Optional<URI> address(String key, String mediaType, Duration lives) {
    return Optional.empty();
  }

  @Override
  public Room room() {
    try {
      // Files.getFileStore would read the table of all mounts, and drawings come often.
      var folder = root.toFile();
      if (!folder.exists()) {
        Files.createDirectories(root);
      }
      return new Room(folder.getUsableSpace(), folder.getTotalSpace());
    } catch (IOException e) {
      throw Keys.failed("", e);
    }
  }

  private interface FileVisit {
    void visit(Path file) throws IOException;
  }

  private static void eachFile(Path folder, FileVisit visit) {
    try {
      Files.walkFileTree(folder, new Walk(visit));
    } catch (IOException e) {
      throw Keys.failed(folder.toString(), e);
    }
  }

  private void write(Path file, InputStream bytes, long maxBytes) throws IOException {
    try (var channel = begin(file);
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

  private FileChannel begin(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      Files.createDirectories(incoming);
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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

  /** Goes on where something has gone in the meantime. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final FileVisit visit;

    Walk(FileVisit visit) {
      this.visit = visit;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      try {
        visit.visit(file);
      } catch (NoSuchFileException e) {
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
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
