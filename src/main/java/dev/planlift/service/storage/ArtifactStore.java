package dev.planlift.service.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files by key. A key is made of lower case letters, digits, {@code -}, {@code _} and {@code .}, in
 * parts divided by {@code /}. Safe for use by many threads.
 */
public interface ArtifactStore {
  /**
   * Stores what a stream gives until its end, under a key that replaces what was there.
   *
   * @param maxBytes the most that is taken; the byte after is refused and nothing is kept
   * @throws dev.planlift.error.PermanentError FILE_TOO_LARGE
   * @throws java.io.UncheckedIOException what the stream itself throws
   */
  Artifact put(String key, InputStream bytes, long maxBytes);

  /** Stores a local file under a key; what was there is replaced. */
  default Artifact put(String key, Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return put(key, bytes, Long.MAX_VALUE);
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  /**
   * Stores what a stream gives until its end, under a key of which nothing is ever overwritten.
   * Where the same bytes lie there already, they are the artifact; of many who store at once one
   * does.
   *
   * @param maxBytes the most that is taken; the byte after is refused and nothing is kept
   * @throws dev.planlift.error.PermanentError FILE_TOO_LARGE
   * @throws dev.planlift.error.RetryableError STORAGE_ERROR also where other bytes lie there
   * @throws java.io.UncheckedIOException what the stream itself throws
   */
  Artifact create(String key, InputStream bytes, long maxBytes);

  /** Stores a local file under a key of which nothing is ever overwritten. */
  default Artifact create(String key, Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return create(key, bytes, Long.MAX_VALUE);
    } catch (IOException e) {
      throw Keys.failed(key, e);
    }
  }

  /** What is known of a key's bytes; empty where there are none. */
  Optional<Artifact> find(String key);

  /**
   * The bytes from one position on; to be closed.
   *
   * @param length how many at most
   * @throws dev.planlift.error.PermanentError NOT_FOUND
   */
  InputStream open(String key, long from, long length);

  /**
   * A local file with the bytes, to be read only; it may lie outside of the folder that is offered.
   *
   * @param folder an existing folder for a copy, should one be needed
   * @throws dev.planlift.error.PermanentError NOT_FOUND
   */
  Path fetch(String key, Path folder);

  /** Removes a key and all that lies under it as a folder; nothing happens where there is none. */
  void delete(String key);

  /**
   * Tells of everything that lies under a key as a folder, in no order; of nothing half-written.
   */
  void visit(String folder, Consumer<Artifact> visitor);

  /**
   * Removes what was begun before a time and never ended, as its server died.
   *
   * @return how many
   */
  int removeUnfinished(Instant begunBefore);

  /**
   * An address under which anybody reads a key's bytes for a while, ranges too; empty where there
   * are no such addresses.
   *
   * @param mediaType what the bytes are told to be
   */
  Optional<URI> address(String key, String mediaType, Duration lives);

  Room room();

  /** How much room there is. */
  record Room(long freeBytes, long totalBytes) {}
}
