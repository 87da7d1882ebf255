package dev.planlift.cli;

import static picocli.CommandLine.Help.Visibility.NEVER;

import dev.planlift.core.convert.ConversionListener;
import dev.planlift.core.convert.ConversionRequest;
import dev.planlift.core.convert.ConversionResult;
import dev.planlift.core.convert.Converter;
import dev.planlift.core.options.ConversionOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code planlift convert}: the conversion without any server. */
@Command(
    name = "convert",
    description =
        "Converts a drawing (DXF, PDF, or a ZIP of a DXF and those it refers to) into a 3D model"
            + " (GLB). No size limit.",
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "IN",
      description = "the drawing; those it refers to are looked for in its folder")
  private Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.glb",
      description = "the model; - for standard output; by default IN with the ending .glb")
  private @Nullable String output;

  @Option(names = "--report", paramLabel = "R.json", description = "what was read and made of it")
  private @Nullable String report;

  @Option(names = "--preview", paramLabel = "P.png", description = "a picture of the model")
  private @Nullable String preview;

  @Option(
      names = "--overlay",
      paramLabel = "O.svg|O.png",
      description =
          "what was recognised, over the lines of the drawing; PNG where it ends so; repeatable")
  private List<String> overlays = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "name=value",
      showDefaultValue = NEVER,
      description = "an option of the conversion, such as units=mm or wallHeight=3; repeatable")
  private Map<String, String> options = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ConvertCommand() {}

  @Override
  public Integer call() throws IOException {
    InputFile.check(input);
    var terminal = Terminal.ofStandardError(spec.commandLine().getErr());
    var result = convert(ConversionOptions.parse(options), terminal);
    terminal.line(summary(result));
    if (!result.planFound()) {
      terminal.line("No plan was found in it: the model shows the drawing as it was drawn.");
    }
    return 0;
  }

  private ConversionResult convert(ConversionOptions parsed, Terminal terminal) throws IOException {
    try (var outputs = new OutputFiles(this::refuse)) {
      var request =
          new ConversionRequest(
              input,
              Optional.ofNullable(input.toAbsolutePath().getParent()),
              String.valueOf(input.getFileName()),
              parsed,
              outputs.target(output == null ? besideInput() : output),
              outputs.optional(report),
              outputs.optional(preview),
              outputs.all(overlays));
      ConversionListener listener =
          terminal.isLive() ? new ProgressBar(terminal) : ConversionListener.SILENT;
      try {
        return new Converter().convert(request, listener);
      } finally {
        terminal.passing("");
        outputs.pass(new FileOutputStream(FileDescriptor.out));
      }
    }
  }

  private String besideInput() {
    var name = String.valueOf(input.getFileName());
    int dot = name.lastIndexOf('.');
    return input.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".glb").toString();
  }

  private String summary(ConversionResult result) {
    return "%s → %s (%s): %s, %s, %s, %s"
        .formatted(
            input.getFileName(),
            output == null ? besideInput() : output.equals("-") ? "standard output" : output,
            Terminal.bytes(result.glbBytes()),
            Terminal.count(result.walls(), "wall"),
            Terminal.count(result.doors(), "door"),
            Terminal.count(result.windows(), "window"),
            Terminal.count(result.rooms(), "room"));
  }

  private ParameterException refuse(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
