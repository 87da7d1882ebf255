package dev.planlift.cli.bench.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The PDFs of a folder. */
final class PdfFiles {
  private static final String ENDING = ".pdf";

  private PdfFiles() {}

  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING))
          .sorted()
          .toList();
    }
  }

  /** Its name without the ending. */
  static String name(Path file) {
    var name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }
}
