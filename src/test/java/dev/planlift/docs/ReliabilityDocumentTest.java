package dev.planlift.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.cli.bench.chaos.ChaosCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What docs/reliability.md promises is held by tests and proofs that are there. */
class ReliabilityDocumentTest {
  private static final Pattern QUOTED = Pattern.compile("`(?:bench chaos )?([\\w-]+)[^`]*`");
  private static final Set<String> THERE = there();

  static Stream<String> promises() throws IOException {
    return Files.readAllLines(Path.of("docs/reliability.md")).stream()
        .filter(line -> line.startsWith("| "))
        .skip(2); // the table's head
  }

  @ParameterizedTest
  @MethodSource("promises")
  void aPromiseIsHeldByWhatIsThere(String row) {
    var cells = row.split(" \\| ", -1);
    var names = QUOTED.matcher(cells[cells.length - 1]).results().map(found -> found.group(1));
    assertThat(names).isNotEmpty().allMatch(THERE::contains);
  }

  /** The tests' classes, and the proofs that the command line names. */
  private static Set<String> there() {
    var said = new StringWriter();
    new CommandLine(new ChaosCommand()).setOut(new PrintWriter(said)).execute();
    var proofs = said.toString().lines().map(line -> line.split(" ", 2)[0]);
    try (var files = Files.walk(Path.of("src/test/java"))) {
      var tests =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("IT.java") || name.endsWith("Test.java"))
              .map(name -> name.substring(0, name.indexOf('.')));
      return Stream.concat(proofs, tests).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
