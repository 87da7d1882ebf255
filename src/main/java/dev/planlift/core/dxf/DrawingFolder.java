package dev.planlift.core.dxf;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder in which the drawings lie that another drawing refers to. Names are compared without
 * case; nothing outside the folder is ever found. Listings are kept, so one is for one reading; not
 * thread-safe.
 */
public final class DrawingFolder {
  /** A folder larger than that is not searched to its end. */
  private static final int MAX_LISTED = 100_000;

  private static final int MAX_PATH_LENGTH = 4096;

  private final Optional<Path> root;
  private final Map<Path, Map<String, Path>> listings = new HashMap<>();

  private DrawingFolder(Optional<Path> root) {
    this.root = root;
  }

  /** A folder in which there is nothing. */
  public static DrawingFolder none() {
    return new DrawingFolder(Optional.empty());
  }

  public static DrawingFolder of(Path root) {
    return new DrawingFolder(Optional.of(root.toAbsolutePath().normalize()));
  }

  /** The folder a file lies in. */
  public static DrawingFolder around(Path file) {
    var parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? none() : of(parent);
  }

  /**
   * The file that a drawing names. Of the path as written as much counts as there is: {@code
   * C:\plans\base\walls.dwg} is {@code base/walls.dwg} or {@code walls.dwg}, first beside the
   * drawing that names it, then folder by folder up to the root. Where no DWG is there, a DXF of
   * the same name stands for it, and likewise for a name without an extension.
   *
   * @param written with slashes of either kind
   * @param from the drawing that names it
   */
  Optional<Path> find(String written, Path from) {
    var names = names(written);
    if (root.isEmpty() || names.isEmpty()) {
      return Optional.empty();
    }
    var top = root.get();
    var folder = from.toAbsolutePath().normalize().getParent();
    while (folder != null && folder.startsWith(top)) {
      for (int first = 0; first < names.size(); first++) {
        var found = descend(folder, names.subList(first, names.size()));
        if (found.isPresent() && isInside(found.get(), top)) {
          return found;
        }
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  /** The file's path as seen from the root, with forward slashes. */
  String nameOf(Path file) {
    return root.map(top -> top.relativize(file).toString().replace('\\', '/'))
        .orElseGet(file::toString);
  }

  private static List<String> names(String written) {
    var names = new ArrayList<String>();
    if (written.length() <= MAX_PATH_LENGTH) {
      for (var name : written.split("[/\\\\]", -1)) {
        boolean drive = names.isEmpty() && name.endsWith(":");
        if (!name.isBlank() && !name.equals(".") && !name.equals("..") && !drive) {
          names.add(name.strip());
        }
      }
    }
    return names;
  }

  private Optional<Path> descend(Path folder, List<String> names) {
    var here = Optional.of(folder);
    for (var name : names.subList(0, names.size() - 1)) {
      here = here.map(path -> listing(path).get(key(name))).filter(Files::isDirectory);
    }
    return here.flatMap(path -> file(path, names.getLast()));
  }

  private Optional<Path> file(Path folder, String name) {
    var listing = listing(folder);
    var key = key(name);
    var dwg = key(".dwg");
    var found = Optional.ofNullable(listing.get(key)).filter(Files::isRegularFile);
    if (found.isEmpty() || key.endsWith(dwg)) {
      var stem = key.endsWith(dwg) ? key.substring(0, key.length() - dwg.length()) : key;
      var dxf = Optional.ofNullable(listing.get(stem + key(".dxf"))).filter(Files::isRegularFile);
      return dxf.isPresent() ? dxf : found;
    }
    return found;
  }

  private Map<String, Path> listing(Path folder) {
    return listings.computeIfAbsent(folder, DrawingFolder::list);
  }

  private static Map<String, Path> list(Path folder) {
    var files = new HashMap<String, Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        var name = entry.getFileName().toString();
        // Of two names that differ in case only, the same one whatever order they are listed in.
        files.merge(key(name), entry, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        if (files.size() >= MAX_LISTED) {
          break;
        }
      }
    } catch (IOException | InvalidPathException e) {
      return Map.of(); // a folder that cannot be looked into holds nothing for us
    }
    return files;
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
  }

  /** A link may lead out of the folder. */
  private static boolean isInside(Path file, Path top) {
    try {
      return file.toRealPath().startsWith(top.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
