package dev.planlift.core.dxf;

import dev.planlift.core.drawing.ExternalReference;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/**
 * A ZIP that brings a drawing and those it refers to, unpacked into a temporary folder that goes
 * when this is closed. The files lie there under numbers: no name of the archive becomes a path.
 */
public final class DrawingArchive implements DrawingFiles, AutoCloseable {
  private static final int MAX_NAMED = 20;

  private final Path folder;
  private final Map<String, Named> files = new TreeMap<>();

  private DrawingArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * Unpacks what is DXF; of everything else it is only known that it is there.
   *
   * @param progress called now and then
   * @throws PermanentError DECOMPRESSION_BOMB, ENCRYPTED, PARSING_ERROR where it is damaged,
   *     INVALID_FORMAT where it holds no DXF, another archive, or names that lead out of it
   */
  public static DrawingArchive unpack(Path zip, DoubleConsumer progress) {
    try {
      var archive = new DrawingArchive(Files.createTempDirectory("archive-"));
      try {
        new ArchiveUnpacking(archive.folder, archive::put, progress).unpack(zip);
      } catch (IOException | RuntimeException | Error e) {
        archive.close();
        throw e;
      }
      return archive;
    } catch (IOException e) {
      throw new PermanentError(
          ErrorCode.STORAGE_ERROR, "The archive cannot be unpacked: " + e, Place.UNKNOWN, e);
    }
  }

  private void put(Named file) {
    if (files.putIfAbsent(DrawingFiles.key(file.name()), file) != null) {
      throw new PermanentError(
          ErrorCode.INVALID_FORMAT,
          "The archive holds two files of the name " + file.name(),
          Place.of("entry", file.name()));
    }
  }

  @Override
  public Optional<Named> file(String name) {
    return Optional.ofNullable(files.get(DrawingFiles.key(name)));
  }

  /**
   * The drawing that is meant.
   *
   * @param wanted its name; where empty it is the only DXF of the outermost folder that no other
   *     one there refers to
   * @throws PermanentError INVALID_OPTION naming the candidates, INVALID_FORMAT where there is none
   */
  public Named main(String wanted) {
    var candidates = wanted.isEmpty() ? outermost() : named(wanted);
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    if (candidates.isEmpty()) {
      throw new PermanentError(
          ErrorCode.INVALID_FORMAT, "The ZIP archive holds no DXF", Place.UNKNOWN);
    }
    var unreferenced = wanted.isEmpty() ? unreferenced(candidates) : candidates;
    if (unreferenced.size() == 1) {
      return unreferenced.getFirst();
    }
    throw ambiguous("The archive holds several drawings", candidates);
  }

  private List<Named> drawings() {
    return files.values().stream().filter(DrawingArchive::isDxf).toList();
  }

  static boolean isDxf(Named file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".dxf");
  }

  private List<Named> named(String wanted) {
    var key = DrawingFiles.key(wanted.replace('\\', '/'));
    var all = drawings();
    var exact = all.stream().filter(file -> DrawingFiles.key(file.name()).equals(key)).toList();
    var fitting =
        exact.isEmpty()
            ? all.stream()
                .filter(f -> DrawingFiles.key("/" + f.name()).endsWith("/" + key))
                .toList()
            : exact;
    if (fitting.isEmpty() && !all.isEmpty()) {
      throw ambiguous("The archive holds no drawing " + wanted, all);
    }
    return fitting;
  }

  private List<Named> outermost() {
    var all = drawings();
    int top = all.stream().mapToInt(DrawingArchive::depth).min().orElse(0);
    return all.stream().filter(file -> depth(file) == top).toList();
  }

  private static int depth(Named file) {
    return (int) file.name().chars().filter(c -> c == '/').count();
  }

  private List<Named> unreferenced(List<Named> candidates) {
    var referenced = new HashSet<Path>();
    for (var candidate : candidates) {
      for (var reference : references(candidate)) {
        ReferencePath.of(reference.path())
            .find(this, candidate.name())
            .filter(file -> !file.equals(candidate))
            .ifPresent(file -> referenced.add(file.path()));
      }
    }
    return candidates.stream().filter(file -> !referenced.contains(file.path())).toList();
  }

  private List<ExternalReference> references(Named file) {
    try {
      return DxfReader.references(file, this);
    } catch (PermanentError e) {
      return List.of(); // one that cannot be read refers to nothing
    }
  }

  private static PermanentError ambiguous(String what, List<Named> candidates) {
    var names = candidates.stream().map(Named::name).limit(MAX_NAMED).toList();
    return new PermanentError(
        ErrorCode.INVALID_OPTION,
        what
            + "; name the one that is meant with option main: "
            + String.join(", ", names)
            + (candidates.size() > MAX_NAMED ? ", …" : ""),
        Place.of("field", "options.main"));
  }

  @Override
  public void close() {
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit(); // the process's temporary folder goes with the process
    }
  }
}
