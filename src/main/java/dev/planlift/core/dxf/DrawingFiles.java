package dev.planlift.core.dxf;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The files among which the drawings are looked for that another drawing refers to. */
public interface DrawingFiles {
  /**
   * One of them.
   *
   * @param name its place among them, with forward slashes: "base/walls.dxf"
   * @param path where its bytes lie
   */
  record Named(String name, Path path) {
    /** A file by its own name, as if beside the others. */
    public static Named of(Path path) {
      return new Named(String.valueOf(path.getFileName()), path.toAbsolutePath().normalize());
    }
  }

  /** The file of a name as in {@link Named}, compared without case; a file, never a folder. */
  Optional<Named> file(String name);

  /** No files at all. */
  static DrawingFiles none() {
    return name -> Optional.empty();
  }

  /** Those in a folder and the folders in it. */
  static DrawingFiles in(Path folder) {
    return new FolderFiles(folder);
  }

  /** Two names are the same where their keys are. */
  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
  }
}
