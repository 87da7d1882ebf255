package dev.planlift.core.dxf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a folder; nothing outside of it, whatever its links say. Listings are kept, so one
 * is for one reading; not thread-safe.
 */
final class FolderFiles implements DrawingFiles {
  /** A folder larger than that is not listed to its end. */
  private static final int MAX_LISTED = 100_000;

  private final Path root;
  private final Map<Path, Map<String, Path>> listings = new HashMap<>();

  FolderFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Optional<Named> file(String name) {
    var here = Optional.of(root);
    for (var part : name.split("/", -1)) {
      here = here.map(folder -> listing(folder).get(DrawingFiles.key(part)));
    }
    return here.filter(Files::isRegularFile).filter(this::isInside).map(this::named);
  }

  private Named named(Path file) {
    return new Named(root.relativize(file).toString().replace('\\', '/'), file);
  }

  private Map<String, Path> listing(Path folder) {
    return listings.computeIfAbsent(folder, FolderFiles::list);
  }

  private static Map<String, Path> list(Path folder) {
    var files = new HashMap<String, Path>();
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        var key = DrawingFiles.key(String.valueOf(entry.getFileName()));
        // Of two names that differ in case only, the same one whatever order they are listed in.
        files.merge(key, entry, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        if (files.size() >= MAX_LISTED) {
          break;
        }
      }
    } catch (IOException | InvalidPathException e) {
      return Map.of(); // a folder that cannot be looked into holds nothing for us
    }
    return files;
  }

  private boolean isInside(Path file) {
    try {
      return file.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
