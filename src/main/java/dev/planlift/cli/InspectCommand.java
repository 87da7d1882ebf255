package dev.planlift.cli;

import dev.planlift.core.dxf.Inspection;
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
        "Tells what is in a drawing: version, units, entities, layers, views, references, faults.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN", description = "the drawing, or a ZIP of it and those it refers to")
  private Path input;

  @Option(names = "--json", description = "as one JSON object")
  private boolean json;

  @Option(names = "--main", paramLabel = "NAME", description = "which drawing of a ZIP")
  private String main = "";

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  InspectCommand() {}

  @Override
  public Integer call() {
    InputFile.check(input);
    var inspection = Inspection.of(input, main);
    var out = spec.commandLine().getOut();
    var page = Terminal.ofStandardOutput(out).pageStyle();
    out.println(json ? inspection.toJson() : inspection.toPage(page).stripTrailing());
    out.flush();
    return 0;
  }
}
