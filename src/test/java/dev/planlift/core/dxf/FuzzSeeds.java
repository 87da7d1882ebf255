package dev.planlift.core.dxf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** What fuzzing begins with: a drawing of each family, and what made the reader fail once. */
final class FuzzSeeds {
  private static final Path FINDINGS = Path.of("src/test/resources/dxf/findings");

  private FuzzSeeds() {}

  static Stream<Named<byte[]>> all() throws IOException {
    var all = new ArrayList<Named<byte[]>>();
    DxfFixtures.all().forEach((name, bytes) -> all.add(Named.of(name, bytes)));
    if (Files.isDirectory(FINDINGS)) {
      try (var files = Files.list(FINDINGS)) {
        for (var file : files.sorted().toList()) {
          all.add(Named.of(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
        }
      }
    }
    return all.stream();
  }
}
