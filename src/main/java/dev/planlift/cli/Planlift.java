package dev.planlift.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Main of the command line. */
@Command(
    name = "planlift",
    description = "Turns architects' drawings into 3D models.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ConvertCommand.class,
      InspectCommand.class,
      LearnCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "./planlift test runs everything that CI runs.",
      "Exit codes: 0 done; 2 usage; 65 the input is bad; 70 a fault of ours; 75 try again later.",
      "With 65, 70 and 75 the last line on standard error is a JSON object {code, message, where}."
    })
public final class Planlift implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  Planlift() {}

  public static void main(String[] arguments) {
    System.exit(execute(commandLine(), arguments));
  }

  /** Also tells of errors, such as too little memory, which picocli lets through. */
  private static int execute(CommandLine commandLine, String[] arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError | AssertionError e) {
      return Failure.of(e).tell(commandLine.getErr());
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Planlift())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (error, commandLine, parsed) -> Failure.of(error).tell(commandLine.getErr()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What is to be done? See the commands below.");
  }
}
