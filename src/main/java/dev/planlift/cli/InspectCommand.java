package dev.planlift.cli;

import dev.planlift.core.dxf.Inspection;
import dev.planlift.core.options.InputFormat;
import dev.planlift.core.pdf.PdfInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlift inspect}: what is in a drawing. */
@Command(
    name = "inspect",
    description =
        "Tells what is in a drawing: version, units, entities, layers, views, references, faults;"
            + " of a PDF what each page holds.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "IN",
      description = "the drawing (DXF or PDF), or a ZIP of a DXF and those it refers to")
  private Path input;

  @Option(names = "--json", description = "as one JSON object")
  private boolean json;

  @Option(names = "--main", paramLabel = "NAME", description = "which drawing of a ZIP")
  private String main = "";

  @Option(names = "--password", paramLabel = "SECRET", description = "of an encrypted PDF")
  private String password = "";

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  InspectCommand() {}

  @Override
  public Integer call() {
    InputFile.check(input);
    var out = spec.commandLine().getOut();
    if (isPdf(input)) {
      var inspection = PdfInspection.of(input, password);
      out.println(json ? inspection.toJson() : inspection.toPage().stripTrailing());
      out.flush();
      return 0;
    }
    var inspection = Inspection.of(input, main);
    var page = Terminal.ofStandardOutput(out).pageStyle();
    out.println(json ? inspection.toJson() : inspection.toPage(page).stripTrailing());
    out.flush();
    return 0;
  }

  private static boolean isPdf(Path file) {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(InputFormat.HEAD_BYTES);
      return InputFormat.sniff(head).filter(InputFormat.PDF::equals).isPresent();
    } catch (IOException e) {
      return false; // reading it as a drawing tells why
    }
  }
}
