package dev.planlift.service.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

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

  /** Stores a local file. */
  Artifact put(String key, Path file);

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

  Room room();

  /** How much room there is. */
  record Room(long freeBytes, long totalBytes) {}
}
