package dev.planlift.cli;

import dev.planlift.cli.embedded.DeleteTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code planlift learn}: what {@code ./planlift} has the JVM learn from, so that later runs start
 * faster (JEP 514).
 */
@Command(
    name = "learn",
    hidden = true,
    description = "Converts drawings one after the other with all that can come of them.")
final class LearnCommand implements Callable<Integer> {
  @Parameters(paramLabel = "IN", arity = "1..*", description = "the drawings")
  private List<Path> inputs = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    var folder = Files.createTempDirectory("planlift-learn");
    try {
      for (var input : inputs) {
        int exitCode =
            Planlift.commandLine()
                .execute(
                    "convert",
                    input.toString(),
                    "-o",
                    folder.resolve("model.glb").toString(),
                    "--report",
                    folder.resolve("report.json").toString(),
                    "--preview",
                    folder.resolve("preview.png").toString(),
                    "--overlay",
                    folder.resolve("overlay.svg").toString());
        if (exitCode != 0) {
          return exitCode;
        }
      }
      return 0;
    } finally {
      DeleteTree.ifThere(folder);
    }
  }
}
