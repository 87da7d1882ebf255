package dev.planlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.error.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final Path HOUSE = Path.of("samples/house.dxf");

  @TempDir Path folder;

  private record Answer(int exitCode, String out, String err) {
    Map<String, ?> lastErrorLine() throws IOException {
      var lines = err.lines().toList();
      return Json.object(lines.getLast());
    }
  }

  @Test
  void aDrawingBecomesAModelWithReportPreviewAndOverlay() throws IOException {
    var answer =
        run(
            "convert",
            HOUSE.toString(),
            "-o",
            in("m.glb"),
            "--report",
            in("r.json"),
            "--preview",
            in("p.png"),
            "--overlay",
            in("o.svg"));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err()).contains("8 rooms");
    assertThat(Files.readAllBytes(folder.resolve("m.glb"))).startsWith('g', 'l', 'T', 'F');
    assertThat(
            Json.number(Json.object(Files.readString(folder.resolve("r.json"))), "plan", "rooms"))
        .isEqualTo(8);
    assertThat(Files.readAllBytes(folder.resolve("p.png"))).startsWith(0x89, 'P', 'N', 'G');
    assertThat(folder.resolve("o.svg")).content().contains("<svg");
  }

  @Test
  void theModelLiesBesideTheDrawingWhereNoPlaceIsNamed() throws IOException {
    Files.copy(HOUSE, folder.resolve("my house.dxf"));

    assertThat(run("convert", in("my house.dxf")).exitCode()).isZero();

    assertThat(folder.resolve("my house.glb")).isNotEmptyFile();
  }

  @Test
  void badInputIsExitCode65AndNamesCodeAndPlaceOnTheLastLine() throws IOException {
    Files.writeString(folder.resolve("broken.dxf"), "0\nSECTION\n2\nENTITIES\n0\nLINE\n10\nabc\n");

    var answer = run("convert", in("broken.dxf"), "-o", in("m.glb"));

    assertThat(answer.exitCode()).isEqualTo(65);
    assertThat(answer.lastErrorLine().keySet().stream().map(String::toString))
        .containsExactly("code", "message", "where");
    assertThat(answer.lastErrorLine().get("code")).isEqualTo("PARSING_ERROR");
    assertThat(answer.err()).as("what to do").contains(ErrorCode.PARSING_ERROR.advice());
    assertThat(folder.resolve("m.glb")).doesNotExist();
  }

  @Test
  void anEmptyFileAndAMissingOneAreBadInput() throws IOException {
    Files.createFile(folder.resolve("empty.dxf"));

    var empty = run("convert", in("empty.dxf"), "-o", in("m.glb"));
    var missing = run("inspect", in("missing.dxf"));

    assertThat(empty.exitCode()).isEqualTo(65);
    assertThat(empty.lastErrorLine().get("code")).isEqualTo("EMPTY_FILE");
    assertThat(missing.exitCode()).isEqualTo(65);
    assertThat(missing.lastErrorLine().get("code")).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "convert",
        "convert samples/house.dxf --set wallColour=red",
        "convert samples/house.dxf -o /no/such/folder/m.glb",
        "convert samples/house.dxf -o - --report -",
        "bench no-such-bench",
        "serve --port many"
      })
  void whatCannotBeMeantIsExitCode2(String arguments) {
    var words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);

    assertThat(run(words).exitCode()).isEqualTo(2);
  }

  @Test
  void anInspectionIsAPageOrOneJsonObject() throws IOException {
    var page = run("inspect", HOUSE.toString());
    var json = run("inspect", HOUSE.toString(), "--json");

    assertThat(page.exitCode()).isZero();
    assertThat(page.out()).contains("A-WALL");
    assertThat(json.exitCode()).isZero();
    assertThat(Json.object(json.out())).isNotEmpty();
  }

  @Test
  void barsAndQuantitiesReadWell() {
    assertThat(Terminal.bar(0)).isEqualTo("░".repeat(24));
    assertThat(Terminal.bar(1)).isEqualTo("█".repeat(24));
    assertThat(Terminal.bar(0.5)).hasSize(24).startsWith("█".repeat(12) + "░");
    assertThat(Terminal.bytes(999)).isEqualTo("999 B");
    assertThat(Terminal.bytes(1_250_000)).isEqualTo("1.3 MB");
    assertThat(Terminal.bytes(999_960)).isEqualTo("1.0 MB");
    assertThat(Terminal.time(831)).isEqualTo("831 ms");
    assertThat(Terminal.time(1250)).isEqualTo("1.25 s");
    assertThat(Terminal.count(1, "door")).isEqualTo("1 door");
    assertThat(Terminal.count(0, "door")).isEqualTo("0 doors");
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  private static Answer run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Planlift.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Answer(exitCode, out.toString(), err.toString());
  }
}
